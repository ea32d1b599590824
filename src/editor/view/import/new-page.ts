import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { parseDoi } from '../../../domain/identifiers/doi.ts';
import { parsePmid } from '../../../domain/identifiers/pubmed.ts';
import type { DeskKind } from '../../model/record.ts';
import type { ImportPreview, ImportRequest, ProposedFile } from '../../stores/store.ts';
import { refusalText, sentenceOf } from '../failure.ts';
import { deskKinds, formatRoute } from '../route.ts';
import { loadLater } from '../load-later.ts';
import { Loading } from '../loading.ts';
import { useSession } from '../session.ts';
import { addressOf } from '../inputs/identifiers.ts';
import { usePageDrop } from '../inputs/drop-file.ts';

interface Props {
  readonly kind: DeskKind;
  /** Opens a record that is not written yet. */
  readonly onProposed: (file: ProposedFile) => void;
  readonly onKind: (kind: DeskKind) => void;
}

/** A new record: by its title, by an identifier, or from a file of another program. */
export function NewPage({ kind, onProposed, onKind }: Props): ComponentChild {
  const { store, words } = useSession();
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [found, setFound] = useState<ImportPreview | undefined>(undefined);
  const isPublication = kind === 'publications';
  const looksUp = isPublication && store.kind === 'folder';
  const isIdentifier = isPublication && looksLikeIdentifier(name);
  const cannotLookUp = isIdentifier && !looksUp;
  const address = cannotLookUp ? addressOf(/^\d+$/.test(name.trim()) ? 'pmid' : 'doi', name) : undefined;

  const ask = async <T>(request: () => Promise<T>, then: (answer: T) => void | Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await then(await request());
    } catch (error) {
      setFailure(await sentenceOf(error, words));
    } finally {
      setBusy(false);
    }
  };
  const importFrom = (source: ImportRequest): Promise<void> =>
    ask(
      () => store.importFrom(source),
      async (answer) => {
        if (!answer.ok) return setFailure(await refusalText(answer.refusal, words));
        // The form remains until the report can take its place. Where its script does not load, the report says so.
        await ImportReport.load().catch(() => undefined);
        setFound(answer.value);
      },
    );
  const take = async (file: File | undefined): Promise<void> => {
    if (file) await importFrom({ type: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  const [note, setNote] = useState<string | undefined>(undefined);
  const isOver = usePageDrop((file, isOne) => {
    // A report that is open stays until it is left.
    if (found) return;
    setNote(isOne ? undefined : words.say('file.oneTaken', { name: file.name }));
    if (isPublication) void take(file);
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (name.trim() === '' || cannotLookUp) return;
    if (isIdentifier) void importFrom({ type: 'identifiers', text: name.trim() });
    else
      void ask(
        () => store.propose(kind, name.trim()),
        async (answer) => (answer.ok ? onProposed(answer.value) : setFailure(await refusalText(answer.refusal, words))),
      );
  };

  const reading = cannotLookUp ? 'new.notLookedUp' : isIdentifier ? 'new.isIdentifier' : 'new.isTitle';
  if (found) return h(ImportReport, { found, note, onBack: () => setFound(undefined) });
  return h('div', { class: 'wrap new-page' }, [
    h('p', { class: 'crumbs' }, h('a', { href: formatRoute({ view: 'list', kind }) }, words.say(`kind.${kind}`))),
    h('h1', { class: 'page-title' }, words.say('new.title')),
    h('form', { class: 'form new', onSubmit: submit, autocomplete: 'off' }, [
      h('div', { class: 'field' }, [
        h('label', { class: 'field__label', for: 'new-kind' }, words.say('new.kind')),
        h(
          'select',
          {
            class: 'input input--choice',
            id: 'new-kind',
            value: kind,
            onChange: ({ currentTarget }: { currentTarget: HTMLSelectElement }) =>
              onKind(deskKinds.find((one) => one === currentTarget.value) ?? 'publications'),
          },
          deskKinds.filter((one) => one !== 'site').map((one) => h('option', { value: one }, words.say(`kind.${one}`))),
        ),
      ]),
      h('div', { class: 'field' }, [
        h('label', { class: 'field__label', for: 'new-name' }, words.say(looksUp ? 'new.publication' : 'new.name')),
        h('div', { class: 'field__main' }, [
          isPublication
            ? h(
                'p',
                { class: 'field__help', id: 'new-help' },
                words.say(looksUp ? 'new.publicationHelp' : 'new.fromTitle'),
              )
            : null,
          h('input', {
            class: 'input',
            id: 'new-name',
            type: 'text',
            dir: 'auto',
            value: name,
            'aria-describedby': isPublication ? 'new-help new-reading' : undefined,
            onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setName(currentTarget.value),
          }),
          isPublication
            ? h('p', { class: 'reading', id: 'new-reading', 'aria-live': 'polite' }, [
                name.trim() === '' ? '' : words.say(reading),
                address === undefined
                  ? null
                  : [
                      ' ',
                      words.say('identifier.leads'),
                      ' ',
                      h('a', { href: address, target: '_blank', rel: 'noreferrer', dir: 'ltr' }, address),
                    ],
              ])
            : null,
          h(
            'div',
            { class: 'actions' },
            h(
              'button',
              { type: 'submit', class: 'btn btn--solid', disabled: isBusy || name.trim() === '' || cannotLookUp },
              words.say(isIdentifier && looksUp ? 'new.lookUp' : 'new.open'),
            ),
          ),
        ]),
      ]),
      isPublication
        ? h('div', { class: 'field' }, [
            h('p', { class: 'field__label', id: 'new-file' }, words.say('new.file')),
            h('div', { class: `field__main drop drop--large${isOver ? ' is-over' : ''}` }, [
              h('p', { class: 'field__help' }, words.say('new.fileHelp')),
              h('label', { class: 'btn btn--small file-button' }, [
                words.say('new.choose'),
                h('input', {
                  type: 'file',
                  class: 'file-button__input',
                  onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
                    const file = currentTarget.files?.[0];
                    currentTarget.value = '';
                    void take(file);
                  },
                }),
              ]),
              h('p', { class: 'note drop-hint' }, words.say('file.drop')),
            ]),
          ])
        : null,
    ]),
    isBusy ? h(Loading, {}) : null,
    failure === undefined ? null : h('p', { class: 'banner banner--stop', role: 'alert' }, failure),
  ]);
}

const ImportReport = loadLater(async () => (await import('./import-report.ts')).ImportReport);

/** Whether a text is one or several DOIs, PMIDs and the like: as they are, as an address, or as `doi:…`. */
function looksLikeIdentifier(text: string): boolean {
  const parts = text
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean);
  return (
    parts.length > 0 &&
    parts.every((part) => {
      if (/^(?:doi|pmid|orcid|ror|issn):\S/i.test(part)) return true;
      const doi = parseDoi(part);
      if (doi.ok || doi.fault.repaired !== undefined) return true;
      return /^\d{5,9}$/.test(part) && parsePmid(part).ok;
    })
  );
}

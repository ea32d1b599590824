import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { ImportedRecord, ImportPreview } from '../../stores/store.ts';
import { refusalText, sentenceOf } from '../failure.ts';
import { FaultText } from '../fault-text.ts';
import { formatRoute } from '../route.ts';
import { useSession } from '../session.ts';
import { useSentences } from '../use-sentences.ts';
import type { DeskString } from '../strings/en.ts';

interface Props {
  readonly found: ImportPreview;
  /** About the files that were dropped. */
  readonly note: string | undefined;
  readonly onBack: () => void;
}

/** The records of a source, each with its outcome and a checkbox. Nothing is written before the user accepts. */
export function ImportReport({ found, note, onBack }: Props): ComponentChild {
  const { store, words, refresh, announce } = useSession();
  const { records, problems, journals } = found;
  const offered = records.filter(({ changes }) => changes.length > 0);
  const [ticked, setTicked] = useState<ReadonlySet<ImportedRecord>>(
    () => new Set(offered.filter((record) => !isDoubtful(record))),
  );
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [limit, setLimit] = useState(pageSize);
  const count = (of: (record: ImportedRecord) => boolean): number => records.filter(of).length;
  const tick = (record: ImportedRecord, isOn: boolean): void => {
    const next = new Set(ticked);
    if (isOn) next.add(record);
    else next.delete(record);
    setTicked(next);
  };
  const accept = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const chosen = offered.filter((record) => ticked.has(record));
      const result = await store.save([...chosen.flatMap(({ changes }) => changes), ...journals]);
      if (result.type === 'refused') setFailure(await refusalText(result.refusal, words));
      else if (result.type === 'conflict') setFailure(words.say('conflict.title'));
      else {
        void refresh();
        announce(words.say('import.done', { count: chosen.length }));
        const [only] = chosen;
        location.hash =
          chosen.length === 1 && only?.file !== undefined
            ? formatRoute({ view: 'open', file: only.file })
            : formatRoute({ view: 'list', kind: 'publications' });
      }
    } catch (error) {
      setFailure(await sentenceOf(error, words));
    } finally {
      setBusy(false);
    }
  };
  return h('div', { class: 'wrap' }, [
    h(
      'p',
      { class: 'crumbs' },
      h('button', { type: 'button', class: 'link', onClick: onBack }, words.say('new.title')),
    ),
    h('h1', { class: 'page-title' }, words.say('import.title')),
    h(
      'p',
      { role: 'status' },
      records.length === 0
        ? words.say('import.none')
        : words.say('import.summary', {
            new: count((record) => record.outcome === 'new' && !isDoubtful(record)),
            filled: count(({ outcome }) => outcome === 'filled'),
            doubtful: count((record) => isDoubtful(record) || record.outcome === 'refused'),
            unchanged: count(({ outcome }) => outcome === 'unchanged'),
          }),
    ),
    note === undefined ? null : h('p', { class: 'banner' }, note),
    offered.length > 1
      ? h('label', { class: 'check' }, [
          h('input', {
            type: 'checkbox',
            checked: ticked.size === offered.length,
            onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
              setTicked(new Set(currentTarget.checked ? offered : [])),
          }),
          words.say('import.all'),
        ])
      : null,
    h(
      'ul',
      { class: 'found' },
      records.slice(0, limit).map((record, index) =>
        h(Found, {
          key: index,
          record,
          index,
          isTicked: ticked.has(record),
          onTick: (isOn: boolean) => tick(record, isOn),
        }),
      ),
    ),
    records.length > limit
      ? h(
          'button',
          { type: 'button', class: 'btn btn--small', onClick: () => setLimit(limit + pageSize) },
          words.say('list.more', { count: Math.min(pageSize, records.length - limit) }),
        )
      : null,
    problems.length === 0
      ? null
      : h('section', {}, [
          h('h2', {}, words.say('import.problems')),
          h(
            'ul',
            { class: 'messages' },
            problems
              .slice(0, pageSize)
              .map(({ line, message, hint = '' }) =>
                h('li', { class: 'message message--warning' }, [
                  line === undefined ? null : h('span', {}, `${words.say('import.line', { line })} `),
                  h(FaultText, { fault: { message, hint }, of: 'import' }),
                ]),
              ),
          ),
        ]),
    failure === undefined ? null : h('p', { class: 'banner banner--stop', role: 'alert' }, failure),
    h('div', { class: 'actions' }, [
      offered.length === 0
        ? null
        : h(
            'button',
            {
              type: 'button',
              class: 'btn btn--solid',
              disabled: isBusy || ticked.size === 0,
              onClick: () => void accept(),
            },
            words.say('import.accept', { count: ticked.size }),
          ),
      h('button', { type: 'button', class: 'btn', onClick: onBack }, words.say('desk.cancel')),
    ]),
  ]);
}

const pageSize = 100;

/** Whether a new record may be a duplicate of a record in the folder. */
const isDoubtful = ({ outcome, similar }: ImportedRecord): boolean => outcome === 'new' && similar.length > 0;

function Found({
  record,
  index,
  isTicked,
  onTick,
}: {
  readonly record: ImportedRecord;
  readonly index: number;
  readonly isTicked: boolean;
  readonly onTick: (isOn: boolean) => void;
}): ComponentChild {
  const { words } = useSession();
  const hasSentences = useSentences('import');
  const { title, outcome, file, reason, filled, different, unplaced, similar, changes } = record;
  const state: DeskString = isDoubtful(record) ? 'import.doubtful' : `import.${outcome}`;
  const id = `found-${index}`;
  const notes = [
    reason === undefined || !hasSentences ? undefined : words.sentence(reason).text,
    outcome === 'filled' && filled.length > 0
      ? words.say('import.fills', { fields: filled.map((name) => words.label(name)).join(', ') })
      : undefined,
    ...different.map(({ field, file: own, source }) =>
      words.say('import.differs', { field: words.label(field), file: own, source }),
    ),
    ...unplaced.map(({ name, value }) => words.say('import.unplaced', { name, value })),
    similar.length > 0 ? words.say('import.similar', { files: similar.join(', ') }) : undefined,
  ].filter((note) => note !== undefined);
  return h('li', { class: 'found__one' }, [
    h('input', {
      type: 'checkbox',
      id,
      checked: isTicked,
      disabled: changes.length === 0,
      onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onTick(currentTarget.checked),
    }),
    h('div', {}, [
      h('label', { class: 'entry__title', for: id }, h('bdi', {}, title || words.say('record.untitled'))),
      h('p', { class: 'entry__detail' }, [
        h('strong', { class: `outcome outcome--${outcome}` }, words.say(state)),
        file === undefined ? null : [' · ', h('bdi', {}, file)],
      ]),
      notes.length === 0
        ? null
        : h(
            'ul',
            { class: 'found__notes' },
            notes.map((note) => h('li', { dir: 'auto' }, note)),
          ),
    ]),
  ]);
}

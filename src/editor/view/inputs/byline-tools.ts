import { h, type ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { splitAffiliations, splitByline } from '../../model/byline.ts';
import type { Edit, Path, WrittenValue } from '../../model/record.ts';
import { Dialog } from '../dialog.ts';
import { useForm } from '../form/form-context.ts';
import { movesTo, orderOfAuthors, renumber } from '../form/renumber.ts';
import { useSession } from '../session.ts';
import type { DeskString } from '../strings/en.ts';

interface Props {
  readonly path: Path;
  readonly items: readonly WrittenValue[];
}

interface Pasted {
  readonly name: string;
  readonly affiliations: readonly number[];
  readonly value: WrittenValue;
}

interface Kind {
  readonly title: DeskString;
  readonly help: DeskString;
  readonly result: DeskString;
  readonly split: (text: string) => readonly Pasted[];
}

const authors: Kind = {
  title: 'authors.paste',
  help: 'authors.pasteHelp',
  result: 'authors.paste.result',
  split: (text) =>
    splitByline(text).map(({ name, affiliations, corresponding }) => ({
      name,
      affiliations,
      value:
        affiliations.length === 0 && !corresponding
          ? name
          : { name, ...(affiliations.length > 0 ? { affiliations } : {}), ...(corresponding ? { corresponding } : {}) },
    })),
};

const affiliations: Kind = {
  title: 'affiliations.paste',
  help: 'affiliations.pasteHelp',
  result: 'affiliations.paste.result',
  split: (text) => splitAffiliations(text).map((name) => ({ name, affiliations: [], value: name })),
};

const kinds: Readonly<Record<string, Kind>> = {
  authors,
  editors: authors,
  translators: authors,
  seriesEditors: authors,
  affiliations,
};

/** Buttons to paste a byline or a list of affiliations, and to number affiliations in the order of the authors. */
export function BylineTools({ path, items }: Props): ComponentChild {
  const { words } = useSession();
  const { values, apply } = useForm();
  const [isOpen, setOpen] = useState(false);
  const kind = path.length === 1 ? kinds[String(path[0])] : undefined;
  if (!kind) return null;
  const order = kind === affiliations ? orderOfAuthors(values) : [];
  const isOrdered = order.every((old, index) => old === index);
  const renumberAll = (): void =>
    apply([
      ...movesTo(path, order),
      ...renumber(values, (number) => (number > order.length ? number : order.indexOf(number - 1) + 1)),
    ]);
  return h('span', { class: 'actions' }, [
    h('button', { type: 'button', class: 'btn btn--small', onClick: () => setOpen(true) }, words.say(kind.title)),
    isOrdered
      ? null
      : h(
          'button',
          { type: 'button', class: 'btn btn--small', onClick: renumberAll },
          words.say('affiliations.renumber'),
        ),
    isOpen ? h(PasteDialog, { kind, path, items, onClose: () => setOpen(false) }) : null,
  ]);
}

function PasteDialog({
  kind,
  path,
  items,
  onClose,
}: Props & { readonly kind: Kind; readonly onClose: () => void }): ComponentChild {
  const { words } = useSession();
  const { apply } = useForm();
  const [text, setText] = useState('');
  const found = useMemo(() => kind.split(text), [kind, text]);
  const values = found.map(({ value }) => value);
  const accept = (edits: readonly Edit[]): void => {
    apply(edits);
    onClose();
  };
  const all = [...items, ...values];
  return h(Dialog, { title: words.say(kind.title), onClose }, [
    h('p', { class: 'field__help', id: 'paste-help' }, words.say(kind.help)),
    h('textarea', {
      class: 'input input--block',
      rows: 5,
      dir: 'auto',
      value: text,
      'aria-label': words.say(kind.title),
      'aria-describedby': 'paste-help',
      onInput: ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => setText(currentTarget.value),
    }),
    h(
      'div',
      { 'aria-live': 'polite' },
      found.length === 0 ? null : h('p', { class: 'field__label' }, words.say(kind.result, { count: found.length })),
    ),
    h(
      'ol',
      { class: 'split' },
      found.map(({ name, affiliations: numbers }) =>
        h('li', { dir: 'auto' }, [name, numbers.length > 0 ? h('sup', {}, numbers.join(', ')) : null]),
      ),
    ),
    h('div', { class: 'actions' }, [
      h(
        'button',
        {
          type: 'button',
          class: 'btn btn--solid',
          disabled: found.length === 0,
          onClick: () => accept([{ type: 'set', path, value: items.length === 0 ? values : all }]),
        },
        words.say('authors.accept'),
      ),
      items.length === 0
        ? null
        : h(
            'button',
            {
              type: 'button',
              class: 'btn',
              disabled: found.length === 0,
              onClick: () => accept([{ type: 'set', path, value: values }]),
            },
            words.say('authors.replace'),
          ),
      h('button', { type: 'button', class: 'btn', onClick: onClose }, words.say('desk.cancel')),
    ]),
  ]);
}

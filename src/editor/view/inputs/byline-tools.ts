import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { Path, WrittenValue } from '../../model/record.ts';
import { useForm } from '../form/form-context.ts';
import { movesTo, orderOfAuthors, renumber } from '../form/renumber.ts';
import { loadLater } from '../load-later.ts';
import { useSession } from '../session.ts';

interface Props {
  readonly path: Path;
  readonly items: readonly WrittenValue[];
}

/** The lists that a text can be pasted into, and what it holds. */
const pasted: Readonly<Record<string, 'authors' | 'affiliations'>> = {
  authors: 'authors',
  editors: 'authors',
  translators: 'authors',
  seriesEditors: 'authors',
  affiliations: 'affiliations',
};

const PasteDialog = loadLater(async () => (await import('./paste-dialog.ts')).PasteDialog);

/** Buttons to paste a byline or a list of affiliations, and to number affiliations in the order of the authors. */
export function BylineTools({ path, items }: Props): ComponentChild {
  const { words } = useSession();
  const { values, apply } = useForm();
  const [isOpen, setOpen] = useState(false);
  const of = path.length === 1 ? pasted[String(path[0])] : undefined;
  if (!of) return null;
  const order = of === 'affiliations' ? orderOfAuthors(values) : [];
  const isOrdered = order.every((old, index) => old === index);
  const renumberAll = (): void =>
    apply([
      ...movesTo(path, order),
      ...renumber(values, (number) => (number > order.length ? number : order.indexOf(number - 1) + 1)),
    ]);
  return h('span', { class: 'actions' }, [
    h('button', { type: 'button', class: 'btn btn--small', onClick: () => setOpen(true) }, words.say(`${of}.paste`)),
    isOrdered
      ? null
      : h(
          'button',
          { type: 'button', class: 'btn btn--small', onClick: renumberAll },
          words.say('affiliations.renumber'),
        ),
    isOpen ? h(PasteDialog, { of, path, items, onClose: () => setOpen(false) }) : null,
  ]);
}

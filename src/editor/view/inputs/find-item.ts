import { h, type ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { foldAll } from '../../../search/fold.ts';
import { useSession } from '../session.ts';

interface Props {
  /** Label of the list. */
  readonly label: string;
  readonly count: number;
  readonly nameOf: (index: number) => string;
  readonly onFound: (index: number) => void;
}

/** Finds an item of a long list by its name or its number and goes to it. The same again goes to the next one. */
export function FindItem({ label, count, nameOf, onFound }: Props): ComponentChild {
  const { words } = useSession();
  const [query, setQuery] = useState('');
  const [isMissing, setMissing] = useState(false);
  const last = useRef(-1);
  const find = (): void => {
    const wanted = foldedOf(query);
    if (wanted === '') return;
    const matches = (index: number): boolean =>
      wanted === String(index + 1) || ` ${foldedOf(nameOf(index))}`.includes(` ${wanted}`);
    for (let step = 1; step <= count; step += 1) {
      const index = (last.current + step) % count;
      if (!matches(index)) continue;
      last.current = index;
      onFound(index);
      return;
    }
    setMissing(true);
  };
  return h('div', { class: 'actions' }, [
    h('input', {
      class: 'input list__find',
      type: 'search',
      dir: 'auto',
      value: query,
      'aria-label': words.say('list.findIn', { field: label }),
      placeholder: words.say('list.findIn', { field: label }),
      onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
        setQuery(currentTarget.value);
        setMissing(false);
        last.current = -1;
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        find();
      },
    }),
    h('button', { type: 'button', class: 'btn btn--small', onClick: find }, words.say('list.find')),
    h(
      'span',
      { class: 'note', role: 'status' },
      isMissing ? words.say('list.none') : words.say('list.inAll', { count }),
    ),
  ]);
}

const foldedOf = (text: string): string =>
  foldAll(text)
    .map(({ token }) => token)
    .join(' ');

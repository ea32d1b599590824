import { h, type ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { DeskKind } from '../../model/record.ts';
import type { Described } from '../form/form-context.ts';
import { formatRoute } from '../route.ts';
import { findEntries } from '../list/find-entries.ts';
import { useSession } from '../session.ts';

interface Props extends Described {
  readonly value: string;
  readonly kind: DeskKind;
  /** True where another text may be written, such as the title of a journal without a file. */
  readonly free: boolean;
  readonly onChange: (id: string) => void;
  readonly label: string;
  /** Id of a record that is not offered, such as the one that is open. */
  readonly without?: string;
}

/** A reference to a record of the institute, chosen from a list that is filtered while the user types. Nothing is preselected. */
export function ReferenceInput({
  value,
  kind,
  free,
  onChange,
  label,
  without,
  id,
  describedBy,
  invalid,
}: Props): ComponentChild {
  const { words, entries, byId } = useSession();
  const own = byId(kind).get(value);
  const [query, setQuery] = useState<string | undefined>(undefined);
  const [active, setActive] = useState(-1);
  const candidates = useMemo(
    () => entries.filter((entry) => entry.kind === kind && entry.id !== without),
    [entries, kind, without],
  );
  const isOpen = query !== undefined;
  const found = useMemo(
    () => (isOpen ? findEntries(candidates, query).slice(0, shownLimit) : []),
    [candidates, query, isOpen],
  );
  const close = (): void => {
    setQuery(undefined);
    setActive(-1);
  };
  const choose = (chosen: string): void => {
    onChange(chosen);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.altKey) return;
      event.preventDefault();
      if (!isOpen) setQuery('');
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(found.length === 0 ? -1 : (active + step + found.length) % found.length);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const entry = found[active];
      if (entry) choose(entry.id);
      else if (free) choose(query);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    }
  };
  const listId = `${id}-list`;
  return h('div', { class: 'reference' }, [
    h('input', {
      class: 'input',
      type: 'text',
      role: 'combobox',
      id,
      value: query ?? own?.title ?? value,
      dir: 'auto',
      autocomplete: 'off',
      spellcheck: false,
      'aria-label': label,
      'aria-expanded': isOpen,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active >= 0 ? `${listId}-${active}` : undefined,
      'aria-describedby': describedBy,
      'aria-invalid': invalid || undefined,
      onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
        setQuery(currentTarget.value);
        setActive(-1);
        if (currentTarget.value === '') onChange('');
      },
      onBlur: () => {
        if (free && query !== undefined && query !== '' && query !== own?.title) onChange(query);
        close();
      },
      onKeyDown,
    }),
    h(
      'ul',
      { class: 'options', role: 'listbox', id: listId, 'aria-label': label, hidden: !isOpen },
      found.map((entry, index) =>
        h(
          'li',
          {
            role: 'option',
            id: `${listId}-${index}`,
            'aria-selected': index === active,
            class: index === active ? 'is-active' : undefined,
            // `pointerdown` comes before the field loses the focus, which closes the list.
            onPointerDown: (event: Event) => {
              event.preventDefault();
              choose(entry.id);
            },
          },
          [
            h('span', { dir: 'auto' }, entry.title),
            ' ',
            h('span', { class: 'note', dir: 'auto' }, `${entry.detail} · ${entry.id}`),
          ],
        ),
      ),
    ),
    h('p', { class: 'reading', 'aria-live': 'polite' }, [
      isOpen
        ? found.length === 0
          ? words.say('reference.none')
          : words.say('reference.found', { count: found.length })
        : null,
      !isOpen && own
        ? [
            h('a', { href: formatRoute({ view: 'open', file: own.file }) }, words.say('reference.open')),
            ' ',
            h('bdi', { class: 'note' }, own.id),
          ]
        : null,
      !isOpen && !own && value !== ''
        ? free
          ? words.say('reference.text')
          : words.say('reference.unknown', { id: value })
        : null,
    ]),
  ]);
}

const shownLimit = 30;

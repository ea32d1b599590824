import { h, type ComponentChild } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { withoutTags } from '../../model/record-title.ts';
import type { DeskEntry, DeskKind } from '../../model/record.ts';
import { deskKinds, formatRoute } from '../route.ts';
import { useSession } from '../session.ts';
import type { DeskWords } from '../strings/desk-words.ts';
import { findEntries, foldAhead } from './find-entries.ts';

/** All records of a kind, with a search, and the number of problems of each. */
export function ListPage({ kind }: { readonly kind: DeskKind }): ComponentChild {
  const { words, entries } = useSession();
  const [query, setQuery] = useState('');
  const [onlyProblems, setOnlyProblems] = useState(false);
  const [limit, setLimit] = useState(pageSize);
  const list = useRef<HTMLUListElement>(null);
  const own = useMemo(
    () => [
      ...entries.filter((entry) => entry.kind === kind),
      ...(kind === 'site' ? [importEntry(entries, words)] : []),
    ],
    [entries, kind, words],
  );
  useEffect(() => foldAhead(own), [own]);
  const found = useMemo(
    () => findEntries(own, query).filter(({ errors, warnings }) => !onlyProblems || errors + warnings > 0),
    [own, query, onlyProblems],
  );
  const shown = found.slice(0, limit);
  const showMore = (): void => {
    setLimit(limit + pageSize);
    // The focus goes to the first new entry, so that a keyboard user continues there.
    setTimeout(() => list.current?.children[limit]?.querySelector('a')?.focus());
  };
  return h('div', { class: 'wrap' }, [
    h('h1', { class: 'page-title' }, words.say(`kind.${kind}`)),
    h(Kinds, { kind }),
    h('div', { class: 'list-tools' }, [
      h('input', {
        class: 'input list-tools__search',
        type: 'search',
        dir: 'auto',
        value: query,
        'aria-label': words.say('list.search'),
        placeholder: words.say('list.search'),
        onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
          setQuery(currentTarget.value);
          setLimit(pageSize);
        },
      }),
      h('label', { class: 'check' }, [
        h('input', {
          type: 'checkbox',
          checked: onlyProblems,
          onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setOnlyProblems(currentTarget.checked),
        }),
        words.say('list.withProblems'),
      ]),
      kind === 'site'
        ? null
        : h('a', { class: 'btn btn--solid', href: formatRoute({ view: 'new', kind }) }, words.say('list.new')),
    ]),
    h(
      'p',
      { class: 'note', role: 'status' },
      own.length === 0
        ? words.say('list.empty')
        : found.length === 0
          ? words.say('list.none')
          : found.length === own.length
            ? words.say('list.count', { count: own.length })
            : words.say('list.found', { count: found.length, total: own.length }),
    ),
    h(
      'ul',
      { class: 'entries', ref: list },
      shown.map((entry) => h(Entry, { key: entry.file, entry })),
    ),
    found.length > limit
      ? h(
          'button',
          { type: 'button', class: 'btn', onClick: showMore },
          words.say('list.more', { count: Math.min(pageSize, found.length - limit) }),
        )
      : null,
  ]);
}

/** The settings of imports, which are written when they are first saved. */
const importEntry = (entries: readonly DeskEntry[], words: DeskWords): DeskEntry => ({
  file: 'import.yaml',
  kind: 'import',
  id: 'import',
  errors: 0,
  warnings: 0,
  ...entries.find(({ kind }) => kind === 'import'),
  title: words.say('kind.import'),
  detail: 'import.yaml',
});

/** Entries that are shown at first, and added by each click. */
const pageSize = 100;

function Kinds({ kind }: { readonly kind: DeskKind }): ComponentChild {
  const { words, entries } = useSession();
  const errors = useMemo(() => {
    const counts = new Map<DeskKind, number>();
    for (const entry of entries) counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + entry.errors);
    return counts;
  }, [entries]);
  return h(
    'nav',
    { class: 'kinds', 'aria-label': words.say('list.kinds') },
    h(
      'ul',
      {},
      deskKinds.map((one) => {
        const count = errors.get(one) ?? 0;
        return h('li', {}, [
          h(
            'a',
            { href: formatRoute({ view: 'list', kind: one }), 'aria-current': one === kind ? 'page' : undefined },
            words.say(`kind.${one}`),
          ),
          count > 0 ? [' ', h('span', { class: 'count count--error' }, words.say('list.errors', { count }))] : null,
        ]);
      }),
    ),
  );
}

function Entry({ entry }: { readonly entry: DeskEntry }): ComponentChild {
  const { words } = useSession();
  const { title, detail, file, errors, warnings, proposal } = entry;
  return h('li', { class: 'entry' }, [
    h(
      'a',
      { class: 'entry__title', href: formatRoute({ view: 'open', file }), dir: 'auto' },
      withoutTags(title) || entry.id,
    ),
    h('p', { class: 'entry__detail', dir: 'auto' }, detail),
    proposal ? h('p', { class: 'note' }, words.say('record.proposed', { number: proposal.number })) : null,
    errors + warnings === 0
      ? null
      : h('p', { class: 'entry__problems' }, [
          errors > 0 ? h('span', { class: 'count count--error' }, words.say('list.errors', { count: errors })) : null,
          errors > 0 && warnings > 0 ? ' ' : null,
          warnings > 0
            ? h('span', { class: 'count count--warning' }, words.say('list.warnings', { count: warnings }))
            : null,
        ]),
  ]);
}

import { h, type ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormField, FormInput } from '../../model/form.ts';
import type { Edit, Path, WrittenValue } from '../../model/record.ts';
import { itemsOf, textOf, childOf } from '../form/edit-value.ts';
import { idOf } from '../form/field-shell.ts';
import { startsWith, useForm } from '../form/form-context.ts';
import { afterMove, afterRemoval, renumber } from '../form/renumber.ts';
import { useSession } from '../session.ts';
import { useDragging } from './dragging.ts';
import { ListItem } from './list-item.ts';
import { BylineTools } from './byline-tools.ts';
import { FindItem } from './find-item.ts';

interface Props {
  readonly path: Path;
  readonly value: WrittenValue | undefined;
  readonly of: FormInput;
  readonly label: string;
  readonly field: FormField;
}

/** A list whose items can be added to, removed and put into another order, by keyboard, mouse and touch. */
export function ListInput({ path, value, of, label, field }: Props): ComponentChild {
  const { words, announce } = useSession();
  const { apply, values, target } = useForm();
  const items = itemsOf(value);
  const [range, setRange] = useState({ from: 0, to: pageSize });
  const element = useRef<HTMLOListElement>(null);
  const focusNext = useRef<{ index: number; part: string } | undefined>(undefined);
  const isAffiliations = path.length === 1 && path[0] === 'affiliations';
  // A list with one item may be written as a text instead of a list.
  const asList: readonly Edit[] =
    value !== undefined && !Array.isArray(value) ? [{ type: 'set', path, value: items }] : [];
  // A list of thousands shows a part of its items at a time.
  const to = Math.min(range.to, items.length);
  const from = Math.min(range.from, Math.max(0, to - 1));
  const show = (index: number): void => {
    if (index >= from && index < range.to) return;
    setRange(
      index < range.to + pageSize && index >= range.to
        ? { from, to: index + 1 }
        : { from: Math.max(0, index - pageSize / 2), to: index + pageSize / 2 },
    );
  };
  const nameOf = (index: number): string =>
    summaryOf(of, items[index]) || words.say('list.item', { field: label, position: index + 1 });

  useLayoutEffect(() => {
    const wanted = focusNext.current;
    focusNext.current = undefined;
    if (!wanted) return;
    const item = element.current?.children[wanted.index - from];
    const inside =
      item?.querySelector<HTMLElement>(wanted.part) ?? item?.querySelector<HTMLElement>('input, textarea, button');
    inside?.focus();
  });
  useEffect(() => {
    const index = target && startsWith(target, path) ? target[path.length] : undefined;
    if (typeof index === 'number') show(index);
  }, [target]);

  const move = (from: number, to: number, part = '[data-handle]'): void => {
    if (to < 0 || to >= items.length || from === to) return;
    // Leaving the field commits what was typed, before the item gets another position.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const follow = isAffiliations ? renumber(values, afterMove(from, to)) : [];
    focusNext.current = { index: to, part };
    show(to);
    apply([...asList, { type: 'move', path, from, to }, ...follow]);
    announce(words.say('list.moved', { item: nameOf(from), position: to + 1, count: items.length }));
  };
  const find = (index: number): void => {
    focusNext.current = { index, part: 'input, textarea' };
    show(index);
    // The item may be shown already: nothing is rendered then but for this.
    setRange((now) => ({ ...now }));
  };
  const remove = (index: number): void => {
    const follow = isAffiliations ? renumber(values, afterRemoval(index)) : [];
    focusNext.current = { index: Math.max(0, Math.min(index, items.length - 2)), part: '[data-handle]' };
    apply(
      items.length === 1
        ? [{ type: 'remove', path }, ...follow]
        : [...asList, { type: 'remove', path: [...path, index] }, ...follow],
    );
    announce(words.say('list.removed', { item: nameOf(index) }));
  };
  const add = (): void => {
    const empty = emptyOf(of);
    show(items.length);
    focusNext.current = { index: items.length, part: 'input, textarea, select' };
    apply(
      value === undefined || value === ''
        ? [{ type: 'set', path, value: [empty] }]
        : [...asList, { type: 'insert', path, index: items.length, value: empty }],
    );
  };
  const dragging = useDragging(element, from, move);
  const shown = items.slice(from, to);
  return h('div', { class: 'list', id: idOf(path) }, [
    items.length === 0 ? h('p', { class: 'note' }, words.say('list.empty.field')) : null,
    items.length > pageSize ? h(FindItem, { label, count: items.length, nameOf, onFound: find }) : null,
    from > 0
      ? h(
          'button',
          {
            type: 'button',
            class: 'btn btn--small',
            onClick: () => setRange({ from: Math.max(0, from - pageSize), to }),
          },
          words.say('list.showBefore', { count: Math.min(pageSize, from) }),
        )
      : null,
    h(
      'ol',
      { class: 'items', ref: element },
      shown.map((item, place) => {
        const index = from + place;
        return h(ListItem, {
          key: index,
          path: [...path, index],
          value: item,
          of,
          field,
          label,
          name: nameOf(index),
          index,
          count: items.length,
          onMove: (to, part) => move(index, to, part),
          onRemove: () => remove(index),
          dragging,
        });
      }),
    ),
    items.length > to
      ? h(
          'button',
          { type: 'button', class: 'btn btn--small', onClick: () => setRange({ from, to: to + pageSize }) },
          words.say('list.showMore', { count: Math.min(pageSize, items.length - to) }),
        )
      : null,
    h('div', { class: 'actions' }, [
      h('button', { type: 'button', class: 'btn btn--small', onClick: add }, words.say('list.addTo', { field: label })),
      h(BylineTools, { path, items }),
    ]),
  ]);
}

/** Items that are shown at once. */
const pageSize = 50;

/** The value of a new item. */
function emptyOf(of: FormInput): WrittenValue {
  if (of.type !== 'group') return '';
  if (of.textField !== undefined) return '';
  const first = of.fields.find(({ required }) => required) ?? of.fields[0];
  return first ? { [first.name]: first.input.type === 'choice' ? (first.input.options[0] ?? '') : '' } : '';
}

/** A short name of an item: its main field, or the first that is not empty. */
export function summaryOf(of: FormInput, item: WrittenValue | undefined): string {
  if (item === undefined || typeof item !== 'object') return textOf(item);
  if (of.type !== 'group') return Object.values(item).map(textOf).filter(Boolean).join(' ');
  const names = [of.textField ?? '', 'name', 'group', 'title', 'label', ...of.fields.map(({ name }) => name)];
  return names.map((name) => textOf(childOf(item, name))).find(Boolean) ?? '';
}

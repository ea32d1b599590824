import { h, type ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FormField, FormInput } from '../../model/form.ts';
import type { Path, WrittenValue } from '../../model/record.ts';
import { childOf, textOf } from '../form/edit-value.ts';
import { idOf, Messages } from '../form/field-shell.ts';
import { startsWith, useForm, type Described } from '../form/form-context.ts';
import { useSession } from '../session.ts';
import type { Dragging } from './dragging.ts';
import { NumbersInput } from './numbers-input.ts';

interface Props {
  readonly path: Path;
  readonly value: WrittenValue;
  readonly of: FormInput;
  readonly field: FormField;
  readonly label: string;
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number, part?: string) => void;
  readonly onRemove: () => void;
  readonly dragging: Dragging;
}

/** One item of a list: its main fields in a line, the others behind “Details”, and buttons to move and remove it. */
export function ListItem(props: Props): ComponentChild {
  const { path, index, count, name, onMove, onRemove, dragging } = props;
  const { words } = useSession();
  const state = [
    'item',
    dragging.from === index ? 'is-held' : '',
    dragging.before === index && dragging.from !== index ? 'is-before' : '',
    dragging.before === count && index === count - 1 && dragging.from !== index ? 'is-after' : '',
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(index + (event.key === 'ArrowUp' ? -1 : 1), partOf(event.target));
  };
  return h('li', { class: state.filter(Boolean).join(' '), 'data-path': path.join('.'), onKeyDown }, [
    h(
      'button',
      {
        type: 'button',
        class: 'handle',
        'data-handle': true,
        // The name holds the number that is seen, so that it can be spoken.
        'aria-label': `${words.number(index + 1)}: ${words.say('list.drag', { item: name })}`,
        title: words.say('list.drag', { item: name }),
        ...dragging.handlers(index),
      },
      h('span', { class: 'handle__number', 'aria-hidden': 'true' }, words.number(index + 1)),
    ),
    h('div', { class: 'item__main' }, h(ItemValue, props)),
    h('div', { class: 'item__buttons' }, [
      h(
        'button',
        {
          type: 'button',
          class: 'tool',
          'data-up': true,
          disabled: index === 0,
          'aria-label': words.say('list.up', { item: name }),
          onClick: () => onMove(index - 1, '[data-up]'),
        },
        '↑',
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'tool',
          'data-down': true,
          disabled: index === count - 1,
          'aria-label': words.say('list.down', { item: name }),
          onClick: () => onMove(index + 1, '[data-down]'),
        },
        '↓',
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'tool',
          'aria-label': words.say('list.removeItem', { item: name }),
          onClick: onRemove,
        },
        '×',
      ),
    ]),
  ]);
}

/** Selector of the part of the item that gets the focus after a move: the one that had it. */
const partOf = (target: EventTarget | null): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? '.item__main input, .item__main textarea'
    : '[data-handle]';

function ItemValue({ path, value, of, field, label, name, index }: Props): ComponentChild {
  const { words } = useSession();
  const { problems, target, Value, Group } = useForm();
  const position = words.say('list.item', { field: label, position: index + 1 });
  const lineFields = of.type === 'group' ? fieldsOfLine(of, value) : [];
  const shownHere = lineFields.map(({ name: part }) => part);
  const isHere = (at: Path | undefined): boolean =>
    at !== undefined &&
    startsWith(at, path) &&
    (at.length === path.length || of.type !== 'group' || shownHere.includes(String(at[path.length])));
  const isWithin = (at: Path | undefined): boolean =>
    at !== undefined && startsWith(at, path) && at.length > path.length && !isHere(at);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isWithin(target)) setOpen(true);
  }, [target]);
  const describe = (id: string, at: Path): Described => {
    const own = problems.filter((problem) => problem.path && startsWith(problem.path, at));
    return {
      id,
      describedBy: own.length > 0 ? `${idOf(path)}-messages` : undefined,
      invalid: own.some(({ severity }) => severity === 'error'),
    };
  };
  const messages = h(Messages, {
    id: `${idOf(path)}-messages`,
    problems: problems.filter((problem) => isHere(problem.path)),
  });
  if (of.type !== 'group')
    return h('div', {}, [
      h(Value, { field, input: of, path, value, label: position, described: describe(idOf(path), path) }),
      messages,
    ]);
  const alone = typeof value === 'object' ? undefined : value;
  const rest = of.fields.filter(({ name: part }) => !shownHere.includes(part));
  const shows = isOpen || problems.some((problem) => isWithin(problem.path));
  return h('div', {}, [
    h(
      'div',
      { class: 'item__line' },
      lineFields.map((one) => {
        const at = [...path, one.name];
        const own = alone !== undefined && one.name === of.textField ? alone : childOf(value, one.name);
        const title = `${position}: ${words.label(one.name)}`;
        if (one.input.type === 'list')
          return h(NumbersInput, {
            key: one.name,
            path: at,
            value: own,
            label: `${name || position}: ${words.say('authors.numbers')}`,
          });
        return h(
          'div',
          { key: one.name, class: `item__part item__part--${one.input.type}` },
          h(Value, {
            field: one,
            input: one.input,
            path: at,
            value: own,
            label: title,
            described: describe(idOf(at), at),
          }),
        );
      }),
    ),
    messages,
    rest.length === 0
      ? null
      : h(
          'details',
          {
            class: 'quiet',
            open: shows,
            onToggle: ({ currentTarget }: { currentTarget: HTMLDetailsElement }) => setOpen(currentTarget.open),
          },
          [
            h('summary', {}, [
              words.say('list.details'),
              h('span', { class: 'vh' }, ` ${name}`),
              ' ',
              h('bdi', { class: 'note' }, detailsOf(value, shownHere)),
            ]),
            shows ? h(Group, { path, value, fields: of.fields, textField: of.textField, without: shownHere }) : null,
          ],
        ),
  ]);
}

/**
 * The fields in the line of an item: the main field with the numbers of affiliations; in a group without a main field, up to two
 * required fields.
 */
function fieldsOfLine(of: FormInput & { readonly type: 'group' }, value: WrittenValue): readonly FormField[] {
  const named = of.fields.find(({ name }) => name === of.textField);
  if (named) {
    const group = of.fields.find(({ name }) => name === 'group');
    const main = group && textOf(childOf(value, group.name)) !== '' ? group : named;
    return [main, ...of.fields.filter(({ name, input }) => name === 'affiliations' && input.type === 'list')];
  }
  const required = of.fields.filter(({ required: must }) => must).slice(0, 2);
  return required.length > 0 ? required : of.fields.slice(0, 1);
}

/** A short text of the values behind “Details”. */
function detailsOf(value: WrittenValue, without: readonly string[]): string {
  if (typeof value !== 'object' || Array.isArray(value)) return '';
  return Object.entries(value)
    .filter(([name]) => !without.includes(name))
    .map(([name, own]) => (textOf(own) === 'true' ? name : textOf(own)))
    .filter(Boolean)
    .join(' · ');
}

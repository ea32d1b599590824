import type { DraftValue } from '../draft/draft.ts';
import { asRead, isReadList, isReadMap, type Edit, type NewItem, type Path, type ReadValue } from './edit.ts';
import { planChanges, type Change } from './plan-changes.ts';

type Fields = Readonly<Record<string, ReadValue>>;

export interface PlannedEdit {
  readonly changes: readonly Change[];
  /** The fields as they are after the edit. */
  readonly expected: Fields;
}

/**
 * The changes of an edit, and what the fields are then; undefined where the fields have no such place. `textFieldAt`: the
 * field that a text alone means, where a group of fields may be one.
 */
export function planEdit(
  fields: Fields,
  edit: Exclude<Edit, { type: 'body' }>,
  textFieldAt: (path: Path) => string | undefined,
): PlannedEdit | undefined {
  if (edit.path.length === 0) return undefined;
  switch (edit.type) {
    case 'set':
      return planSet(fields, edit.path, edit.value, textFieldAt);
    case 'remove': {
      const before = valueAt(fields, edit.path);
      if (before === undefined) return { changes: [], expected: fields };
      return { changes: [{ type: 'remove', path: edit.path }], expected: withoutAt(fields, edit.path) as Fields };
    }
    case 'insert': {
      const list = valueAt(fields, edit.path);
      if (list === undefined || list === '')
        return edit.index === 0 ? planSet(fields, edit.path, [edit.value], textFieldAt) : undefined;
      const items = isReadList(list) ? list : isReadMap(list) ? undefined : [list];
      if (!items || edit.index < 0 || edit.index > items.length) return undefined;
      const next = [...items.slice(0, edit.index), asRead(edit.value), ...items.slice(edit.index)];
      const expected = setAt(fields, edit.path, next);
      return {
        changes: isReadList(list) ? [edit] : [{ type: 'replace', path: edit.path, value: next }],
        expected,
      };
    }
    case 'move': {
      const list = valueAt(fields, edit.path);
      if (!isReadList(list)) return undefined;
      const order = [...list.keys()];
      const [moved] = order.splice(edit.from, 1);
      if (moved === undefined || edit.to < 0 || edit.to > order.length) return undefined;
      order.splice(edit.to, 0, moved);
      return planOrder(fields, edit.path, list, order);
    }
    case 'arrange': {
      const list = valueAt(fields, edit.path);
      return isReadList(list) ? planOrder(fields, edit.path, list, edit.order) : undefined;
    }
    case 'rename': {
      const [within, key] = [edit.path.slice(0, -1), edit.path.at(-1)];
      const map = valueAt(fields, within);
      if (!isReadMap(map) || typeof key !== 'string' || !Object.hasOwn(map, key) || Object.hasOwn(map, edit.name))
        return undefined;
      const { [key]: value = '', ...others } = map;
      return { changes: [edit], expected: setAt(fields, within, { ...others, [edit.name]: value }) };
    }
  }
}

function planOrder(
  fields: Fields,
  path: Path,
  list: readonly ReadValue[],
  order: readonly (number | NewItem)[],
): PlannedEdit | undefined {
  const items = order.map((item) => (typeof item === 'number' ? list[item] : asRead(item.value)));
  const found = items.filter((item) => item !== undefined);
  if (found.length < items.length) return undefined;
  return { changes: [{ type: 'arrange', path, order }], expected: setAt(fields, path, found) };
}

function planSet(
  fields: Fields,
  path: Path,
  value: DraftValue,
  textFieldAt: (path: Path) => string | undefined,
): PlannedEdit | undefined {
  let at: Path = [];
  let current: ReadValue = fields;
  for (const [index, part] of path.entries()) {
    const rest = path.slice(index);
    const inner: ReadValue | undefined =
      isReadList(current) && typeof part === 'number'
        ? current[part]
        : isReadMap(current) && typeof part === 'string' && Object.hasOwn(current, part)
          ? current[part]
          : undefined;
    if (inner !== undefined) {
      at = [...at, part];
      current = inner;
    } else if (typeof current === 'string') {
      // A text alone is a list of one, or one field of a group. An empty item gets the form of the others of its list.
      if (part === 0 || (part === textFieldAt(at) && (current !== '' || isAmongTexts(fields, at)))) continue;
      const textField = current === '' ? undefined : textFieldAt(at);
      const wrapped = wrap(rest, value);
      if (wrapped === undefined || (current !== '' && textField === undefined)) return undefined;
      const group = textField === undefined ? wrapped : { [textField]: current, ...(wrapped as object) };
      return replaced(fields, at, group);
    } else {
      const wrapped = wrap(rest.slice(1), value);
      if (wrapped === undefined || (typeof part === 'number') !== isReadList(current)) return undefined;
      if (isReadList(current) && part !== current.length) return undefined;
      const change: Change = isReadList(current)
        ? { type: 'insert', path: at, index: current.length, value: wrapped }
        : { type: 'add', path: [...at, part], value: wrapped };
      return { changes: [change], expected: setAt(fields, [...at, part], asRead(wrapped)) };
    }
  }
  return replaced(fields, at, value);
}

/** Whether a place is in a list that has a text alone among its items, such as an author without further fields. */
function isAmongTexts(fields: Fields, at: Path): boolean {
  const list = valueAt(fields, at.slice(0, -1));
  return isReadList(list) && list.some((item) => typeof item === 'string' && item !== '');
}

const replaced = (fields: Fields, at: Path, value: DraftValue): PlannedEdit => ({
  changes: planChanges(valueAt(fields, at) ?? '', value, at),
  expected: setAt(fields, at, asRead(value)),
});

/** A value inside the maps and lists of a path; undefined where a list would begin in its middle. */
function wrap(path: Path, value: DraftValue): DraftValue | undefined {
  return [...path].reverse().reduce<DraftValue | undefined>((inner, part) => {
    if (inner === undefined || (typeof part === 'number' && part !== 0)) return undefined;
    return typeof part === 'number' ? [inner] : { [part]: inner };
  }, value);
}

/** The value at a path; undefined where there is none. */
export function valueAt(fields: ReadValue, path: Path): ReadValue | undefined {
  return path.reduce<ReadValue | undefined>(
    (value, part) =>
      isReadList(value)
        ? value[Number(part)]
        : isReadMap(value) && Object.hasOwn(value, part)
          ? value[part]
          : undefined,
    fields,
  );
}

const setAt = (fields: Fields, path: Path, value: ReadValue): Fields => changeAt(fields, path, () => value) as Fields;

function changeAt(value: ReadValue | undefined, [part, ...rest]: Path, change: () => ReadValue): ReadValue {
  if (part === undefined) return change();
  if (isReadList(value)) {
    const items = [...value];
    items[Number(part)] = changeAt(value[Number(part)], rest, change);
    return items;
  }
  const map = isReadMap(value) ? value : {};
  return { ...map, [part]: changeAt(Object.hasOwn(map, part) ? map[part] : undefined, rest, change) };
}

function withoutAt(value: ReadValue, [part, ...rest]: Path): ReadValue {
  if (part === undefined) return value;
  if (isReadList(value))
    return rest.length === 0
      ? value.filter((_, at) => at !== part)
      : value.map((item, at) => (at === part ? withoutAt(item, rest) : item));
  if (!isReadMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      key !== part ? [[key, item]] : rest.length === 0 ? [] : [[key, withoutAt(item, rest)]],
    ),
  );
}

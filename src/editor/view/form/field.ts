import { h, type ComponentChild } from 'preact';
import type { FormField, FormInput } from '../../model/form.ts';
import type { Path, WrittenValue } from '../../model/record.ts';
import { ChoiceInput, FlagInput } from '../inputs/choice-input.ts';
import { DateInput } from '../inputs/date-input.ts';
import { FileInput } from '../inputs/file-input.ts';
import { IdentifierInput } from '../inputs/identifier-input.ts';
import { ListInput } from '../inputs/list-input.ts';
import { LocalizedInput } from '../inputs/localized-input.ts';
import { ReferenceInput } from '../inputs/reference-input.ts';
import { BlockInput, LineInput } from '../inputs/text-input.ts';
import { useSession } from '../session.ts';
import { childOf, isMap, textOf } from './edit-value.ts';
import { FieldShell } from './field-shell.ts';
import { useForm, type GroupProps, type ValueProps } from './form-context.ts';
import { exampleInPlaceOf } from './unwritten.ts';

interface Props {
  readonly field: FormField;
  readonly path: Path;
  readonly value: WrittenValue | undefined;
}

/** One field of a form: its label, its help, its input and its messages. */
export function Field({ field, path, value }: Props): ComponentChild {
  const { words } = useSession();
  const { input } = field;
  const label = words.label(field.name);
  return h(FieldShell, {
    path,
    label,
    help: withoutRepetition(words.help(field.help), label),
    required: field.required,
    group: input.type === 'list' || input.type === 'group' || input.type === 'localized',
    parts: (part) =>
      typeof part === 'number'
        ? input.type === 'list'
        : input.type === 'group' && input.fields.some(({ name }) => name === part),
    input: (described) => h(Value, { field, input, path, value, label, described }),
  });
}

/** No help where it says only what the label says, such as “Volume.” */
const withoutRepetition = (help: string, label: string): string | undefined =>
  help.replace(/[.。]$/, '').toLowerCase() === label.toLowerCase() ? undefined : help;

/** The input of a value, by its type. */
export function Value({ field, input, path, value, label, described }: ValueProps): ComponentChild {
  const { edit } = useForm();
  const { words } = useSession();
  const unwritten = exampleInPlaceOf(textOf(value));
  const common = { ...described, label };
  const onChange = (written: WrittenValue | undefined): void => edit(path, written);
  // A value that the input cannot show is shown as it is written; the check reports it.
  if (!fits(input, value)) return h(WrittenAsIs, { value });
  switch (input.type) {
    case 'line':
    case 'number':
      return h(LineInput, {
        ...common,
        value: unwritten ? '' : textOf(value),
        onChange,
        placeholder: unwritten ? words.say(unwritten) : exampleOf(field),
        markup: input.type === 'line' && input.markup === true,
      });
    case 'block':
      return h(BlockInput, { ...common, value: textOf(value), onChange });
    case 'identifier':
      return h(IdentifierInput, {
        ...common,
        value: unwritten ? '' : textOf(value),
        form: input.identifier,
        onChange,
        placeholder: unwritten ? words.say(unwritten) : exampleOf(field),
      });
    case 'date':
      return h(DateInput, { ...common, value, onChange });
    case 'flag':
      return h(FlagInput, { ...common, value: textOf(value), onChange, fallback: field.fallback });
    case 'choice':
      return h(ChoiceInput, {
        ...common,
        value: textOf(value),
        options: input.options,
        onChange,
        fallback: field.fallback,
      });
    case 'file':
      return h(FileInput, { ...common, path, value: textOf(value), onChange });
    case 'reference':
      return h(ReferenceInput, {
        ...common,
        value: textOf(value),
        kind: input.kind,
        free: input.free ?? false,
        onChange,
      });
    case 'localized':
      return h(LocalizedInput, { ...common, path, value, of: input.of });
    case 'list':
      return h(ListInput, { path, value, of: input.of, label, field });
    case 'group':
      return h(Group, { path, value, fields: input.fields, textField: input.textField });
    case 'map':
      return h(Group, { path, value, fields: ownFields(value, input.of) });
    case 'unknown':
      return h(WrittenAsIs, { value });
  }
}

/** The fields of a group. */
export function Group({ path, value, fields, textField, without = [] }: GroupProps): ComponentChild {
  const own =
    value !== undefined && typeof value !== 'object' && textField !== undefined ? { [textField]: value } : value;
  return h(
    'div',
    { class: 'group' },
    fields
      .filter(({ name }) => !without.includes(name))
      .map((field) =>
        h(Field, { key: field.name, field, path: [...path, field.name], value: childOf(own, field.name) }),
      ),
  );
}

/** A value that the form cannot edit, as it is written. */
export function WrittenAsIs({ value }: { readonly value: WrittenValue | undefined }): ComponentChild {
  const { words } = useSession();
  return h('div', {}, [
    h('pre', { class: 'as-is', dir: 'ltr', tabIndex: 0 }, JSON.stringify(value, undefined, 2)),
    h('p', { class: 'note' }, words.say('record.unknown')),
  ]);
}

/** The fields of a map whose names its author chose. */
const ownFields = (value: WrittenValue | undefined, of: FormInput): readonly FormField[] =>
  Object.keys(typeof value === 'object' ? value : {}).map((name) => ({ name, help: '', required: false, input: of }));

const exampleOf = ({ example }: FormField): string | undefined => example?.replace(/^["']|["']$/g, '');

const isText = (value: WrittenValue): boolean => typeof value !== 'object';

/** Whether a value can be shown by an input without losing a part of it. */
function fits(input: FormInput, value: WrittenValue | undefined): boolean {
  if (value === undefined) return true;
  switch (input.type) {
    case 'list':
      return isText(value) || Array.isArray(value);
    case 'map':
      return isMap(value);
    case 'group':
      return isMap(value) || (isText(value) && (input.textField !== undefined || value === ''));
    case 'localized':
      return isText(value) || (isMap(value) && Object.values(value).every(isText));
    case 'date':
      return isText(value) || (isMap(value) && Object.keys(value).join() === 'persian');
    default:
      return isText(value);
  }
}

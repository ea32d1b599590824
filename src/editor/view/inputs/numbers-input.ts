import { h, type ComponentChild } from 'preact';
import { westernDigits } from '../../../domain/text/western-digits.ts';
import type { Path, WrittenValue } from '../../model/record.ts';
import { itemsOf, textOf } from '../form/edit-value.ts';
import { idOf } from '../form/field-shell.ts';
import { useForm } from '../form/form-context.ts';
import { useDraftText } from './draft-text.ts';

interface Props {
  readonly path: Path;
  readonly value: WrittenValue | undefined;
  readonly label: string;
}

/** Numbers of affiliations in one line, as a paper prints them: `1, 2`. */
export function NumbersInput({ path, value, label }: Props): ComponentChild {
  const { edit, endStep } = useForm();
  const written = itemsOf(value).map(textOf).join(', ');
  const draft = useDraftText(
    written,
    (text) => {
      const numbers = westernDigits(text)
        .split(/[\s,،;]+/)
        .filter(Boolean)
        .map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : part));
      edit(path, numbers.length === 0 ? undefined : numbers);
    },
    endStep,
  );
  return h('input', {
    class: 'input input--numbers',
    id: idOf(path),
    type: 'text',
    inputMode: 'numeric',
    dir: 'ltr',
    autocomplete: 'off',
    value: draft.text,
    'aria-label': label,
    onInput: draft.onInput,
    onBlur: draft.onBlur,
  });
}

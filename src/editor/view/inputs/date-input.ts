import { h, type ComponentChild } from 'preact';
import { formatPartialDate, parsePartialDate } from '../../../domain/dates/partial-date.ts';
import { parsePrintedDate } from '../../../domain/dates/parse-printed-date.ts';
import { westernDigits } from '../../../domain/text/western-digits.ts';
import type { WrittenValue } from '../../model/record.ts';
import { childOf, textOf } from '../form/edit-value.ts';
import { FaultText } from '../fault-text.ts';
import { useForm, type Described } from '../form/form-context.ts';
import { useSession } from '../session.ts';
import { CalendarChoice } from './calendar-choice.ts';
import { useDraftText } from './draft-text.ts';

interface Props extends Described {
  readonly value: WrittenValue | undefined;
  readonly onChange: (value: WrittenValue | undefined) => void;
  readonly label: string;
}

/** A date as precisely as it is known, in the Gregorian or the Persian calendar. */
export function DateInput({ value, onChange, label, id, describedBy, invalid }: Props): ComponentChild {
  const { words } = useSession();
  const { endStep } = useForm();
  const printed = childOf(value, 'persian');
  const isPersian = printed !== undefined;
  const written = (text: string, persian: boolean): WrittenValue | undefined => {
    const date = westernDigits(text).trim();
    return date === '' ? undefined : persian ? { persian: date } : date;
  };
  const draft = useDraftText(
    textOf(isPersian ? printed : value),
    (text) => onChange(written(text, isPersian)),
    endStep,
  );
  const result =
    draft.text.trim() === ''
      ? undefined
      : isPersian
        ? parsePrintedDate('persian', westernDigits(draft.text).trim())
        : parsePartialDate(westernDigits(draft.text).trim());
  const reading = !result
    ? undefined
    : !result.ok
      ? // The check says it as well.
        invalid
        ? undefined
        : h(FaultText, { fault: result.fault })
      : isPersian
        ? words.say('date.equals', { date: formatPartialDate(result.value) })
        : undefined;
  return h('div', { class: 'date' }, [
    h('input', {
      class: 'input input--short',
      type: 'text',
      id,
      value: draft.text,
      dir: 'ltr',
      inputMode: 'text',
      autocomplete: 'off',
      placeholder: isPersian ? '1402-05-12' : '2024-12-03',
      'aria-describedby': [describedBy, reading ? `${id}-reading` : ''].filter(Boolean).join(' ') || undefined,
      'aria-invalid': invalid || (result && !result.ok) || undefined,
      onInput: draft.onInput,
      onBlur: draft.onBlur,
    }),
    h(CalendarChoice, {
      label,
      isPersian,
      onChange: (persian) => onChange(written(draft.text, persian) ?? (persian ? { persian: '' } : undefined)),
    }),
    reading === undefined ? null : h('p', { class: 'reading', id: `${id}-reading` }, reading),
  ]);
}

import { h, type ComponentChild } from 'preact';
import { useSession } from '../session.ts';

interface Props {
  /** Label of the date. */
  readonly label: string;
  readonly isPersian: boolean;
  readonly onChange: (isPersian: boolean) => void;
}

/** The calendar in which a date is written. */
export function CalendarChoice({ label, isPersian, onChange }: Props): ComponentChild {
  const { words } = useSession();
  return h(
    'select',
    {
      class: 'input input--short',
      'aria-label': `${label}: ${words.say('date.calendar')}`,
      value: isPersian ? 'persian' : 'gregorian',
      onChange: ({ currentTarget }: { currentTarget: HTMLSelectElement }) =>
        onChange(currentTarget.value === 'persian'),
    },
    [
      h('option', { value: 'gregorian' }, words.say('date.gregorian')),
      h('option', { value: 'persian' }, words.say('date.persian')),
    ],
  );
}

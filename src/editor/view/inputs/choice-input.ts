import { h, type ComponentChild } from 'preact';
import type { Described } from '../form/form-context.ts';
import { useSession } from '../session.ts';

interface Props extends Described {
  readonly value: string;
  readonly label: string;
  readonly onChange: (word: string) => void;
  /** The default: what an absent field means. */
  readonly fallback?: string | undefined;
}

/** A choice of one word from a closed list. */
export function ChoiceInput({
  value,
  label,
  options,
  onChange,
  fallback,
  id,
  describedBy,
  invalid,
}: Props & { readonly options: readonly string[] }): ComponentChild {
  const { words } = useSession();
  const all = value === '' || options.includes(value) ? options : [value, ...options];
  return h(
    'select',
    {
      class: 'input input--choice',
      id,
      value,
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': invalid || undefined,
      onChange: ({ currentTarget }: { currentTarget: HTMLSelectElement }) => onChange(currentTarget.value),
    },
    [
      h(
        'option',
        { value: '' },
        fallback === undefined ? words.say('choice.none') : `${words.option(fallback)} (${words.say('choice.none')})`,
      ),
      all.map((option) => h('option', { value: option, key: option }, words.option(option))),
    ],
  );
}

/** A checkbox. The default value is not written into the file. */
export function FlagInput({
  value,
  label,
  onChange,
  fallback = 'false',
  id,
  describedBy,
  invalid,
}: Props): ComponentChild {
  const { words } = useSession();
  const isOn = (value === '' ? fallback : value) === 'true';
  return h('span', { class: 'flag' }, [
    h('input', {
      type: 'checkbox',
      id,
      checked: isOn,
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': invalid || undefined,
      onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
        const next = String(currentTarget.checked);
        onChange(next === fallback ? '' : next);
      },
    }),
    h('span', { 'aria-hidden': 'true' }, words.say(isOn ? 'flag.true' : 'flag.false')),
  ]);
}

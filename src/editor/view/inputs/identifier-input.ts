import { h, type ComponentChild } from 'preact';
import type { TextForm } from '../../../schemas/written-form.ts';
import { useForm, type Described } from '../form/form-context.ts';
import { FaultText } from '../fault-text.ts';
import { useSession } from '../session.ts';
import { useDraftText } from './draft-text.ts';
import { addressOf, findFault } from './identifiers.ts';

interface Props extends Described {
  readonly value: string;
  readonly form: TextForm;
  readonly onChange: (text: string) => void;
  readonly label?: string;
  readonly placeholder?: string | undefined;
}

/** A text of a certain form, such as a DOI. It is checked while it is typed, and its web address is shown. */
export function IdentifierInput({
  value,
  form,
  onChange,
  label,
  placeholder,
  id,
  describedBy,
  invalid,
}: Props): ComponentChild {
  const { words } = useSession();
  const { endStep } = useForm();
  const draft = useDraftText(value, onChange, endStep);
  const fault = findFault(form, draft.text);
  const address = addressOf(form, draft.text);
  const repaired = fault?.repaired;
  return h('div', { class: 'identifier' }, [
    h('input', {
      class: 'input',
      type: 'text',
      id,
      value: draft.text,
      'aria-label': label,
      'aria-describedby': [describedBy, fault || address ? `${id}-reading` : ''].filter(Boolean).join(' ') || undefined,
      'aria-invalid': invalid || fault !== undefined || undefined,
      dir: form === 'person-name' ? 'auto' : 'ltr',
      placeholder,
      spellcheck: false,
      autocomplete: 'off',
      onInput: draft.onInput,
      onBlur: draft.onBlur,
    }),
    h('p', { class: 'reading', id: `${id}-reading`, hidden: (!fault || invalid) && !address, 'aria-live': 'polite' }, [
      fault && !invalid ? h('span', { class: 'reading__fault' }, h(FaultText, { fault })) : null,
      // The message below the field has a button of its own.
      repaired === undefined || invalid
        ? null
        : h(
            'button',
            { type: 'button', class: 'btn btn--small', onClick: () => draft.write(repaired) },
            words.say('identifier.write', { value: repaired }),
          ),
      address === undefined
        ? null
        : address === draft.text.trim()
          ? h('a', { href: address, target: '_blank', rel: 'noreferrer' }, words.say('identifier.open'))
          : [
              words.say('identifier.leads'),
              ' ',
              h('a', { href: address, target: '_blank', rel: 'noreferrer', dir: 'ltr' }, address),
            ],
    ]),
  ]);
}

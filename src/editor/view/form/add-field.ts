import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { foldAll } from '../../../search/fold.ts';
import type { FormField } from '../../model/form.ts';
import { withCode } from './field-shell.ts';
import { useSession } from '../session.ts';

interface Props {
  readonly fields: readonly FormField[];
  readonly onAdd: (name: string) => void;
}

/** The fields that a record does not have yet, with a search over their names and their help. */
export function AddField({ fields, onAdd }: Props): ComponentChild {
  const { words } = useSession();
  const [query, setQuery] = useState('');
  if (fields.length === 0) return null;
  const wanted = tokensOf(query);
  const found = fields.filter(({ name, help }) => {
    const text = ` ${tokensOf(`${words.label(name)} ${name} ${words.help(help)}`).join(' ')}`;
    return wanted.every((token) => text.includes(` ${token}`));
  });
  return h('details', { class: 'add-field' }, [
    h('summary', { class: 'btn' }, words.say('record.addField')),
    h('input', {
      class: 'input',
      type: 'search',
      value: query,
      dir: 'auto',
      'aria-label': words.say('record.addFieldHelp'),
      placeholder: words.say('record.addFieldHelp'),
      onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setQuery(currentTarget.value),
    }),
    found.length === 0 ? h('p', { class: 'note', role: 'status' }, words.say('record.noField')) : null,
    h(
      'ul',
      { class: 'add-field__list' },
      found.map(({ name, help }) =>
        h('li', { key: name }, [
          h(
            'button',
            { type: 'button', class: 'link', 'data-add': name, onClick: () => onAdd(name) },
            words.label(name),
          ),
          h('span', { class: 'note' }, [' ', withCode(words.help(help))]),
        ]),
      ),
    ),
  ]);
}

const tokensOf = (text: string): readonly string[] => foldAll(text).map(({ token }) => token);

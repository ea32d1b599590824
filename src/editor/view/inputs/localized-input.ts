import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { parseLanguageTag } from '../../../domain/languages/language.ts';
import type { FormInput } from '../../model/form.ts';
import type { Path, WrittenValue } from '../../model/record.ts';
import { childOf, textOf } from '../form/edit-value.ts';
import { idOf } from '../form/field-shell.ts';
import { useForm, type Described } from '../form/form-context.ts';
import { useSession } from '../session.ts';
import { BlockInput, LineInput } from './text-input.ts';

interface Props extends Described {
  readonly path: Path;
  readonly value: WrittenValue | undefined;
  readonly of: FormInput;
  readonly label: string;
}

/** One field for each language of the site, and for each other language that the file has. */
export function LocalizedInput({ path, value, of, label, id, describedBy, invalid }: Props): ComponentChild {
  const { words, settings } = useSession();
  const { edit } = useForm();
  const [added, setAdded] = useState<readonly string[]>([]);
  // A text instead of a map has no language. It becomes a map when a second language is added.
  const isText = value !== undefined && typeof value !== 'object';
  const written = isText || value === undefined ? [] : Object.keys(value);
  const languages = [...new Set([...settings.locales, ...written, ...added])];
  const shown = isText ? ['', ...languages.slice(1)] : languages;
  const [main = 'en'] = settings.locales;
  const textIn = (language: string): string => (language === '' ? textOf(value) : textOf(childOf(value, language)));
  const write = (language: string, text: string): void => {
    if (language === '') edit(path, text);
    else if (isText) edit(path, text === '' ? textOf(value) : { [main]: textOf(value), [language]: text });
    else edit([...path, language], text);
  };
  const Input = of.type === 'block' ? BlockInput : LineInput;
  return h('div', { class: 'localized' }, [
    shown.map((language, index) => {
      const name =
        language === '' ? label : words.say('language.of', { field: label, language: words.languageName(language) });
      return h('div', { class: 'localized__one', key: language }, [
        h(
          'label',
          { class: 'localized__language', for: index === 0 ? id : idOf([...path, language]) },
          language === '' ? words.languageName(main) : words.languageName(language),
        ),
        h(Input, {
          id: index === 0 ? id : idOf([...path, language]),
          value: textIn(language),
          onChange: (text: string) => write(language, text),
          label: name,
          lang: language || undefined,
          rows: 2,
          describedBy,
          invalid,
          ...(of.type === 'line' ? { markup: of.markup === true } : {}),
        }),
      ]);
    }),
    h(AddLanguage, { taken: languages, onAdd: (language) => setAdded([...added, language]) }),
  ]);
}

function AddLanguage({
  taken,
  onAdd,
}: {
  readonly taken: readonly string[];
  readonly onAdd: (language: string) => void;
}): ComponentChild {
  const { words } = useSession();
  const [text, setText] = useState('');
  const add = (): void => {
    const result = parseLanguageTag(text.trim());
    const language = result.ok ? result.value : result.fault.repaired;
    if (language === undefined || taken.includes(language)) return;
    onAdd(language);
    setText('');
  };
  return h('details', { class: 'quiet' }, [
    h('summary', {}, words.say('language.add')),
    h('div', { class: 'inline' }, [
      h('input', {
        class: 'input input--short',
        value: text,
        dir: 'ltr',
        'aria-label': words.say('language.tag'),
        placeholder: 'de',
        onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setText(currentTarget.value),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        },
      }),
      h('button', { type: 'button', class: 'btn btn--small', onClick: add }, words.say('list.add')),
    ]),
  ]);
}

import { h, type FunctionComponent, type ComponentChild } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormField } from '../../model/form.ts';
import type { Path, WrittenValue } from '../../model/record.ts';
import { AbstractEditor, PageBody } from '../inputs/abstract-editor.ts';
import { useSession } from '../session.ts';
import { AddField } from './add-field.ts';
import { DropTarget } from './drop-target.ts';
import { WrittenAsIs } from './field.ts';
import { FieldShell } from './field-shell.ts';
import { useForm } from './form-context.ts';

interface Props {
  readonly Field: FunctionComponent<{
    readonly field: FormField;
    readonly path: Path;
    readonly value: WrittenValue | undefined;
  }>;
}

/** Fields that are shown although they are empty, because most records have them. */
const usual: Readonly<Record<string, readonly string[]>> = {
  publications: ['title', 'type', 'authors', 'affiliations', 'journal', 'published', 'doi', 'titles'],
  people: ['names', 'orcid', 'unit', 'role'],
  units: ['name', 'parent', 'url'],
  journals: ['title', 'abbreviation', 'issn', 'publisher'],
  topics: ['label', 'parent'],
  pages: ['title', 'order'],
  site: ['institute', 'url', 'locales'],
};

/** The form of a record: the fields that it has, and those that most records have. The others are offered by “Add a field”. */
export function RecordForm({ Field }: Props): ComponentChild {
  const { words } = useSession();
  const { fields, values, kind, problems } = useForm();
  const [added, setAdded] = useState<readonly string[]>([]);
  const focusNext = useRef<string | undefined>(undefined);
  const isShown = ({ name, required }: FormField): boolean =>
    required ||
    values[name] !== undefined ||
    added.includes(name) ||
    (usual[kind] ?? []).includes(name) ||
    problems.some(({ path }) => path?.[0] === name);
  const known = new Set(fields.map(({ name }) => name));
  const unknown = Object.entries(values).filter(([name]) => !known.has(name));
  const show = (name: string): void => {
    setAdded([...added, name]);
    focusNext.current = name;
  };
  // Before the next key, which may follow at once.
  useLayoutEffect(() => {
    const field = focusNext.current && document.querySelector<HTMLElement>(`[data-path="${focusNext.current}"]`);
    focusNext.current = undefined;
    if (!field) return;
    field.scrollIntoView({ block: 'center' });
    // A field that appears after an upload does not take the focus of somebody who types elsewhere meanwhile.
    if (!document.activeElement?.matches('input:not([type=search], [type=file]), textarea'))
      field.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  });
  const body = kind === 'publications' ? h(AbstractEditor, {}) : kind === 'pages' ? h(PageBody, {}) : null;
  const shown = fields.filter(isShown);
  const first = shown.findIndex(({ name }) => name === 'affiliations') + 1;
  const toField = (field: FormField): ComponentChild =>
    h(Field, { key: field.name, field, path: [field.name], value: values[field.name] });
  return h(DropTarget, { onField: show }, [
    h('form', { class: 'form', onSubmit: (event: Event) => event.preventDefault(), autocomplete: 'off' }, [
      shown.slice(0, first).map(toField),
      kind === 'publications' ? body : null,
      shown.slice(first).map(toField),
      kind === 'publications' ? null : body,
      unknown.map(([name, value]) =>
        h(FieldShell, { key: name, path: [name], label: name, group: true, input: () => h(WrittenAsIs, { value }) }),
      ),
      h(AddField, { fields: fields.filter((field) => !isShown(field)), onAdd: show }),
      h('p', { class: 'note' }, words.say('keys.help')),
    ]),
  ]);
}

import { describe, expect, test } from 'vitest';
import { describeForm, type FormField, type FormInput } from '../../../../src/editor/model/form.ts';
import { fileSchemas } from '../../../../src/schemas/file-schemas.ts';
import type { DeskKind } from '../../../../src/editor/model/record.ts';

const kinds = Object.keys(fileSchemas) as readonly DeskKind[];

/** Fields that the desk shows as text, with the reason. */
const shownAsText: Readonly<Record<string, string>> = {};

describe('the form of each kind of file', () => {
  test.each(kinds)('%s: has an input for every field, or a reason why not', (kind) => {
    const unknown = describeForm(kind).flatMap((field) => unknownIn(`${kind}.${field.name}`, field.input));
    expect(unknown).toEqual(Object.keys(shownAsText).filter((name) => name.startsWith(`${kind}.`)));
  });

  test.each(kinds)('%s: has a sentence and an example for every field', (kind) => {
    const bare = describeForm(kind)
      .flatMap((field) => [field, ...fieldsIn(field.input)])
      .filter(({ help, example }) => help === '' || example === undefined);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  test.each(kinds)('%s: has the fields of the schema in their order', (kind) => {
    expect(describeForm(kind).map(({ name }) => name)).toEqual(Object.keys(fileSchemas[kind].shape));
  });
});

describe('a field', () => {
  // prettier-ignore
  const cases: readonly (readonly [path: string, input: unknown])[] = [
    ['publications.title', { type: 'line', markup: true }],
    ['publications.type', { type: 'choice', options: expect.arrayContaining(['article', 'chapter']) as unknown }],
    ['publications.lang', { type: 'identifier', identifier: 'language' }],
    ['publications.published', { type: 'date' }],
    ['publications.doi', { type: 'identifier', identifier: 'doi' }],
    ['publications.journal', { type: 'reference', kind: 'journals', free: true }],
    ['publications.topics', { type: 'list', of: { type: 'reference', kind: 'topics' } }],
    ['publications.trials', { type: 'list', of: { type: 'identifier', identifier: 'trial' } }],
    ['publications.draft', { type: 'flag' }],
    ['publications.summary', { type: 'localized', of: { type: 'block' }, textAlone: true }],
    ['publications.titles', { type: 'localized', of: { type: 'line', markup: true }, textAlone: false }],
    ['publications.image.src', { type: 'file' }],
    ['publications.image.alt', { type: 'localized', of: { type: 'line' }, textAlone: true }],
    ['publications.authors[].person', { type: 'reference', kind: 'people' }],
    ['publications.authors[].affiliations', { type: 'list', of: { type: 'number' } }],
    ['publications.authors[].native', { type: 'localized', of: { type: 'block' }, textAlone: true }],
    ['publications.thesis.advisor[].orcid', { type: 'identifier', identifier: 'orcid' }],
    ['publications.affiliations[].unit', { type: 'reference', kind: 'units' }],
    ['publications.versions.preprint', { type: 'identifier', identifier: 'doi-or-slug' }],
    ['people.names', { type: 'list', of: { type: 'identifier', identifier: 'person-name' } }],
    ['people.image', { type: 'file' }],
    ['units.parent', { type: 'reference', kind: 'units' }],
    ['topics.parent', { type: 'reference', kind: 'topics' }],
    ['site.accent.light', { type: 'identifier', identifier: 'color' }],
    ['site.features.bulk.split', { type: 'number' }],
  ];

  test.each(cases)('%s has the input that its schema says', (path, input) => {
    expect(inputAt(path)).toEqual(input);
  });

  test('is required where the schema requires it', () => {
    const required = describeForm('publications').filter((field) => field.required);
    expect(required.map(({ name }) => name)).toEqual(['title', 'authors', 'published']);
  });

  test('says what it means where it is absent', () => {
    const fallbacks = describeForm('publications').flatMap(({ name, fallback }) =>
      fallback ? [[name, fallback]] : [],
    );
    expect(fallbacks).toEqual([
      ['type', 'article'],
      ['status', 'published'],
      ['featured', 'false'],
      ['draft', 'false'],
    ]);
  });

  // prettier-ignore
  test.each([['publications.authors[]', 'name'], ['publications.affiliations[]', 'name'], ['publications.container', 'title'], ['publications.mesh[]', 'id'], ['site.accent', 'light']])(
    '%s may be a text alone, which means its %s',
    (path, textField) => {
      expect(inputAt(path)).toMatchObject({ type: 'group', textField });
    },
  );
});

/** `publications.authors[].orcid` */
function inputAt(path: string): FormInput {
  const [kind, ...parts] = path.split('.');
  let fields = describeForm(kind as DeskKind);
  let input: FormInput = { type: 'group', fields };
  for (const part of parts) {
    const found: FormField | undefined = fields.find(({ name }) => name === part.replace('[]', ''));
    if (!found) throw new Error(`${path}: no field ${part}`);
    input = found.input;
    if (part.endsWith('[]')) {
      if (input.type !== 'list') throw new Error(`${path}: ${part} is no list`);
      input = input.of;
    }
    fields = input.type === 'group' ? input.fields : [];
  }
  return input;
}

function unknownIn(path: string, input: FormInput): string[] {
  switch (input.type) {
    case 'unknown':
      return [path];
    case 'list':
    case 'localized':
    case 'map':
      return unknownIn(`${path}[]`, input.of);
    case 'group':
      return input.fields.flatMap((field) => unknownIn(`${path}.${field.name}`, field.input));
    default:
      return [];
  }
}

function fieldsIn(input: FormInput): readonly FormField[] {
  if (input.type === 'list' || input.type === 'localized' || input.type === 'map') return fieldsIn(input.of);
  return input.type === 'group' ? input.fields.flatMap((field) => [field, ...fieldsIn(field.input)]) : [];
}

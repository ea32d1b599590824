import { beforeAll, expect, test } from 'vitest';
import { describeForm, type FormField, type FormInput } from '../../../../src/editor/model/form.ts';
import type { DeskKind } from '../../../../src/editor/model/record.ts';
import { fileSchemas } from '../../../../src/schemas/file-schemas.ts';
import { deskLanguages, deskWords, loadWords } from '../../../../src/editor/view/strings/desk-words.ts';
import { en, type DeskString } from '../../../../src/editor/view/strings/en.ts';
import { fa } from '../../../../src/editor/view/strings/fa.ts';
import { fieldHelpEn } from '../../../../src/editor/view/strings/field-help-en.ts';
import { fieldHelpFa } from '../../../../src/editor/view/strings/field-help-fa.ts';
import { otherFieldHelpFa } from '../../../../src/editor/view/strings/field-help-others-fa.ts';
import { fieldLabelsFa, optionLabelsFa } from '../../../../src/editor/view/strings/fields-fa.ts';

const inner = (input: FormInput): readonly FormField[] =>
  input.type === 'group' ? input.fields.flatMap(all) : 'of' in input ? inner(input.of) : [];
const all = (field: FormField): readonly FormField[] => [field, ...inner(field.input)];
const optionsOf = (input: FormInput): readonly string[] =>
  input.type === 'choice' ? input.options : 'of' in input ? optionsOf(input.of) : [];
const fields = (Object.keys(fileSchemas) as DeskKind[]).flatMap((kind) => describeForm(kind).flatMap(all));

beforeAll(() => Promise.all(deskLanguages.map(loadWords)));

test('there are fields', () => {
  expect(fields.length).toBeGreaterThan(100);
});

test('every field has a label and its help in Persian', () => {
  expect(fields.map(({ name }) => name).filter((name) => !(name in fieldLabelsFa))).toEqual([]);
  const lacks = (of: readonly FormField[], ...tables: readonly Readonly<Record<string, string>>[]) =>
    of.filter(({ help }) => help !== '' && !tables.some((table) => help in table)).map(({ help }) => help);
  expect(lacks(fields, fieldHelpFa, otherFieldHelpFa)).toEqual([]);
  expect(lacks(describeForm('publications').flatMap(all), fieldHelpFa)).toEqual([]);
});

test('the help of the fields that publications do not have is loaded when their form is shown', async () => {
  const words = deskWords('fa');
  const [sentence = '', translated] = Object.entries(otherFieldHelpFa)[0]!;
  expect(words.loadHelp('publications')).toBeUndefined();
  expect(words.help(sentence)).toBe('');
  await words.loadHelp('people');
  expect(words.help(sentence)).toBe(translated);
  expect(deskWords('en').loadHelp('people')).toBeUndefined();
});

test('every word of a closed list has a name in Persian', () => {
  expect(fields.flatMap(({ input }) => optionsOf(input)).filter((word) => !(word in optionLabelsFa))).toEqual([]);
});

test('no help is kept for a sentence that no field has', () => {
  const sentences = new Set(fields.map(({ help }) => help));
  expect(
    [fieldHelpFa, otherFieldHelpFa, fieldHelpEn].flatMap(Object.keys).filter((sentence) => !sentences.has(sentence)),
  ).toEqual([]);
  expect(Object.values(fieldHelpEn).filter((help) => /`|content\/|\{/.test(help))).toEqual([]);
});

test('a string names the same values in each language', () => {
  const values = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const key of Object.keys(en) as DeskString[]) expect(values(fa[key]), key).toEqual(values(en[key]));
});

test('numbers have the digits of the language', () => {
  expect(deskWords('fa').say('list.count', { count: 12 })).toContain('۱۲');
  expect(deskWords('en').say('list.count', { count: 12 })).toContain('12');
});

test('a field without a word of its own is named by its key', () => {
  const { label } = deskWords('en');
  expect([label('articleNumber'), label('doi'), label('keyMessages')]).toEqual([
    'Article number',
    'DOI',
    'Key messages',
  ]);
});

import { describe, expect, test } from 'vitest';
import { compileText, makePublication, publicationText, type WrittenPublication } from '../../support/make.ts';

const problemsOf = (written: WrittenPublication) =>
  compileText('publications/a.mdx', publicationText(written)).problems.map(({ name, field, hint }) => [
    name,
    field,
    hint,
  ]);

describe('a thesis', () => {
  test('names its institution as the container, and its advisors as persons', () => {
    const { container, thesis } = makePublication({
      type: 'thesis',
      thesis: { kind: 'master', institution: 'Example University', advisor: 'Example, Erika' },
    });
    expect([container, thesis?.kind, thesis?.advisors[0]?.name.printed]).toEqual([
      'Example University',
      'master',
      'Erika Example',
    ]);
  });

  test('of another type, or of two containers, is reported', () => {
    expect(problemsOf({ thesis: { kind: 'master' } }).map(([name]) => name)).toEqual(['thesis-of-other-type']);
    expect(
      problemsOf({ type: 'thesis', container: 'Archive', thesis: { institution: 'University' } }).map(([name]) => name),
    ).toEqual(['container-unused']);
  });
});

describe('a container', () => {
  test('is a text, or a group with its ISBN and DOI', () => {
    expect(makePublication({ type: 'chapter', container: 'A book' }).container).toBe('A book');
    expect(
      makePublication({
        type: 'chapter',
        container: { title: 'A book', isbn: '978-3-16-148410-0', doi: '10.5555/book' },
      }),
    ).toMatchObject({ container: 'A book', isbn: '978-3-16-148410-0', containerDoi: '10.5555/book' });
  });

  test('that is named as the congress is the congress', () => {
    const { container, event } = makePublication({
      type: 'poster',
      container: 'Congress',
      event: { name: 'Congress' },
    });
    expect([container, event?.name]).toEqual([undefined, 'Congress']);
  });
});

describe('a date of the Persian calendar', () => {
  test('is kept as printed, with the Gregorian date as far as it is certain', () => {
    expect(makePublication({ published: { persian: '۱۴۰۲-۰۵-۱۲' } }).published).toEqual({
      year: 2023,
      month: 8,
      day: 3,
      printed: { calendar: 'persian', year: 1402, month: 5, day: 12 },
    });
    expect(makePublication({ published: { persian: '1402' } }).published).toMatchObject({ year: 2023 });
  });

  test('that is written without its calendar, or wrongly, is repaired in the hint', () => {
    expect(problemsOf({ published: '1402-05-12' })).toEqual([
      ['impossible-date', 'published', 'if this is a date of the Persian calendar, write { persian: 1402-05-12 }'],
    ]);
    expect(problemsOf({ published: { persian: '1402-13' } })).toEqual([
      ['impossible-date', 'published.persian', 'correct the month, or write only 1402'],
    ]);
    expect(problemsOf({ published: { jalali: '1402' } })).toEqual([
      ['malformed-date', 'published', 'write a date such as 2024-12-03, or { persian: 1402-05-12 }'],
    ]);
  });
});

describe('a MeSH heading', () => {
  test('is a number, or a number with words', () => {
    const { mesh, meshLabels } = makePublication({
      mesh: ['D012890', { id: 'D001172', label: 'Arthritis, Rheumatoid' }],
    });
    expect([mesh, meshLabels]).toEqual([['D012890', 'D001172'], { D001172: 'Arthritis, Rheumatoid' }]);
    expect(problemsOf({ mesh: [{ label: 'Sleep' }] })).toMatchObject([
      ['missing-field', 'mesh[1].id', expect.anything()],
    ]);
  });
});

test('more than three key messages are too many', () => {
  expect(problemsOf({ keyMessages: ['One.', { en: 'Two.', fa: 'دو.' }, 'Three.'] })).toEqual([]);
  expect(problemsOf({ keyMessages: ['One.', 'Two.', 'Three.', 'Four.'] })).toMatchObject([
    ['many-key-messages', 'keyMessages', expect.anything()],
  ]);
});

test('the description of a topic, unit or journal is Markdown', () => {
  for (const [path, name] of [
    ['topics/a.yaml', 'label: A'],
    ['units/a.yaml', 'name: A'],
    ['journals/a.yaml', 'title: A'],
  ] as const) {
    const { record, problems } = compileText(path, `${name}\ndescription: { en: "**Well** said" }\n`);
    expect(problems).toEqual([]);
    expect(JSON.parse(record ?? '')).toMatchObject({ description: { en: '<p><strong>Well</strong> said</p>' } });
  }
});

import { describe, expect, it } from 'vitest';
import { recogniseFormat } from '../../../src/formats/table.ts';
import type { ForeignRecord } from '../../../src/formats/record/foreign-record.ts';
import { parseRis } from '../../../src/formats/ris/parse-ris.ts';
import { parseRefer } from '../../../src/formats/refer/parse-refer.ts';
import { scriptLanguage } from '../../../src/formats/record/read-note.ts';

const ris = (...fields: readonly string[]): ForeignRecord | undefined =>
  parseRis(`TY  - JOUR\n${fields.join('\n')}\nER  - \n`).records[0];

const wos = (...fields: readonly string[]): ForeignRecord | undefined => {
  const text = `FN Clarivate Analytics Web of Science\nVR 1.0\n${fields.join('\n')}\nER\n\nEF\n`;
  return recogniseFormat(text)?.read(text).records[0];
};

describe('a retracted paper', () => {
  it.each([
    ['RETRACTED ARTICLE: Sleep in nurses', 'retracted'],
    ['Retracted: Sleep in nurses', 'retracted'],
    ['Sleep in nurses (Retracted Article)', 'retracted'],
    ['WITHDRAWN: Sleep in nurses', 'withdrawn'],
  ])('is recognised by its title %s', (title, status) => {
    const record = ris(`TI  - ${title}`);
    expect([record?.title, record?.status]).toEqual(['Sleep in nurses', status]);
  });

  it('has the year of the notice, and the rest of its place in the report', () => {
    const record = wos('PT J', 'TI Sleep in nurses (Retracted article. See vol. 5, pg. 6, 2021)', 'PY 2019');
    expect([record?.title, record?.status, record?.notices]).toEqual([
      'Sleep in nurses',
      'retracted',
      [{ type: 'retraction', date: { year: 2021 } }],
    ]);
    expect(record?.unplaced.map(({ value }) => value)).toContain('See vol. 5, pg. 6, 2021');
  });

  it('is recognised by its type', () => {
    expect(wos('PT J', 'TI Sleep', 'DT Article; Retracted Publication', 'PY 2019')?.status).toBe('retracted');
  });

  it('is not the notice that retracts it', () => {
    const record = ris('TI  - Retraction: Sleep in nurses');
    expect([record?.title, record?.status]).toEqual(['Retraction: Sleep in nurses', undefined]);
  });
});

describe('a paper in early access', () => {
  it('is dated by it if it has no year', () => {
    expect(ris('TI  - T', 'C6  - DEC 2022')?.published).toEqual({ year: 2022, month: 12 });
    expect(wos('PT J', 'TI T', 'EA DEC 2022', 'EY 2022')?.published).toEqual({ year: 2022, month: 12 });
  });

  it('keeps its year of publication beside the date on which it was online', () => {
    const record = wos('PT J', 'TI T', 'PY 2023', 'EA DEC 2022');
    expect(record?.published).toEqual({ year: 2023 });
    expect(record?.online).toBe('2022-12');
    expect(ris('PY  - 2023', 'C6  - DEC 2022')).toMatchObject({ published: { year: 2023 }, online: '2022-12' });
  });
});

it.each([
  ['Serum TNF-α and β-thalassemia', 'und'],
  ['The letter ع in manuscripts and 中 in print', 'und'],
  ['Η επίδραση του DNA στον ύπνο', 'el'],
  ['اثر DNA بر خواب پرستاران', 'fa'],
  ['تأثير النوم في الممرضات', 'ar'],
  ['看護師の睡眠', 'ja'],
  ['护士的睡眠', 'zh'],
])('the language of %s is decided by most of its letters', (title, lang) => {
  expect(scriptLanguage(title)).toBe(lang);
});

describe('the days of a congress of Web of Science', () => {
  it.each([
    ['JUN 04-07, 2006', '2006-06-04/2006-06-07'],
    ['NOV 30-DEC 02, 2020', '2020-11-30/2020-12-02'],
    ['DEC 30, 2019-JAN 02, 2020', '2019-12-30/2020-01-02'],
    ['SEP 16, 2011', '2011-09-16'],
    ['MAR 2019', '2019-03'],
  ])('are read from %s', (written, eventDate) => {
    const record = wos('PT B', 'TI T', 'CT Congress', `CY ${written}`, 'CL Tehran, IRAN', 'PY 2020');
    expect(record).toMatchObject({ eventDate, eventName: 'Congress', eventPlace: 'Tehran, IRAN' });
    expect(record?.unplaced).toEqual([]);
  });

  it('are told as unreadable in other forms', () => {
    const record = wos('PT B', 'TI T', 'CY SPRING, 2006', 'PY 2006');
    expect(record?.eventDate).toBeUndefined();
    expect(record?.unplaced).toMatchObject([{ name: 'CY', value: 'SPRING, 2006', reason: 'unreadable' }]);
  });
});

describe('dialects', () => {
  it('of Digital Commons write the title before the type', () => {
    const { records } = parseRefer('%T One\n%0 Journal Article\n%D 2021\n\n\n%T Two\n%0 Journal Article\n%D 2017\n');
    expect(records.map(({ title, kind }) => [title, kind])).toEqual([
      ['One', 'Journal Article'],
      ['Two', 'Journal Article'],
    ]);
  });

  it('of Web of Science call a paper in proceedings a book, and name several kinds of access', () => {
    expect(wos('PT B', 'TI T', 'DT Proceedings Paper', 'PY 2018')?.type).toBe('conference-paper');
    expect(wos('PT J', 'TI T', 'OA Green Submitted, gold')?.openAccess).toBe('gold');
  });

  it('of RIS write the DOI in L3, all authors in one field, and a count before each record', () => {
    expect(ris('L3  - 10.5555/aa.1')?.doi).toBe('10.5555/aa.1');
    expect(ris('AU  - Karimi, S.; Müller, J.; Rezaei, A.')?.authors.map(({ name }) => name)).toEqual([
      'Karimi, S.',
      'Müller, J.',
      'Rezaei, A.',
    ]);
    expect(
      parseRis('Record #1 of 2\nTY  - JOUR\nTI  - T\nER  - \nRecord #2 of 2\nTY  - JOUR\nER  - \n').problems,
    ).toEqual([]);
  });
});

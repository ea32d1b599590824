import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { chooseTexts, packRecords, unpackRecords } from '../../../src/search/records/packed-records.ts';
import { packRecordFiles } from '../../../src/search/records/pack-record-files.ts';
import { recordFile, recordsPerFile, type ShownRecord } from '../../../src/search/search-data.ts';

const words =
  'a teapot of umbrellas “and” lanterns\u00a0in \\ten "quoted" <i>bytes</i> کتاب‌ها \uE000 \uF8FF 日本 \u{1F642}'.split(
    ' ',
  );
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((chosen) => chosen.join(' '));
const record: fc.Arbitrary<ShownRecord> = fc.record(
  {
    slug: fc.uuid(),
    lang: fc.constantFrom('en', 'fa'),
    title: text,
    titles: fc.dictionary(fc.constantFrom('fa', 'de'), text, { noNullPrototype: true }),
    authors: fc.array(text, { maxLength: 3 }),
    native: fc.array(fc.constantFrom(null, { fa: 'سارا' }), { minLength: 1, maxLength: 3 }),
    authorCount: fc.nat(20),
    container: text,
    year: fc.integer({ min: 1800, max: 2100 }),
    type: fc.constantFrom('article', 'review'),
    open: fc.constant(true as const),
  },
  { requiredKeys: ['slug', 'lang', 'title', 'authors', 'authorCount', 'year', 'type'] },
);

const recordOf = (index: number): ShownRecord => ({
  slug: `slug-${index}`,
  lang: 'en',
  title: `Measurements of ${words[index % 5]!} and their ${['relevance', 'improvement', 'disappearance'][index % 3]!}`,
  authors: [`Given${index % 7} Familyname`, `Other${index % 90} Writer`],
  authorCount: 2,
  container: `Annual proceedings of the society number ${index % 4}`,
  year: 2000,
  type: 'article',
});

describe('packed records', () => {
  test('are read as they were written, with and without texts that were chosen from them', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 30 }), fc.nat(60), (records, most) => {
        const texts = chooseTexts(records, most);
        expect(texts.length).toBeLessThanOrEqual(most);
        expect(texts.some((one) => one.includes('\n'))).toBe(false);
        expect(unpackRecords(packRecords(records, texts), texts)).toEqual(records);
      }),
    );
  });

  test('need fewer bytes than plain ones, also after compression', () => {
    const records = Array.from({ length: 400 }, (_, index) => recordOf(index));
    const texts = chooseTexts(records, 100);
    expect(texts).toContain('Annual proceedings of the society number 1');
    const file = records.slice(0, 40);
    const size = (written: string) => gzipSync(written).length;
    expect(size(packRecords(file, texts))).toBeLessThan(size(JSON.stringify(file)) * 0.75);
  });

  test('stay as they were when a publication is added, but for the last file', () => {
    const packed = (total: number) => {
      const folder = mkdtempSync(join(tmpdir(), 'records-'));
      try {
        const size = recordsPerFile(total);
        const paths = Array.from({ length: Math.ceil(total / size) }, (_, number) =>
          join(folder, 'search', recordFile(number)),
        );
        mkdirSync(join(folder, 'search/records'), { recursive: true });
        for (const [number, path] of paths.entries()) {
          const length = Math.min(size, total - number * size);
          writeFileSync(path, JSON.stringify(Array.from({ length }, (_, index) => recordOf(number * size + index))));
        }
        const texts = packRecordFiles(folder, total);
        const files = paths.map((path) => readFileSync(path, 'utf8'));
        expect(files.flatMap((file) => unpackRecords(file, texts))).toHaveLength(total);
        return { texts, files };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    };
    const [before, after] = [packed(4100), packed(4101)];
    expect(before.texts.length).toBeGreaterThan(20);
    expect(after.texts).toEqual(before.texts);
    expect(after.files.filter((file, number) => file !== before.files[number])).toHaveLength(1);
  });
});

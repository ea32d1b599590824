import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parseWordList, wordFile } from '../../../src/search/search-data.ts';
import { indexFields, type IndexedRecord } from '../../../src/search/search-record.ts';
import { stemOf } from '../../../src/search/stem-of.ts';
import { BitReader, BitWriter } from '../../../src/search/term-files/bits.ts';
import { openTermFiles } from '../../../src/search/term-files/open-term-files.ts';
import { placeOfPair } from '../../../src/search/term-files/pair-file.ts';
import { readPostings, spanOf, writePostings } from '../../../src/search/term-files/posting-list.ts';
import { PostingRuns } from '../../../src/search/term-files/posting-runs.ts';
import { afterForms, readTermBlock, sortKey, termOf, TermBlock } from '../../../src/search/term-files/term-block.ts';
import { fixedLevel, type TermLayout } from '../../../src/search/term-files/term-layout.ts';
import { termLevels } from '../../../src/search/term-files/term-levels.ts';
import { TermFilesWriter } from '../../../src/search/term-files/write-term-files.ts';
import { authorTerm, isSynonym, isWord, synonymTerm, titleTerm } from '../../../src/search/terms.ts';

const root = mkdtempSync(join(tmpdir(), 'term-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const newFolder = () => join(root, String((folders += 1)));

const forms =
  'study studies studied police policing polices policed planned planning plan plans planing box boxes ties'.split(' ');

const ascending = fc
  .uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 })
  .map((numbers) => numbers.sort((a, b) => a - b));

describe('numbers in bits', () => {
  test('are read as they were written', () => {
    const number = fc.record({ value: fc.integer({ min: 1, max: 2 ** 30 }), small: fc.integer({ min: 0, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(number), fc.integer({ min: 0, max: 20 }), (numbers, k) => {
        const bits = new BitWriter();
        for (const { value, small } of numbers) {
          bits.writeGamma(value);
          bits.writeRice(small, k);
          bits.write(small % 32, 5);
        }
        const reader = new BitReader(bits.finish());
        for (const { value, small } of numbers)
          expect([reader.readGamma(), reader.readRice(k), reader.read(5)]).toEqual([value, small, small % 32]);
      }),
    );
  });

  test('a file that was cut off is an error', () => {
    expect(() => new BitReader(new Uint8Array([255, 255])).readRice(0)).toThrow(RangeError);
  });
});

test('a title alone weighs no more than the same title with an abstract that has its words again', () => {
  const title = 'expression of markers in carcinoma'.split(' ');
  const record = { title, authors: [], subject: [], body: [], place: [] };
  const body = Array.from({ length: 200 }, (_, index) => (index % 50 === 0 ? 'markers' : `w${index}`));
  const levelOf = (one: IndexedRecord) => new Map(termLevels(one)).get('markers')!;
  expect(levelOf(record)).toBeLessThanOrEqual(levelOf({ ...record, body }));
});

test('postings are read as they were written, with their weights about right', () => {
  fc.assert(
    fc.property(ascending, fc.boolean(), (found, weighted) => {
      const span = spanOf(5001);
      const weights = found.map((document) => document % 16);
      const bits = new BitWriter();
      writePostings(bits, weighted ? { found, weights } : { found }, span);
      const read = readPostings(new BitReader(bits.finish()), found.length, span, weighted ? undefined : 7);
      expect([...read.found]).toEqual(found);
      for (const [index, weight] of read.weights.entries())
        expect(Math.abs(weight - ((weighted ? weights[index]! : 7) + 0.5) / 16)).toBeLessThan(0.2);
    }),
  );
});

test('one publication more seldom changes the span, on which all codes depend', () => {
  const spans = new Set(Array.from({ length: 1000 }, (_, index) => spanOf(50_000 + index)));
  expect(spans.size).toBeLessThanOrEqual(2);
  for (const total of [1, 7, 9992, 99_862, 1_000_000]) {
    expect(spanOf(total)).toBeGreaterThanOrEqual(total);
    expect(spanOf(total)).toBeLessThanOrEqual(total * 1.25);
  }
});

test('terms of every script are read as they were written', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-z0-9]{1,40}$/),
    fc.constantFrom('ابر', 'چای', '雲', 'облако', 'ñandú', '𝒳'),
  );
  const term = fc.tuple(word, fc.constantFrom('', 'title', 'author', 'initials')).map(([text, tag]) => {
    if (tag === 'title') return titleTerm(text);
    return tag === '' ? text : authorTerm(text, tag === 'author' ? '' : 'sa');
  });
  fc.assert(
    fc.property(fc.uniqueArray(term), (terms) => {
      const span = spanOf(100);
      const sorted = terms.map(sortKey).sort();
      const block = new TermBlock(span);
      for (const [index, key] of sorted.entries())
        block.add(
          key,
          index % 5 === 4
            ? { count: 80, place: index }
            : {
                count: 2,
                place: {
                  found: [index, index + 3],
                  ...(fixedLevel(termOf(key)) === undefined ? { weights: [0, 15] } : {}),
                },
              },
        );
      const read = readTermBlock(block.finish(), span);
      expect([...read.keys()].map(sortKey)).toEqual(sorted);
      for (const [index, { count, place }] of [...read.values()].entries())
        expect([count, typeof place === 'number' ? place : [...(place.found as Uint32Array)]]).toEqual(
          index % 5 === 4 ? [80, index] : [2, [index, index + 3]],
        );
    }),
  );
});

test('a word with its tags stands before longer words', () => {
  const terms = ['karimia', titleTerm('karimi'), authorTerm('karimi', 'sa'), 'karimi', authorTerm('karimi')];
  expect(terms.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    'karimi',
    authorTerm('karimi'),
    authorTerm('karimi', 'sa'),
    titleTerm('karimi'),
    'karimia',
  ]);
});

test('all forms of a word, with their tags, stand between its stem and longer stems', () => {
  const english = fc.oneof(
    fc.stringMatching(/^[a-z]{2,6}(?:ies|s|es|ing|ings|ed|pping|zed)?$/),
    fc.constantFrom(...forms),
  );
  fc.assert(
    fc.property(english, english, (word, other) => {
      for (const term of [word, titleTerm(word), authorTerm(word, 'sa'), synonymTerm([word], [other])]) {
        expect(termOf(sortKey(term))).toBe(term);
        const key = sortKey(term);
        const stem = stemOf(other);
        expect(key >= stem && key < stem + afterForms).toBe(stemOf(word) === stem);
      }
    }),
  );
});

test('what does not fit into memory is sorted as what does', () => {
  const merged = (limit: number) => {
    const runs = new PostingRuns(newFolder(), limit);
    for (let value = 0; value < 3000; value += 1) runs.add(`k${(value * 7919) % 101}`, value);
    return [...runs.merge()];
  };
  const whole = merged(100_000);
  expect(merged(64)).toEqual(whole);
  expect(whole).toHaveLength(101);
  expect(whole[0]!.values).toEqual([...whole[0]!.values].sort((a, b) => a - b));
});

test('a beginning finds all words that begin so, whatever their stem', async () => {
  const vocabulary = [
    ...forms,
    ...Array.from({ length: 3000 }, (_, number) => `pl${number.toString(26).replace(/\d/g, '')}an`),
  ];
  const all = Array.from({ length: 600 }, (_, number): IndexedRecord => {
    const body = vocabulary.filter((__, index) => index % 600 === number || index % 599 === number);
    return { title: [], authors: [], subject: [], body, place: [] };
  });
  const { files, layout } = write(all);
  const open = openTermFiles(
    layout,
    all.length,
    (path) => Promise.resolve(files.get(path)!),
    () => Promise.resolve(new Map()),
  );
  expect(layout.starts.split('\n').length).toBeGreaterThan(3);
  for (const start of new Set(forms.flatMap((form) => Array.from(form, (_, index) => form.slice(0, index + 1))))) {
    const found = [...(await open.words(start, 'beginning')).keys()].filter((term) => term.startsWith(start));
    const begun = [...new Set(vocabulary)].filter((word) => word.startsWith(start));
    expect([start, ...found.sort()]).toEqual([start, ...begun.sort()]);
  }
});

const letters = 'cloud clouds clouded tea teapot rain police policing umbrella ابر چای'.split(' ');

/** Publications of words that depend on their number. */
const records: IndexedRecord[] = Array.from({ length: 3500 }, (_, number) => {
  const pick = (step: number) => letters[(number * step + step * step) % letters.length]!;
  const title = [pick(3), pick(5), `kind${number % 90}`];
  return {
    title: [...title, ...new Set(title.map(titleTerm))],
    authors: [authorTerm('dai'), authorTerm(`li${number % 40}`, 'wm'), ...(number === 5 ? [authorTerm('only')] : [])],
    subject: [pick(2)],
    body: [pick(7), pick(1), 'common', `rare${number}`, pick(4), 'common', ...(number === 5 ? ['once'] : [])],
    place: [],
  };
});

interface Written {
  readonly layout: TermLayout;
  readonly files: ReadonlyMap<string, Buffer>;
}

function write(all: readonly IndexedRecord[], limit?: number, synonyms: readonly string[] = []): Written {
  const folder = newFolder();
  const writer = new TermFilesWriter(folder, all.length, limit);
  for (const record of all) writer.add(record);
  const layout = writer.finish(8, synonyms);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    layout,
    files: new Map(
      paths.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(join(folder, 'search').length + 1).replaceAll('\\', '/'), readFileSync(path)] as const;
      }),
    ),
  };
}

const written = write(records);
const loaded: string[] = [];
const { index, words } = openTermFiles(
  written.layout,
  records.length,
  (path) => {
    loaded.push(path);
    return Promise.resolve(written.files.get(path)!);
  },
  (start) => Promise.resolve(parseWordList(written.files.get(`words/${wordFile(start, 8)}.txt`)!.toString())),
);

const holding = (term: string): number[] =>
  records.flatMap((record, number) => (indexFields.some((field) => record[field].includes(term)) ? [number] : []));

describe('the files of terms', () => {
  test('are several blocks', () => {
    expect([...written.files.keys()].filter((path) => path.startsWith('terms/')).length).toBeGreaterThan(3);
    expect([...written.files.keys()].some((path) => path.includes('work'))).toBe(false);
  });

  test('are lists of their own for names that very many publications have', async () => {
    const everywhere = { title: [], authors: [authorTerm('dai')], subject: [], body: ['common'], place: [] };
    const { files, layout } = write(Array.from({ length: 5000 }, () => everywhere));
    expect(files.has('lists/0.bin')).toBe(true);
    const asked: string[] = [];
    const open = openTermFiles(
      layout,
      5000,
      (path) => {
        asked.push(path);
        return Promise.resolve(files.get(path)!);
      },
      () => Promise.resolve(new Map()),
    );
    expect((await open.index.postings('common')).size).toBe(5000);
    expect(asked).not.toContain('lists/0.bin');
    expect((await open.index.postings(authorTerm('dai'))).size).toBe(5000);
    expect(asked).toContain('lists/0.bin');
  });

  test('give the publications of every term', async () => {
    const numbers = new Map<string, Set<number>>();
    for (const [number, record] of records.entries())
      for (const term of indexFields.flatMap((field) => record[field]))
        numbers.set(term, (numbers.get(term) ?? new Set()).add(number));
    for (const [term, found] of numbers)
      expect([term, ...(await index.postings(term)).keys()]).toEqual([term, ...found]);
    for (const unknown of ['', 'zzz', 'aaa', 'clou', 'کتاب']) expect((await index.postings(unknown)).size).toBe(0);
  });

  test('weigh titles more than texts, and rare words more than frequent ones', async () => {
    const [rare, frequent] = [await index.postings('rare7'), await index.postings('common')];
    expect(rare.get(7)!).toBeGreaterThan(frequent.get(7)!);
    const clouds = await index.postings('cloud');
    const inTitle = holding(titleTerm('cloud'))[0]!;
    const inText = holding('cloud').find(
      (number) => !records[number]!.title.includes('cloud') && !records[number]!.subject.includes('cloud'),
    )!;
    expect(clouds.get(inTitle)!).toBeGreaterThan(clouds.get(inText)!);
  });

  test('give the publications of a phrase', async () => {
    const holdsPair = (first: string, second: string) =>
      records.flatMap(({ title, subject, body }, number) =>
        [title.filter(isWord), subject, body].some((list) => ` ${list.join(' ')} `.includes(` ${first} ${second} `))
          ? [number]
          : [],
      );
    for (const pair of [
      ['tea', 'common'],
      ['common', 'rare12'],
      ['cloud', 'tea'],
      ['rain', 'kind3'],
      ['tea', 'zzz'],
    ] as const)
      expect([...pair, ...(await index.phrase(pair)).keys()]).toEqual([...pair, ...holdsPair(pair[0], pair[1])]);
  });

  test('have the publications of a phrase beside its synonym, so that no other file is loaded', async () => {
    const [chai, none, other] = [
      synonymTerm(['chai'], ['tea', 'common']),
      synonymTerm(['x'], ['tea', 'zzz']),
      synonymTerm(['chai'], ['tea']),
    ];
    const own = write(records, undefined, [chai, none, other]);
    const asked: string[] = [];
    const open = openTermFiles(
      own.layout,
      records.length,
      (path) => {
        asked.push(path);
        return Promise.resolve(own.files.get(path)!);
      },
      () => Promise.resolve(new Map()),
    );
    expect([...(await open.words('chai')).keys()].filter(isSynonym)).toEqual([other, chai]);
    expect(asked).toHaveLength(1);
    const phrase = [...(await open.index.phrase(['tea', 'common'], chai)).keys()];
    expect(phrase.length).toBeGreaterThan(10);
    expect(phrase).toEqual([...(await index.phrase(['tea', 'common'])).keys()]);
    expect((await open.index.phrase(['tea', 'zzz'], none)).size).toBe(0);
    expect(asked.filter((path) => path.startsWith('pairs/'))).toEqual([]);
  });

  test('tell phrases apart whose pairs are in the same list', async () => {
    const phrases = records.flatMap(({ body: [, , first = '', rare = '', last = ''] }) => [
      [first, rare],
      [rare, last],
    ]);
    const lists = new Set(phrases.map((words) => Object.values(placeOfPair(words.join(' '))).join()));
    expect(lists.size).toBeLessThan(phrases.length);
    const own = write(
      records,
      undefined,
      phrases.map((words, number) => synonymTerm([`other${number}`], words)),
    );
    const open = openTermFiles(
      own.layout,
      records.length,
      (path) => Promise.resolve(own.files.get(path)!),
      () => Promise.resolve(new Map()),
    );
    for (const [number, words] of phrases.entries())
      expect([...(await open.index.phrase(words, synonymTerm([`other${number}`], words))).keys()]).toEqual([
        Math.floor(number / 2),
      ]);
  });

  test('know a word with its names and endings, and what begins like it', async () => {
    const police = await words('police');
    expect([police.get('police'), police.get('policing')]).toEqual([
      holding('police').length,
      holding('policing').length,
    ]);
    expect((await words('li7')).has(authorTerm('li7', 'wm'))).toBe(true);
    const begun = [...(await words('umbr', 'beginning')).keys()].filter((term) => term.startsWith('umbr'));
    expect(begun).toContain('umbrella');
    const kinds = [...(await words('ki', 'beginning')).keys()].filter((term) => isWord(term) && term.startsWith('ki'));
    expect(kinds).toHaveLength(90);
    expect([...(await words('raxe', 'alike')).keys()]).toContain('rain');
    // Of names also those that one publication has alone, of words not.
    const alike = [...(await words('onl', 'alike')).keys()];
    expect(alike).toContain(authorTerm('only'));
    expect(alike).not.toContain('once');
  });

  test('are the same however little memory there is', () => {
    const small = write(records, 1000);
    expect(small.layout).toEqual(written.layout);
    expect([...small.files].map(([path, bytes]) => [path, bytes.toString('hex')])).toEqual(
      [...written.files].map(([path, bytes]) => [path, bytes.toString('hex')]),
    );
  });

  test('stay mostly as they were when the text of one publication changes', () => {
    const changed = write(
      records.map((record, number) => (number === 450 ? { ...record, subject: ['umbrella'] } : record)),
    );
    const different = [...changed.files].filter(([path, bytes]) => !written.files.get(path)?.equals(bytes));
    expect(different.length).toBeLessThan(8);
    expect(different.length).toBeGreaterThan(0);
  });

  test('each is loaded once for a word that is asked for again', async () => {
    const before = loaded.length;
    await Promise.all([index.postings('common'), index.postings('common'), words('common')]);
    expect(loaded.length).toBe(before);
  });
});

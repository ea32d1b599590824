import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  abstractText,
  citedTitle,
  containerTitle,
  issns,
  mainAbstract,
  pagination,
  type CitedPublication,
} from '../../../src/formats/record/cited-publication.ts';
import { recogniseFormat } from '../../../src/formats/table.ts';
import { citationFormats } from '../../../src/formats/written-formats.ts';
import { noticesBySeverity } from '../../../src/formats/record/citation-notes.ts';
import { oneLine } from '../../../src/formats/record/one-line.ts';
import { isGroup } from '../../../src/domain/people/person-name.ts';
import { parseRichText, richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import type { Notice } from '../../../src/domain/publication/publication.ts';
import type { CitationFormat } from '../../../src/formats/format.ts';
import { joinValues } from '../../../src/formats/proof/folds.ts';
import type { ComparedField, FormatRules } from '../../../src/formats/proof/format-rules.ts';
import type { ForeignRecord } from '../../../src/formats/record/foreign-record.ts';
import { hostileRecords } from './hostile-records.ts';
import { hostileText } from './hostile-text.ts';
import { makeCited, plainAbstract } from './make-cited.ts';

const folder = new URL('../../cases/citations/', import.meta.url);
const cases = readdirSync(folder).flatMap((file) => /^([^.]+)\.json$/.exec(file)?.[1] ?? []);

function readBack(format: CitationFormat, cited: CitedPublication): ForeignRecord {
  const written = format.write.file([cited]);
  const found = recogniseFormat(written);
  expect(found?.id).toBe(format.id);
  const { records, problems } = found?.read(written) ?? { records: [], problems: [] };
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0]!;
}

describe.each(citationFormats)('what we write as $label is read back', (format) => {
  const { rules } = format.proof;
  const holds = (field: string): boolean => !Object.hasOwn(rules.lacks, field);

  it.each(cases)('field by field: %s', (name) => {
    const { publication, context } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
    const cited = makeCited(publication, context);
    const record = readBack(format, cited);
    const own = cited.publication;
    const compared = (field: ComparedField): boolean => !rules.omits(field, cited);
    expect(rules.fold(titleOf(record))).toBe(rules.fold(plain(citedTitle({ ...own, status: 'published' }))));
    expect(record.authors.map(({ name: text, group }) => (group ? `{${text}}` : text))).toEqual(
      own.contributions.map((one) => (isGroup(one.name) ? `{${rules.author(one)}}` : rules.author(one))),
    );
    expect(record.published).toEqual(own.published);
    expect(record.doi).toBe(own.doi);
    expect(
      record.pages ? [record.pages.first, record.pages.last].filter(Boolean).join('-') : record.articleNumber,
    ).toBe(pagination(cited));
    expect(record.container ?? record.publisher).toBe(containerTitle(cited) ?? record.publisher);
    if (compared('issn')) expect([record.issn, record.eissn].filter(Boolean)).toEqual(issns(cited));
    expect(record.lang).toBe(own.lang);
    expect(record.keywords.join(', ')).toBe(own.keywords.join(', '));
    const text = abstractText(mainAbstract(cited), rules.paragraphSeparator, rules.label);
    expect(foldText(rules, record.abstracts[0]?.sections[0]?.text)).toBe(foldText(rules, text));
    expect(record.status ?? 'published').toBe(own.status);
    expect(record.notices).toEqual(noticesOf(own).map(rules.notice));
    expect(record.unplaced).toEqual([]);
    if (holds('trials')) expect([...record.trials]).toEqual(own.trials.map((trial) => trial.id));
    if (holds('funding'))
      expect(record.funding).toEqual(own.funding.map(({ funder, award }) => (award ? { funder, award } : { funder })));
    if (holds('affiliations'))
      expect(record.affiliations.map(({ name }) => name)).toEqual([
        ...new Set(
          own.contributions.flatMap(({ affiliations }) =>
            affiliations.map((number) => own.affiliations[number - 1]?.name),
          ),
        ),
      ]);
  });

  it.each(hostileRecords)('as one record with any values: %s', (name, cited) => {
    const record = readBack(format, cited);
    if (name.startsWith('formulas')) return;
    const title = citedTitle(cited.publication).replace(/^RETRACTED: /, '');
    expect(foldText(rules, titleOf(record))).toBe(foldText(rules, plain(title)));
  });

  it('as one record from any text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (source, abstract, word) => {
        // In the files of some databases semicolons separate keywords.
        const keyword = `K${word.replace(/;/g, '')}`;
        const cited = makeCited({
          title: [`T ${oneLine(source)}`],
          abstracts: [plainAbstract(`A ${abstract}`)],
          keywords: [keyword],
        });
        const record = readBack(format, cited);
        expect(foldText(rules, titleOf(record))).toBe(foldText(rules, plain(`T ${oneLine(source)}`)));
        expect(foldText(rules, record.abstracts[0]?.sections[0]?.text)).toBe(
          foldText(rules, abstractText(plainAbstract(`A ${abstract}`), ' ')),
        );
        const words = [record.keywords, [keyword]].map((list) => rules.foldKeywords(joinValues(list) ?? '').trim());
        expect(words[0]).toBe(words[1]);
      }),
      { numRuns: 300, seed: 2024 },
    );
  });
});

/** Most serious first. A reason has no full stop at its end. */
const noticesOf = (publication: CitedPublication['publication']): readonly Notice[] =>
  noticesBySeverity(publication)
    .filter((notice) => Object.keys(notice).length > 1)
    .map((notice) => (notice.reason ? { ...notice, reason: notice.reason.replace(/\.$/, '') } : notice));

/** As the proof compares texts: under the rules of the format, on one line. */
const foldText = (rules: FormatRules, text = ''): string => rules.fold(oneLine(text)).trim();

/** Plain text of a title in the notation of the record. */
const titleOf = ({ title = '', markup }: ForeignRecord): string =>
  plain(markup === 'content' ? richTextToPlain(parseRichText(title, () => '').text) : title).trim();

/** CSL-JSON keeps the markup of titles. */
const plain = (title = ''): string =>
  title
    .replace(/<\/?(?:i|b|sub|sup)>/g, '')
    .normalize('NFKD')
    .replace(/[−]/g, '-');

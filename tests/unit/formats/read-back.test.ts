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
import { citationFormats, recogniseFormat } from '../../../src/formats/table.ts';
import { noticesBySeverity } from '../../../src/formats/record/citation-notes.ts';
import { oneLine } from '../../../src/formats/record/one-line.ts';
import { isGroup } from '../../../src/domain/people/person-name.ts';
import { parseRichText, richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import { foldForLatex } from './latex/read-latex.ts';
import type { Notice } from '../../../src/domain/publication/publication.ts';
import type { ForeignRecord } from '../../../src/formats/record/foreign-record.ts';
import { hostileRecords } from './hostile-records.ts';
import { hostileText } from './hostile-text.ts';
import { makeCited, plainAbstract } from './make-cited.ts';

const folder = new URL('../../cases/citations/', import.meta.url);
const cases = readdirSync(folder).flatMap((file) => /^([^.]+)\.json$/.exec(file)?.[1] ?? []);
const formats = citationFormats;

function readBack(format: string, cited: CitedPublication): ForeignRecord {
  const written = citationFormats.find(({ id }) => id === format)?.write.file([cited]) ?? '';
  const found = recogniseFormat(written);
  expect(found?.id).toBe(format);
  const { records, problems } = found?.read(written) ?? { records: [], problems: [] };
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0]!;
}

describe.each(formats)('what we write as $label is read back', ({ id }) => {
  it.each(cases)('field by field: %s', (name) => {
    const { publication, context } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
    const cited = makeCited(publication, context);
    const record = readBack(id, cited);
    const own = cited.publication;
    const abstract = mainAbstract(cited);
    expect(titleOf(record)).toBe(plain(citedTitle({ ...own, status: 'published' })));
    // In BibTeX `author` has the Latin form of a name, and another field has the other form.
    const latin =
      id === 'bibtex' &&
      own.contributions.some(({ name: { printed }, native }) => native && !/\p{Script=Latin}/u.test(printed));
    if (latin)
      expect(record.authors.map(({ native }) => native?.['fa']?.replace('،', ','))).toContain(
        own.contributions[0]?.name.printed.split(' ').reverse().join(', '),
      );
    else
      expect(record.authors.map(({ name: text, group }) => (group ? `{${text}}` : text))).toEqual(
        own.contributions.map(({ name: { printed, ...parts } }) => nameIn(id, { printed, ...parts })),
      );
    expect(record.published).toEqual(own.published);
    expect(record.doi).toBe(own.doi);
    expect(
      record.pages ? [record.pages.first, record.pages.last].filter(Boolean).join('-') : record.articleNumber,
    ).toBe(pagination(cited));
    expect(record.container ?? record.publisher).toBe(containerTitle(cited) ?? record.publisher);
    expect([record.issn, record.eissn].filter(Boolean)).toEqual(
      record.isbn || ['report', 'patent'].includes(own.type)
        ? [record.issn, record.eissn].filter(Boolean)
        : issns(cited),
    );
    expect(record.lang).toBe(own.lang);
    expect(record.keywords.join(', ')).toBe(own.keywords.join(', '));
    const text = abstractText(
      abstract,
      id === 'csl-json' ? '\n' : ' ',
      id === 'nbib' ? (label) => label.toUpperCase() : undefined,
    );
    expect(record.abstracts[0]?.sections[0]?.text).toBe(id === 'bibtex' ? text && foldForLatex(text) : text);
    expect(record.status ?? 'published').toBe(own.status);
    expect(record.notices).toEqual(noticesIn(id, own));
    expect(record.unplaced).toEqual([]);
    if (id === 'ris' || id === 'nbib') expect([...record.trials]).toEqual(own.trials.map((trial) => trial.id));
    if (id === 'nbib')
      expect(record.funding).toEqual(own.funding.map(({ funder, award }) => (award ? { funder, award } : { funder })));
    if (id === 'nbib')
      expect(record.affiliations.map(({ name }) => name)).toEqual([
        ...new Set(
          own.contributions.flatMap(({ affiliations }) =>
            affiliations.map((number) => own.affiliations[number - 1]?.name),
          ),
        ),
      ]);
  });

  it.each(hostileRecords)('as one record with any values: %s', (name, cited) => {
    const record = readBack(id, cited);
    if (name.startsWith('formulas') || id === 'csl-json') return;
    if (id === 'bibtex')
      expect(titleOf(record)).toBe(plain(foldForLatex(citedTitle(cited.publication).replace(/^RETRACTED: /, ''))));
    else expect(record.title).toBe(oneLine(citedTitle(cited.publication)).replace(/^RETRACTED: /, ''));
  });

  it('as one record from any text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (source, abstract, word) => {
        const title = oneLine(source);
        // In the BibTeX of databases semicolons separate keywords.
        const keyword = id === 'bibtex' ? word.replace(/;/g, '') : word;
        const cited = makeCited({
          title: [`T ${title}`],
          abstracts: [plainAbstract(`A ${abstract}`)],
          keywords: [`K${keyword}`],
        });
        const record = readBack(id, cited);
        if (id === 'csl-json') return;
        if (id === 'bibtex') {
          expect(titleOf(record)).toBe(plain(foldForLatex(`T ${title}`)).trim());
          expect(record.abstracts[0]?.sections[0]?.text).toBe(foldForLatex(`A ${abstract}`).trim());
          expect(record.keywords).toEqual([foldForLatex(`K${keyword}`).trim()]);
          return;
        }
        expect(record.title).toBe(oneLine(`T ${title}`).trim());
        expect(record.abstracts[0]?.sections[0]?.text).toBe(
          oneLine(abstractText(plainAbstract(`A ${abstract}`), ' ') ?? '').trim(),
        );
        expect(record.keywords).toEqual([oneLine(`K${keyword}`).trim()]);
      }),
      { numRuns: 300, seed: 2024 },
    );
  });
});

function nameIn(format: string, name: CitedPublication['publication']['contributions'][number]['name']): string {
  if (isGroup(name)) return `{${name.group}}`;
  const { family, given, suffix } = name;
  if (format === 'nbib')
    return [given ? `${family}, ${given}` : family, suffix?.replace(/\.$/, '')].filter(Boolean).join(' ');
  return suffix ? `${family}, ${given ?? ''}, ${suffix}` : given ? `${family}, ${given}` : family;
}

/** Most serious first. MEDLINE holds only the DOI, and a reason has no full stop at its end. */
const noticesIn = (format: string, publication: CitedPublication['publication']): readonly Notice[] =>
  noticesBySeverity(publication)
    .filter((notice) => Object.keys(notice).length > 1)
    .map(({ type, doi, ...rest }) =>
      format === 'nbib' && doi
        ? { type, doi }
        : {
            type,
            ...rest,
            ...(doi ? { doi } : {}),
            ...(rest.reason ? { reason: rest.reason.replace(/\.$/, '') } : {}),
          },
    );

/** Plain text of a title in the notation of the record. */
const titleOf = ({ title = '', markup }: ForeignRecord): string =>
  plain(markup === 'content' ? richTextToPlain(parseRichText(title, () => '').text) : title).trim();

/** CSL-JSON keeps the markup of titles. */
const plain = (title = ''): string =>
  title
    .replace(/<\/?(?:i|b|sub|sup)>/g, '')
    .normalize('NFKD')
    .replace(/[−]/g, '-');

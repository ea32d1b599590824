import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicationTypes, type PublicationType } from '../../src/domain/publication/publication-type.ts';
import { citationFormats } from '../../src/formats/written-formats.ts';
import type { CitedPublication } from '../../src/formats/record/cited-publication.ts';
import { makeCited, plainAbstract } from '../unit/formats/make-cited.ts';
import { readCslWithZotero, readsCsl } from './zotero-csl.ts';
import { readWithZotero, type ZoteroItem } from './zotero.ts';

// node tests/tools/compare-in-zotero.ts FOLDER: how many values of a publication Zotero has in a field after reading each
// format, by type of publication. FOLDER has the translators of zotero/translators, schema.json of zotero/zotero-schema, and
// for CSL-JSON the repository zotero/utilities in `utilities`. MODS is not compared: Zotero reads it by the DOM of a browser.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder with the translators');

const translators = {
  bibtex: 'BibTeX',
  biblatex: 'BibTeX',
  ris: 'RIS',
  nbib: 'MEDLINEnbib',
  enw: 'ReferBibIX',
} as const;

interface Schema {
  readonly itemTypes: readonly {
    readonly itemType: string;
    readonly fields: readonly { readonly field: string; readonly baseField?: string }[];
    readonly creatorTypes: readonly { readonly creatorType: string }[];
  }[];
}
const schema = JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8')) as Schema;

/** Item types of Zotero that are right for a type of publication. */
const itemTypes: Readonly<Record<PublicationType, readonly string[]>> = {
  article: ['journalArticle'],
  review: ['journalArticle'],
  editorial: ['journalArticle'],
  letter: ['journalArticle'],
  preprint: ['preprint'],
  'conference-paper': ['conferencePaper'],
  chapter: ['bookSection'],
  book: ['book'],
  thesis: ['thesis'],
  report: ['report'],
  dataset: ['dataset'],
  software: ['computerProgram'],
  protocol: ['document', 'report'],
  poster: ['presentation', 'conferencePaper'],
  media: ['webpage'],
  patent: ['patent'],
};

/** A record whose values are told from each other. */
function sample(type: PublicationType): CitedPublication {
  const inJournal = itemTypes[type].includes('journalArticle');
  const inBook = type === 'chapter' || type === 'conference-paper';
  const numbered = type === 'report' || type === 'patent';
  return makeCited(
    {
      type,
      slug: 'sample',
      title: ['Quokka habits'],
      contributions: [{ name: { family: 'Abelard', given: 'Anna' } }, { name: { group: 'Zephyr Consortium' } }],
      published: { year: 2019, month: 11, day: 23 },
      doi: '10.5555/quokka',
      pmid: '31415926',
      pmcid: 'PMC2718281',
      url: 'https://quokka.example/read',
      lang: 'de',
      keywords: ['marsupials', 'islands'],
      abstracts: [plainAbstract('They smile.', 'de')],
      place: 'Fremantle',
      ...(inJournal
        ? { journal: 'Rottnest Letters', volume: '71', issue: '66', pages: { first: '501', last: '508' } }
        : {}),
      ...(inBook
        ? { container: 'Handbook of Smiles', pages: { first: '501', last: '508' }, isbn: '9783161484100' }
        : {}),
      ...(type === 'book'
        ? { isbn: '9783161484100', edition: 'Fifth', series: 'Island Library', pagesTotal: '777' }
        : {}),
      ...(inBook || type === 'book' ? { editors: [{ name: { family: 'Hortensius', given: 'Hugo' } }] } : {}),
      ...(inJournal || inBook ? {} : { publisher: 'Wadjemup Press' }),
      ...(numbered ? { number: 'EPK9' } : {}),
      ...(type === 'software' || type === 'dataset' ? { version: 'v3.8' } : {}),
      ...(type === 'preprint' ? { arxiv: '1911.00001', container: 'arXiv', publisher: undefined } : {}),
      ...(type === 'poster' ? { container: 'Congress of Smiles', publisher: undefined } : {}),
    },
    inJournal ? { journal: { id: 'j', title: 'Rottnest Letters', issn: '0378-5955' } } : {},
  );
}

/** The names of the values of a record that are not in any valid field of the item. */
function missing({ publication, context }: CitedPublication, item: ZoteroItem): readonly string[] {
  const type = schema.itemTypes.find(({ itemType }) => itemType === item.itemType);
  const isField = (name: string): boolean =>
    name === 'extra' || (type?.fields.some(({ field, baseField }) => field === name || baseField === name) ?? false);
  const fields = Object.entries(item).flatMap(([name, value]) =>
    typeof value === 'string' && isField(name) ? [value] : [],
  );
  const text = fields.join('\n');
  const creator = (name: string, role: string): boolean =>
    item.creators.some((one) => one.lastName === name && (one as { creatorType?: string }).creatorType === role) &&
    (role === 'author' || (type?.creatorTypes.some(({ creatorType }) => creatorType === role) ?? false));
  const has = (value: string | undefined): boolean => value === undefined || text.includes(value);
  const date = typeof item['date'] === 'string' ? item['date'] : '';
  const tags = item.tags.map((tag) => (typeof tag === 'string' ? tag : tag.tag));
  const { arxiv, isbn } = publication;
  const checks: Readonly<Record<string, boolean>> = {
    type: itemTypes[publication.type].includes(item.itemType),
    title: item['title'] === 'Quokka habits',
    authors:
      creator('Abelard', 'author') && item.creators.some(({ lastName, name }) => /Zephyr/.test(lastName ?? name ?? '')),
    group: item.creators.some(
      ({ lastName, name, firstName }) => (lastName ?? name) === 'Zephyr Consortium' && !firstName,
    ),
    editors: publication.editors.length === 0 || creator('Hortensius', 'editor'),
    year: date.includes('2019'),
    month: /11|nov/i.test(date),
    day: date.includes('23'),
    container: has(publication.container ?? publication.journal),
    publisher: has(publication.publisher),
    place: has(publication.place),
    volume: has(publication.volume),
    issue: has(publication.issue),
    pages: publication.pages === undefined || /501.508/.test(text),
    doi: has(publication.doi),
    pmid: has(publication.pmid),
    pmcid: has(publication.pmcid),
    arxiv: has(arxiv),
    isbn: isbn === undefined || text.replaceAll('-', '').includes(isbn),
    issn: has(context.journal?.issn),
    url: has(publication.url),
    language: fields.some((value) => /^(?:de|ger|german)$/i.test(value)),
    keywords: tags.includes('marsupials') && tags.includes('islands'),
    abstract: has('They smile.'),
    edition: has(publication.edition),
    series: has(publication.series),
    pagesTotal: has(publication.pagesTotal),
    number: has(publication.number),
    version: has(publication.version),
  };
  return Object.keys(checks).filter((name) => !checks[name]);
}

for (const type of publicationTypes) {
  const cited = sample(type);
  const results: string[] = [];
  for (const { id, write } of citationFormats) {
    const translator = (translators as Readonly<Record<string, string>>)[id];
    const byCsl = id === 'csl-json' && readsCsl(folder);
    if (translator === undefined && !byCsl) continue;
    const text = write.file([cited]);
    const [item, ...others] = byCsl ? readCslWithZotero(folder, text) : await readWithZotero(folder, translator!, text);
    const lost = item && others.length === 0 ? missing(cited, item) : ['record'];
    results.push(`  ${id.padEnd(9)} ${String(lost.length).padStart(2)} ${item?.itemType ?? ''}: ${lost.join(' ')}`);
  }
  console.log([type, ...results].join('\n'));
}

import type { ComparedField } from '../../../../src/formats/proof/format-rules.ts';
import type { CitedPublication } from '../../../../src/formats/record/cited-publication.ts';
import { makeCited, makeContribution, plainAbstract, type PublicationSketch } from '../make-cited.ts';

/** A record, and what stands for the value of one field in its text, in whatever format. */
export interface Damage {
  readonly cited: CitedPublication;
  /** Texts that stand for this value and no other, each with one of the same form. A format writes at least one of them. */
  readonly marks: readonly (readonly [written: string, other: string])[];
}

/** No two fields have a text in common, so that each can be damaged by itself. */
const shared: PublicationSketch = {
  slug: 'example',
  title: ['Blood pressure'],
  titles: { en: ['Pulse of sleepers'] },
  contributions: [{ name: { family: 'Jamshidi', given: 'Amir' } }, { name: { group: 'Example Consortium' } }],
  published: { year: 2024, month: 12, day: 23 },
  pages: { first: '501', last: '508' },
  doi: '10.5555/first',
  pmid: '39000001',
  pmcid: 'PMC9000002',
  lang: 'fa',
  keywords: ['memory', 'dreams'],
  mesh: ['D012890', 'D008568'],
  abstracts: [plainAbstract('People rest.', 'fa')],
  url: 'https://example.com/read',
};
const journal = { id: 'nights', title: 'Journal of Nights', issn: '0378-5955', publisher: 'Night Press' };

const article = makeCited({ ...shared, journal: 'Journal of Nights', volume: '71', issue: '66' }, { journal });
const chapter = makeCited({
  ...shared,
  type: 'chapter',
  container: 'Handbook of Nights',
  publisher: 'Night Press',
  volume: '71',
  issue: '66',
  isbn: '9783161484100',
});
const preprint = makeCited({ ...shared, type: 'preprint', pages: undefined, arxiv: '2101.00001' });
const doubted = makeCited(
  { ...shared, status: 'concern', notices: [{ type: 'concern', doi: '10.5555/notice' }] },
  { journal },
);

/** All details that only some formats have fields for, in records that each format writes differently. */
const details: PublicationSketch = {
  slug: 'example',
  editors: [{ name: { family: 'Ebrahimi', given: 'Sara' } }],
  translators: [{ name: { family: 'Tavakoli', given: 'Mina' } }],
  seriesEditors: [{ name: { family: 'Sohrabi', given: 'Reza' } }],
  edition: 'Fifth',
  series: 'Lamp Library',
  seriesNumber: '64',
  place: 'Shiraz',
  pagesTotal: '777',
  chapter: 'XIV',
  number: 'EPK9',
  version: 'v3.8',
  originalTitle: 'Nachtruhe',
  accessed: { year: 2019 },
  event: {
    name: 'Congress of Lamps',
    place: 'Karaj',
    start: { year: 2017, month: 10, day: 26 },
    end: { year: 2017, month: 10, day: 29 },
  },
  online: { year: 2018, month: 11, day: 21 },
  containerDoi: '10.5555/bookshelf',
  published: { year: 2022, printed: { calendar: 'persian', year: 1401, month: 3 } },
};
/** A degree is written only of a thesis. */
const aThesis = makeCited({
  ...details,
  type: 'thesis',
  thesis: { kind: 'bachelor', advisors: [makeContribution({ name: { family: 'Ostadi', given: 'Nima' } })] },
});
const detailed = (
  ['article', 'chapter', 'book', 'conference-paper', 'report', 'software', 'patent', 'thesis'] as const
).map((type) => makeCited({ ...details, type }));
const everywhere = (...marks: Damage['marks']): readonly Damage[] => detailed.map((cited) => ({ cited, marks }));

/** An abstract that the office has retold is a note. */
const retold = ([article, chapter] as const).map(({ publication, context }) => ({
  publication: { ...publication, abstractBy: 'office' as const },
  context,
}));

const articleAndChapter = (...marks: Damage['marks']): readonly Damage[] =>
  [article, chapter].map((cited) => ({ cited, marks }));

/** Damages of every field: one of each field in every record that has it. */
export const damages: Readonly<Record<ComparedField, readonly Damage[]>> = {
  title: articleAndChapter(['Blood pressure', 'Blood pressures']),
  'translated title': articleAndChapter(['Pulse of sleepers', 'Pulse of sleeper']),
  authors: articleAndChapter(['Jamshidi', 'Jamshidy']),
  journal: [{ cited: article, marks: [['Journal of Nights', 'Journal of Night']] }],
  container: [{ cited: chapter, marks: [['Handbook of Nights', 'Handbook of Night']] }],
  publisher: articleAndChapter(['Night Press', 'Nights Press']),
  editors: everywhere(['Ebrahimi', 'Ebrahimy']),
  translators: everywhere(['Tavakoli', 'Tavakolli']),
  'series editors': everywhere(['Sohrabi', 'Sohraby']),
  edition: everywhere(['Fifth', 'Sixth']),
  series: everywhere(['Lamp Library', 'Lamps Library']),
  'series number': everywhere(['64', '63']),
  place: everywhere(['Shiraz', 'Shirac']),
  'number of pages': everywhere(['777', '778']),
  chapter: everywhere(['XIV', 'XVI']),
  number: everywhere(['EPK9', 'EPK8']),
  version: everywhere(['v3.8', 'v3.7']),
  'original title': everywhere(['Nachtruhe', 'Nachtruh']),
  accessed: everywhere(['2019', '2018']),
  thesis: [{ cited: aThesis, marks: [["Bachelor's thesis", "Master's thesis"]] }],
  advisors: [{ cited: aThesis, marks: [['Ostadi', 'Ostady']] }],
  event: everywhere(['Congress of Lamps', 'Congress of Lamp']),
  'event place': everywhere(['Karaj', 'Karai']),
  'event date': everywhere(['2017', '2016']),
  'first online': everywhere(['2018', '2008']),
  'container doi': everywhere(['10.5555/bookshelf', '10.5555/bookshop']),
  'summary of the office': retold.map((cited) => ({ cited, marks: [['People rest.', 'People test.']] })),
  'printed date': everywhere(['1401', '1402']),
  published: articleAndChapter(['23', '24']),
  volume: articleAndChapter(['71', '72']),
  issue: articleAndChapter(['66', '67']),
  pages: articleAndChapter(['508', '509']),
  doi: articleAndChapter(['10.5555/first', '10.5555/second']),
  pmid: articleAndChapter(['39000001', '39000003']),
  pmcid: articleAndChapter(['PMC9000002', 'PMC9000003']),
  arxiv: [{ cited: preprint, marks: [['2101.00001', '2101.00002']] }],
  isbn: [{ cited: chapter, marks: [['9783161484100', '9780306406157']] }],
  issn: [{ cited: article, marks: [['0378-5955', '2049-3630']] }],
  url: articleAndChapter(['https://example.com/read', 'https://example.com/red']),
  language: articleAndChapter(
    ['{persian}', '{arabic}'],
    ['LA  - fa', 'LA  - ar'],
    ['LA  - per', 'LA  - ara'],
    ['"language": "fa"', '"language": "ar"'],
  ),
  keywords: articleAndChapter(['memory', 'memories']),
  mesh: articleAndChapter(['D008568', 'D008569']),
  abstract: articleAndChapter(['People rest.', 'People test.']),
  status: [
    {
      cited: doubted,
      marks: [
        ['Expression of concern', 'Corrected'],
        ['ECI - ', 'EIN - '],
        ['"status": "concern"', '"status": "corrected"'],
      ],
    },
  ],
};

/** Another value of the same form in its place. */
export const replaceValue = (text: string, marks: Damage['marks']): string =>
  marks.reduce((damaged, [written, other]) => damaged.replaceAll(written, other), text);

/** The text without its lines that hold the value; what is wrapped in JSON goes as a whole. */
export function removeField(text: string, marks: Damage['marks']): string {
  const holds = (part: string): boolean => marks.some(([written]) => part.includes(written));
  if (!text.startsWith('['))
    return text
      .split(/(?<=\n)/)
      .filter((line) => !holds(line))
      .join('');
  const items = JSON.parse(text) as readonly Readonly<Record<string, unknown>>[];
  return JSON.stringify(
    items.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([name, value]) => !holds(`"${name}": ${JSON.stringify(value)}`))),
    ),
    undefined,
    2,
  );
}

import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { makeCited, plainAbstract, type NameSketch } from './make-cited.ts';

/** Records whose values try to end a field, a line or the record. */
export const hostileRecords: readonly (readonly [name: string, cited: CitedPublication])[] = [
  ['a brace that closes the entry', titled('A } that ends\n}\n@article{forged, title = {Forged')],
  ['an open brace', titled('Half { of a pair')],
  ['braces in pairs', titled('The set {a, b} of {c}')],
  ['a backslash at the end', titled('Windows C:\\')],
  ['signs of TeX', titled('100% of $5 & #1_2 ~ 3^4 @home')],
  ['an end of record of RIS', titled('Before\r\nER  - \r\n\r\nTY  - JOUR\r\nTI  - Forged')],
  ['a record of MEDLINE', titled('Before\n\nPMID- 1\nTI  - Forged')],
  ['line separators', titled('One\u2028two\u2029three\u0085four\u000bfive\0six')],
  ['markup as text', titled('Is <i>p</i> < 0.05 & <script>alert(1)</script>?')],
  ['emoji and surrogates', titled('Cells 😀 and a half \ud83d')],
  ['quotation marks and ligatures', titled('"a" ``b\'\' --- !` ?` ,,')],
  ['comments of TeX', titled('50 % off \\% \\\\ % and more')],
  [
    'formulas that do not hold together',
    makeCited({
      title: [
        'x ',
        { tex: '}\\end{document', mathml: '' },
        ' ',
        { tex: 'a$b', mathml: '' },
        { tex: 'c\\', mathml: '' },
      ],
    }),
  ],
  [
    'an abstract with empty lines',
    makeCited({ abstracts: [plainAbstract('First.\n\nER  - \n\n}\n\n@misc{x,\nLast.')] }),
  ],
  ['keywords with separators', makeCited({ keywords: ['a, b', 'c; d', '}', 'e\nf', '{,'] })],
  [
    'authors that look like syntax',
    makeCited({
      contributions: [
        { name: { family: 'others' } },
        { name: { family: 'And', given: 'And And' } },
        { name: { family: 'and', given: 'and others' } },
        { name: { family: 'X}', given: '{Y' } },
        { name: { family: 'A, B', given: 'C, D', suffix: 'E, F' } },
        { name: { group: 'Health and Safety, Inc. and others' } },
        { name: { family: 'Only', suffix: 'Jr.' } },
      ],
    }),
  ],
  [
    'identifiers with every sign',
    makeCited({
      doi: '10.1000/a<b>;(c)_{d}%e#f\\g',
      url: 'https://example.org/?a={b}&c=%20d_e#f}',
      arxiv: '2101.00001',
    }),
  ],
  [
    'empty texts',
    makeCited({
      volume: '',
      issue: ' ',
      journal: '',
      container: '',
      publisher: '',
      copyright: '',
      keywords: [''],
      abstracts: [plainAbstract('')],
    }),
  ],
  ['nothing but a title', makeCited({ contributions: [] })],
  [
    'a notice with a hostile reason',
    makeCited({ status: 'retracted', notices: [{ type: 'retraction', reason: '}\nER  - \n@' }] }),
  ],
  ['quotation marks without a partner', titled('The "open case of “one, and ‘another” and \'a `last')],
  ['marks of direction', titled('\u200fسلام\u200e DNA \u202bدنیا\u202c (\u2067نقش\u2069) \u061cend')],
  ['combining and precomposed letters', titled('Café Cafe\u0301 ếe\u0302\u0301 Việt Viê\u0323t q\u0335 Å\u030a ﷺ')],
  ['emoji of several parts', titled('👩🏽‍🔬 of 🇮🇷 and 👨‍👩‍👧‍👦 1️⃣')],
  [
    'names of every kind',
    makeCited({
      contributions: [
        { name: { family: 'ʿAbd al-Raḥmān', given: 'Muḥammad ʾAmīn' } },
        { name: { family: "O'Brien-Ní Dhónaill", given: 'Seán' } },
        { name: { family: 'D’Angelo', given: 'J.-P.' } },
        { name: { family: 'van der Berg', given: 'Prof. Dr. Jan' } },
        { name: { family: 'King', given: 'Martin Luther', suffix: 'Jr.' } },
        { name: { family: 'Windsor', given: 'H. R.', suffix: 'III' } },
        { name: { family: 'Suharto' } },
        { name: { family: 'Sukarno-’' } },
        { name: { family: 'سیدحسینی‌نژاد', given: 'سید علی‌رضا' } },
        { name: { family: '王', given: '小明' } },
        { name: { family: 'Nguyễn Phước', given: 'Bảo Ưng Ơ Ử' } },
        { name: { group: 'Committee on Food, Drugs, and Care, and the Board and Staff' } },
      ],
    }),
  ],
  ['three thousand authors', makeCited({ contributions: Array.from({ length: 3000 }, manyNames) })],
  ...[
    { first: 'e1002', last: 'e1010' },
    { first: 'S12' },
    { first: 'xii', last: 'xv' },
    { first: 'S101', last: 'S9' },
    { first: '12A', last: '12B' },
  ].map((pages) => [`the pages ${Object.values(pages).join(' to ')}`, makeCited({ pages, volume: '' })] as const),
  ...[{ year: 2024 }, { year: 2024, month: 12 }, { year: 2024, month: 2, day: 29 }].map(
    (published) => [`the date ${Object.values(published).join(', ')}`, makeCited({ published })] as const,
  ),
  [
    'a DOI of old days',
    makeCited({ doi: '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID_SIM968>3.0.CO;2-2%3C' }),
  ],
  [
    'a descriptor with a heading and one without',
    makeCited({ mesh: ['D006801', 'D013223', 'C012345'] }, { mesh: { D006801: { en: 'Humans\nMH  - Forged' } } }),
  ],
  [
    'values that run over lines',
    makeCited({
      volume: '1\n2',
      issue: '3\rER  - ',
      journal: 'J\n\nPMID- 9',
      copyright: 'c\n}',
      pages: { first: '1\n', last: '2}' },
      affiliations: [{ name: 'Dept.\nPMID- 7' }],
      contributions: [{ name: { family: 'A\nB', given: 'C\r\nD' }, affiliations: [1, 9] }],
    }),
  ],
];

/** A person, or sometimes a group, with a unique name. */
function manyNames(_: unknown, index: number): { name: NameSketch } {
  if (index % 500 === 499) return { name: { group: `Group ${index}, and others and more` } };
  return { name: { family: `Fictus${index} and`, given: `${String.fromCodePoint(65 + (index % 26))}.` } };
}

function titled(title: string): CitedPublication {
  return makeCited({ title: [title] });
}

import type { CitedPublication } from '../../../src/citations/cited-publication.ts';
import { makeCited, plainAbstract } from './make-cited.ts';

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

function titled(title: string): CitedPublication {
  return makeCited({ title: [title] });
}

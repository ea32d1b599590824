import { describe, expect, test } from 'vitest';
import { compileBody } from '../../../../src/compile/body/compile-body.ts';
import { compileAbstract } from '../../../../src/compile/body/compile-markdown.ts';
import { abstractText } from '../../../../src/formats/record/cited-publication.ts';

const options = {
  lang: 'en',
  trust: 'mdx',
  place: { base: '', site: 'https://example.org', page: '/publications/x/' },
} as const;
const sections = (body: string) =>
  compileBody(body, options).abstract?.sections.map(({ label, text }) => [label, text]);

describe('an abstract', () => {
  test.each<[string, string, (string | undefined)[][]]>([
    ['without parts is one section', 'One.\n\nTwo.', [[undefined, 'One.\nTwo.']]],
    [
      'has parts by bold words at the start of paragraphs',
      '**Aims:** To see.\n\n**Results:** Seen.',
      [
        ['Aims', 'To see.'],
        ['Results', 'Seen.'],
      ],
    ],
    [
      'has parts by bold words within one paragraph',
      '**Aims:** To see.   **Patients & Methods:** Looked.',
      [
        ['Aims', 'To see.'],
        ['Patients & Methods', 'Looked.'],
      ],
    ],
    ['takes a colon after the bold words as well', '**Aims**: To see.', [['Aims', 'To see.']]],
    [
      'has parts by headings of the third level',
      '### Aims\n\nTo see.\n\n### Results\n\nSeen.',
      [
        ['Aims', 'To see.'],
        ['Results', 'Seen.'],
      ],
    ],
    ['keeps bold words that are not a label', 'A **bold** word: here.', [[undefined, 'A bold word: here.']]],
    [
      'keeps the text before the first label',
      'Before.\n\n**Aims:** To see.',
      [
        [undefined, 'Before.'],
        ['Aims', 'To see.'],
      ],
    ],
    ['keeps subscripts as Unicode characters', 'CO<sub>2</sub> and 10<sup>-3</sup>.', [[undefined, 'CO₂ and 10⁻³.']]],
    ['may be under its own heading', '## Abstract\n\nHere.\n\n## Funding\n\nNone.', [[undefined, 'Here.']]],
    ['may be in Persian', '**هدف:** دیدن.', [['هدف', 'دیدن.']]],
  ])('%s', (_, body, expected) => {
    expect(sections(body)).toEqual(expected);
  });

  test('in a field is read in the same way', () => {
    expect(compileAbstract('**هدف:** دیدن.', 'fa', options.place)).toEqual({
      abstract: { lang: 'fa', sections: [{ label: 'هدف', html: '<p>دیدن.</p>', text: 'دیدن.' }] },
      faults: [],
      assets: [],
      links: [],
    });
  });
});

describe('labels in the running text of an abstract', () => {
  const orphan =
    'BACKGROUND: Orphan medicines show some characteristics that hinder the evaluation. METHODS: The process was prioritized (*n* = 3). RESULTS: The final framework was composed by 10 quantitative criteria (Core Model) and *4* others. CONCLUSIONS: MCDA provided transparency.';

  test.each<[string, string, (string | undefined)[][]]>([
    [
      'are labels, as PubMed has them',
      orphan,
      [
        ['BACKGROUND', 'Orphan medicines show some characteristics that hinder the evaluation.'],
        ['METHODS', 'The process was prioritized (n = 3).'],
        ['RESULTS', 'The final framework was composed by 10 quantitative criteria (Core Model) and 4 others.'],
        ['CONCLUSIONS', 'MCDA provided transparency.'],
      ],
    ],
    [
      'may begin paragraphs, and be followed by one without a label',
      'Background: One.\n\nMethods:\nTwo.\n\nThree.',
      [
        ['Background', 'One.'],
        ['Methods', 'Two.\nThree.'],
      ],
    ],
    [
      'may be in Persian',
      'زمینه و هدف: سوختگی شایع است. روش کار: ۶۰ بیمار بررسی شدند. یافته‌ها: میانگین سن ۳۴ سال بود. نتیجه‌گیری: آموزش لازم است.',
      [
        ['زمینه و هدف', 'سوختگی شایع است.'],
        ['روش کار', '۶۰ بیمار بررسی شدند.'],
        ['یافته‌ها', 'میانگین سن ۳۴ سال بود.'],
        ['نتیجه‌گیری', 'آموزش لازم است.'],
      ],
    ],
    [
      'may come after a first part without one',
      'Kazakhstan strives to obtain UHC. METHODS: We asked. RESULTS: 14 criteria. CONCLUSIONS: It is useful.',
      [
        [undefined, 'Kazakhstan strives to obtain UHC.'],
        ['METHODS', 'We asked.'],
        ['RESULTS', '14 criteria.'],
        ['CONCLUSIONS', 'It is useful.'],
      ],
    ],
    [
      'without a meaning are not shown',
      'UNLABELLED: One. CONCLUSION: Two.',
      [
        [undefined, 'One.'],
        ['CONCLUSION', 'Two.'],
      ],
    ],
  ])('%s', (_, body, expected) => {
    expect(sections(body)).toEqual(expected);
  });

  test.each([
    'We asked one question: why? Results: none.',
    'Aims: only one label.',
    'The paper has two parts. Methods: see below. Results: see there.',
    'Background: a line that is wrapped\nMethods: and goes on.',
    'BACKGROUND: One. *METHODS: two.*',
    'RESULTS:\n\nCONCLUSION: There are none.',
  ])('are words where they may be: %s', (body) => {
    const words = (text: string) => text.replaceAll('*', '').split(/\s+/);
    expect(sections(body)?.map(([label, text]) => [label, words(text!)])).toEqual([[undefined, words(body)]]);
  });

  test('stay in citations', () => {
    const { abstract } = compileBody(orphan, options);
    expect(abstractText(abstract, ' ')).toBe(orphan.replaceAll('*', ''));
  });
});

describe('the sections after an abstract', () => {
  test('keep their order, and have fragments that are unique', () => {
    const { sections: parts } = compileBody(
      'A.\n\n## Funding\n\nx\n\n## Funding\n\ny\n\n## Abstract of nothing\n\nz',
      options,
    );
    expect(parts.map(({ heading, id, html }) => [heading, id, html])).toEqual([
      ['Funding', 'funding', '<p>x</p>'],
      ['Funding', 'funding-2', '<p>y</p>'],
      ['Abstract of nothing', 'abstract-of-nothing', '<p>z</p>'],
    ]);
  });

  test.each([
    ['a component', 'A.\n\n## More\n\n<Note>x</Note>', true],
    ['an import', 'import X from "./x.astro"\n\nA.\n\n## More\n\n<X />', true],
    ['an expression', 'A.\n\n## More\n\n{1 + 1}', true],
    ['plain elements', 'A.\n\n## More\n\nH<sub>2</sub>O and <b>b</b>', false],
    ['braces that hold text', 'A.\n\n## More\n\nx{" "}y{/* note */}', false],
  ])('with %s are compiled by Astro only where they hold code', (_, body, component) => {
    const compiled = compileBody(body, options);
    expect([compiled.code !== undefined, compiled.faults]).toEqual([component, []]);
  });

  test('hold no address that runs code', () => {
    const { sections: parts } = compileBody(
      'A.\n\n## More\n\n[x](javascript:alert(1)) <a href="data:text/html,x">y</a>',
      options,
    );
    expect(parts[0]?.html).not.toMatch(/javascript:|data:/);
  });
});

test('pictures and files are served beside the page', () => {
  const { sections: parts, assets } = compileBody(
    'A.\n\n## More\n\n![What it shows](./a.png)\n\n[data](./b.csv)',
    options,
  );
  expect([assets, parts[0]?.html]).toEqual([
    ['./a.png', './b.csv'],
    '<p><img src="/publications/x/a.png" alt="What it shows"></p>\n<p><a href="/publications/x/b.csv">data</a></p>',
  ]);
});

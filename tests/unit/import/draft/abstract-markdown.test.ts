import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutUnsafeCharacters } from '../../../../src/domain/text/unsafe-characters.ts';
import { toAbstractMarkdown, escapeMarkdown, findSections } from '../../../../src/import/draft/abstract-markdown.ts';
import { compileText, publicationText } from '../../../support/make.ts';
import { hostileText } from '../../formats/hostile-text.ts';

/** The text that a page shows for the body. */
function shown(body: string): readonly { readonly label?: string; readonly text: string }[] {
  const { record, problems } = compileText('publications/example.mdx', publicationText({ body }));
  // A mail address is shown as written, with a warning.
  expect(problems.filter(({ name }) => name !== 'mail-address-published')).toEqual([]);
  const { abstracts } = JSON.parse(record ?? '') as { abstracts: { sections: { label?: string; text: string }[] }[] };
  return abstracts[0]?.sections.map(({ label, text }) => ({ text, ...(label === undefined ? {} : { label }) })) ?? [];
}

describe('an abstract as Markdown', () => {
  it.each([
    'p < 0.05 and x > 3 & y',
    '{import} <b>bold</b> *stars* _lines_ `code` [link](x) ![picture](y) ~~gone~~',
    'import of cells began in 1999',
    'export const x = 1',
    '1. First of all',
    '2024) a year',
    '- a dash first',
    '+ a plus',
    '# 1 in the list',
    '> 5 mg',
    '= 3',
    'see https://example.org/a_b?c=d and www.example.org or mail a.b@example.org',
    'costs $5 and $6',
    'a\\b \\( \\[ {x} {{y}} ${z}',
    'H2O | table | row',
    'it\'s "quoted" -- and --- so... on',
    ':::note',
    ':smile: a:b',
    '&amp; &lt; &#38; &copy;',
    '<!-- comment -->',
    '[^1]: footnote',
    '*** ___ ---',
    'n=12^2^',
    '    four spaces',
    'سلول‌های بنیادی: ۱۲ <بیمار>',
  ])('shows exactly this: %s', (text) => {
    expect(shown(escapeMarkdown(text))).toEqual([{ text: text.trim() }]);
  });

  it('shows exactly any text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (first, second) => {
        const line = (text: string) => withoutUnsafeCharacters(text).normalize('NFC').replace(/\s+/g, ' ').trim();
        const sections = [
          { label: 'Aims', text: `A ${first}` },
          { label: 'Results', text: `${second} b` },
        ];
        expect(shown(toAbstractMarkdown({ sections })).map(({ label, text }) => ({ label, text: line(text) }))).toEqual(
          sections.map(({ label, text }) => ({ label, text: line(text) })),
        );
      }),
      { numRuns: 300, seed: 2024 },
    );
  });

  it('finds the sections with a label in the text, and no others', () => {
    expect(
      findSections('AIMS: To see. METHODS: Nine patients (n = 9). RESULTS: None.').map(({ label }) => label),
    ).toEqual(['AIMS', 'METHODS', 'RESULTS']);
    expect(
      findSections('Background: One. Patients & Methods: Two. Conclusion: Three.').map(({ text }) => text),
    ).toEqual(['One.', 'Two.', 'Three.']);
    expect(findSections('We looked. METHODS: Two. RESULTS: None. CONCLUSION: Three.')).toEqual([
      { text: 'We looked.' },
      { label: 'METHODS', text: 'Two.' },
      { label: 'RESULTS', text: 'None.' },
      { label: 'CONCLUSION', text: 'Three.' },
    ]);
    expect(findSections('UNLABELLED: One. RESULTS: Two.')).toEqual([
      { text: 'One.' },
      { label: 'RESULTS', text: 'Two.' },
    ]);
    for (const text of [
      'We asked one question: why? Results: none.',
      'Note: see below. Methods: two.',
      'AIMS: only one label.',
      '',
    ])
      expect(findSections(text)).toEqual([{ text }]);
  });
});

describe('headings on lines of their own', () => {
  it('become labels', () => {
    const text = 'Background\nPeople sleep less.\nMETHODS\nWe asked.\nWe counted.\nConclusion\nGood.';
    expect(toAbstractMarkdown({ sections: [{ text }] })).toBe(
      '**Background:** People sleep less.\n\n**METHODS:** We asked.\n\nWe counted.\n\n**Conclusion:** Good.',
    );
  });

  it('are text if the abstract does not begin with one', () => {
    const text = 'We asked nurses.\nMethods\nResults';
    expect(toAbstractMarkdown({ sections: [{ text }] })).toBe('We asked nurses.\n\nMethods\n\nResults');
  });
});

import { expect, test } from 'vitest';
import { compileBody } from '../../../../src/compile/body/compile-body.ts';
import { addFigure } from '../../../../src/editor/model/write-figure.ts';

const figure = { src: './a.png', alt: 'Two "curves" & {braces}', caption: 'A < B' };

test('a figure goes to the end of a body, in a section of its own where there is none', () => {
  expect(addFigure('We slept.\n', figure, 'Figures', true)).toBe(
    'We slept.\n\n## Figures\n\n<Figure src="./a.png" alt="Two &quot;curves&quot; &amp; {braces}" caption="A < B" />',
  );
  expect(addFigure('We slept.\n\n## Data\n\nAll.', { ...figure, caption: '' }, 'Figures', true)).toBe(
    'We slept.\n\n## Data\n\nAll.\n\n<Figure src="./a.png" alt="Two &quot;curves&quot; &amp; {braces}" />',
  );
  expect(addFigure('', figure, undefined, false)).toBe('![Two "curves" \\& \\{braces\\}](./a.png)\n\nA \\< B');
});

test.each([
  ['mdx', true],
  ['markdown', false],
] as const)('whatever its texts hold, it is read as it was written: %s', (trust, holdsCode) => {
  const hard = { src: './a.png', alt: 'Two "curves" & {braces} <x> *y* \\z', caption: 'A < B $5 [l](x) `c`' };
  const body = addFigure('We slept.', hard, 'Figures', holdsCode);
  const { faults, sections, code } = compileBody(body, {
    lang: 'en',
    trust,
    place: { base: '', site: 'https://example.org', page: '/publications/x/' },
  });
  expect(faults).toEqual([]);
  if (holdsCode) {
    expect(code?.content).toContain(`alt: ${JSON.stringify(hard.alt)}`);
    expect(code?.content).toContain(`caption: ${JSON.stringify(hard.caption)}`);
  } else {
    expect(sections[0]?.html).toContain('alt="Two &quot;curves&quot; &amp; {braces} &lt;x&gt; *y* \\z"');
    expect(sections[0]?.html).toContain('<p>A &lt; B $5 [l](x) `c`</p>');
  }
});

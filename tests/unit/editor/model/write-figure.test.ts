import { expect, test } from 'vitest';
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

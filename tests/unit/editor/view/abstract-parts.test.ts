import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPart, removePart, splitBody, writePart } from '../../../../src/editor/view/form/abstract-parts.ts';

const body = '**Aims:** To count.\n\n**Results:** We counted *three*.\nAnd more.\n\n## Notes\n\nA note.\n';

describe('an abstract', () => {
  test('is split into its parts, and what follows it', () => {
    const { parts, rest } = splitBody(body);
    expect(parts.map(({ label, text }) => [label, text])).toEqual([
      ['Aims', 'To count.'],
      ['Results', 'We counted *three*.\nAnd more.'],
    ]);
    expect(body.slice(rest)).toBe('## Notes\n\nA note.\n');
  });

  test('may have headings, a colon outside of the bold words, or no parts', () => {
    expect(splitBody('### Ziele\n\nZählen.\n').parts).toMatchObject([
      { label: 'Ziele', text: 'Zählen.', form: 'heading' },
    ]);
    expect(splitBody('**هدف**: شمارش.').parts).toMatchObject([{ label: 'هدف', text: 'شمارش.' }]);
    expect(splitBody('Only text with **bold** in it.').parts).toMatchObject([
      { text: 'Only text with **bold** in it.' },
    ]);
    expect(splitBody('').parts).toEqual([]);
  });

  test('keeps every other byte when one part is written', () => {
    const [aims] = splitBody(body).parts;
    expect(writePart(body, aims!, { text: 'To measure.' })).toBe(body.replace('To count.', 'To measure.'));
    expect(writePart(body, aims!, { label: 'Goals' })).toBe(body.replace('Aims', 'Goals'));
  });

  test('does not change when its parts are written as they are', () => {
    const pieces = fc.constantFrom('**Aims:** a', '**B:** c\n\nd', 'plain', '### H\n\ntext', '## After\n\nx');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (all) => {
        const text = all.length === 0 ? '' : `${all.join('\n\n')}\n`;
        for (const part of splitBody(text).parts) expect(writePart(text, part, {})).toBe(text);
      }),
    );
  });

  test('gets a part at its end, and loses one', () => {
    const added = addPart(body, 'Conclusions');
    expect(splitBody(added).parts.map(({ label }) => label)).toEqual(['Aims', 'Results', 'Conclusions']);
    expect(added.endsWith('## Notes\n\nA note.\n')).toBe(true);
    expect(removePart(added, splitBody(added).parts[2]!)).not.toContain('Conclusions');
    expect(splitBody(addPart('', 'Aims')).parts).toMatchObject([{ label: 'Aims', text: '' }]);
  });
});

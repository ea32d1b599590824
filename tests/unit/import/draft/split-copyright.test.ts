import { describe, expect, it } from 'vitest';
import { splitCopyright } from '../../../../src/import/draft/split-copyright.ts';
import { runImport } from '../run-import.ts';

describe('the line of the publisher at the end of an abstract', () => {
  it.each([
    '© 2019 Example B.V. All rights reserved.',
    'Copyright © 2019, Example Society.',
    '(C) 2020 The Authors. Published by Example.',
    '(PsycINFO Database Record (c) 2019 Example, all rights reserved)',
  ])('%s is its copyright', (line) => {
    expect(splitCopyright({ sections: [{ text: `We asked. ${line}` }] })).toEqual({
      abstract: { sections: [{ text: 'We asked.' }] },
      copyright: line,
    });
  });

  it('is nothing else: a sentence with the sign stays, and so does text after the line', () => {
    for (const text of [
      'We used SleepScore (c) 2019 in all nurses.',
      `We asked. © 2019 Example. ${'We slept. '.repeat(40)}`,
    ])
      expect(splitCopyright({ sections: [{ text }] })).toEqual({ abstract: { sections: [{ text }] } });
  });

  it('is written to the field copyright, and not to the text', () => {
    const { files } = runImport(
      'TY  - JOUR\nTI  - Sleep\nAU  - Karimi, S.\nPY  - 2020\nAB  - We asked. © 2020 Example B.V.\nER  - \n',
    );
    const [file = ''] = [...files.values()];
    expect(file).toContain('copyright: "© 2020 Example B.V."\n');
    expect(file.endsWith('---\n\nWe asked.\n')).toBe(true);
  });
});

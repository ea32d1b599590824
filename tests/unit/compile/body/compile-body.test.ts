import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileBody, compileText } from '../../../../src/compile/body/compile-body.ts';
import { compileMarkdown } from '../../../../src/compile/body/compile-markdown.ts';
import { importsModule } from '../../../../src/compile/body/compile-code.ts';

const options = {
  lang: 'en',
  trust: 'mdx',
  place: { base: '', site: 'https://example.org', page: '/publications/x/' },
} as const;
const compile = (source: string) => compileBody(source, options);
const sectionsOf = (source: string) =>
  compile(source).abstract?.sections.map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`));

describe('the abstract', () => {
  const cases: Record<string, { body: string; sections: string[] | undefined }> = {
    'is the text before the first heading': {
      body: 'One.\n\nTwo.\n\n## Methods\n\nThree.',
      sections: ['One.\nTwo.'],
    },
    'may be under a heading of its own': {
      body: '## Abstract\n\nOne.\n\n## Methods\n\nTwo.',
      sections: ['One.'],
    },
    'may be under a Persian heading': { body: '## چکیده\n\nیک.\n\n## روش\n\nدو.', sections: ['یک.'] },
    'may be absent': { body: '## Methods\n\nTwo.', sections: undefined },
    'is absent in an empty body': { body: ' \n\n ', sections: undefined },
    'has a section for each bold word with a colon': {
      body: '**Aims:** One.\n\n**Results:** Two.',
      sections: ['Aims: One.', 'Results: Two.'],
    },
    'has sections when the colon is outside the bold word': {
      body: '**Aims**: One.\n\n**Results** : Two.',
      sections: ['Aims: One.', 'Results: Two.'],
    },
    'has several sections in one paragraph': {
      body: '**Aims:** One. **Patients & Methods:** Two. **Results:** Three.',
      sections: ['Aims: One.', 'Patients & Methods: Two.', 'Results: Three.'],
    },
    'has sections under headings of the third level': {
      body: '### Aims\n\nOne.\n\n### Results\n\nTwo.\n\nThree.',
      sections: ['Aims: One.', 'Results: Two.\nThree.'],
    },
    'keeps the text before the first section': {
      body: 'Zero.\n\n**Aims:** One.',
      sections: ['Zero.', 'Aims: One.'],
    },
    'keeps a second paragraph with its section': {
      body: '**Aims:** One.\n\nMore.\n\n**Results:** Two.',
      sections: ['Aims: One.\nMore.', 'Results: Two.'],
    },
    'has no section where a bold word has no colon': { body: '**Aims** One.', sections: ['Aims One.'] },
    'has no section where a bold word is inside a paragraph that does not start with one': {
      body: 'We say **note:** this.',
      sections: ['We say note: this.'],
    },
    'has no section for a label without text': {
      body: '**Aims:**\n\n**Results:** Two.',
      sections: ['Results: Two.'],
    },
    'holds lists': { body: '**Aims:** Three:\n\n- one\n- two', sections: ['Aims: Three:\none\ntwo'] },
    'writes sub- and superscripts as Unicode characters': {
      body: 'H<sub>2</sub>O and 10<sup>-3</sup> and x<sub>AB</sub>.',
      sections: ['H₂O and 10⁻³ and xAB.'],
    },
    'has a Chinese colon': { body: '**目的：** 一。', sections: ['目的: 一。'] },
  };
  test.each(Object.keys(cases))('%s', (name) => {
    const { body, sections } = cases[name]!;
    expect(compile(body).faults).toEqual([]);
    expect(sectionsOf(body)).toEqual(sections);
  });

  test('loses no word, however its parts are marked', () => {
    const word = fc.constantFrom('one', 'two', 'three', 'four');
    const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    const paragraph = fc.oneof(
      text,
      fc.tuple(word, text).map(([label, rest]) => `**${label}:** ${rest}`),
      fc.tuple(word, text, word, text).map(([a, b, c, d]) => `**${a}:** ${b} **${c}:** ${d}`),
      text.map((rest) => `### heading\n\n${rest}`),
    );
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const source = paragraphs.join('\n\n');
        const { abstract, faults } = compile(source);
        expect(faults).toEqual([]);
        const found = (abstract?.sections ?? []).map(({ label = '', text: own }) => `${label} ${own}`).join(' ');
        expect(found.match(/\w+/g)).toEqual(source.match(/\w+/g));
      }),
    );
  });
});

describe('the rest of a body', () => {
  test('is a section for each heading, with an address of its own', () => {
    const { sections } = compile(
      'A.\n\n## Methods\n\nOne.\n\n## Methods\n\nTwo.\n\n## روش\n\nThree.\n\n## Cite\n\nFour.',
    );
    expect(sections.map(({ heading }) => heading)).toEqual(['Methods', 'Methods', 'روش', 'Cite']);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(4);
    expect(sections.map(({ id }) => id)).not.toContain('cite');
    expect(sections.map(({ html }) => html)).toEqual(['<p>One.</p>', '<p>Two.</p>', '<p>Three.</p>', '<p>Four.</p>']);
  });

  test('escapes the special characters of HTML', () => {
    expect(compile('a \\< b & c > d').abstract?.sections[0]?.html).toBe('<p>a &lt; b &amp; c &gt; d</p>');
  });

  test.each([
    ['[x](javascript:alert(1))'],
    ['[x](JaVaScRiPt:alert(1))'],
    ['[x](data:text/html,x)'],
    ['[x](https:javascript:x)'],
    ['[x](vbscript:x)'],
    ['[x](  javascript:alert)'],
    ['<a href="javascript:alert(1)">x</a>'],
    ['<a href={"javascript:alert(1)"}>x</a>'],
    ['<p onclick="alert(1)">x</p>'],
    ['<p style="position:fixed">x</p>'],
    ['<blockquote cite="javascript:alert(1)">x</blockquote>'],
  ])('publishes no code: %s', (source) => {
    for (const body of [source, `A.\n\n## B\n\n${source}`]) {
      const { abstract, sections, code } = compile(body);
      const html = JSON.stringify([abstract, sections]);
      expect(code ? '' : html).not.toMatch(/javascript:|vbscript:|data:text|onclick|position/i);
    }
    expect(compileMarkdown(source, options.place).html).not.toMatch(
      /<a href="\s*(javascript|vbscript|data):|<p onclick|<p style/i,
    );
  });

  test('lists the files that it shows, with the addresses at which they are served', () => {
    const { sections, assets } = compile('A.\n\n## B\n\n![one](./a.png)\n\n[table](./t.csv) [page](../other/)');
    expect(assets).toEqual(['./a.png', './t.csv']);
    expect(sections[0]!.html).toContain('src="/publications/x/a.png"');
    expect(sections[0]!.html).toContain('href="/publications/x/t.csv"');
    expect(sections[0]!.html).toContain('href="/publications/other/"');
  });

  test('names the files of a video: the picture before it, and its captions', () => {
    const video = '<Video src="talk.mp4" poster="./still.jpg" captions="./words.vtt" title="talk.txt" lang="en" />';
    expect(compile(`A.\n\n## B\n\n${video}`).assets).toEqual(['talk.mp4', './still.jpg', './words.vtt']);
  });

  test.each(['https://example.org/x.png', '//example.org/x.png', 'data:image/png;base64,x'])(
    'shows no picture of another site: %s',
    (source) => {
      expect(compile(`A.\n\n## B\n\n![far](${source})`).faults).toMatchObject([{ name: 'picture-elsewhere' }]);
      expect(compileMarkdown(`![far](${source})`, options.place).faults).toMatchObject([{ name: 'picture-elsewhere' }]);
      expect(compile(`A.\n\n## B\n\n<Figure src="${source}" alt="x" />`).faults).toMatchObject([
        { name: 'picture-elsewhere' },
      ]);
    },
  );

  test.each([
    ['![x](./شکل.png)', './شکل.png', '%D8%B4%DA%A9%D9%84.png'],
    ['![x](<./my figure.png>)', './my figure.png', 'my%20figure.png'],
    ['![x](./my%20figure.png)', './my figure.png', 'my%20figure.png'],
    ['![x](sub/pic.png "title")', 'sub/pic.png', 'sub/pic.png'],
    ['![x](./100%.png)', './100%.png', '100%25.png'],
  ])('finds a picture by its name on the disk, and encodes its address: %s', (source, file, address) => {
    const { assets, sections } = compile(`A.\n\n## B\n\n${source}`);
    expect(assets).toEqual([file]);
    expect(sections[0]!.html).toContain(`src="/publications/x/${address}"`);
    const withCode = `A.\n\n## B\n\n${source}\n\n<Note>x</Note>`;
    expect(compile(withCode).assets).toEqual([file]);
    expect(compile(withCode).code?.content).toContain(`"/publications/x/${address}"`);
  });

  test('is code when it holds code, and the abstract is still data', () => {
    for (const code of [
      '<Note>x</Note>',
      '{1 + 1}',
      '<span title={`a${1}`}>x</span>',
      '<video src="./a.mp4"></video>',
    ]) {
      const { code: compiled, abstract, faults } = compile(`A.\n\n## B\n\n${code}`);
      expect({ code, isCode: compiled !== undefined, text: abstract?.sections[0]?.text, faults }).toEqual({
        code,
        isCode: true,
        text: 'A.',
        faults: [],
      });
    }
    expect(compile('import X from "./x.astro"\n\nA.\n\n## B\n\n<X />')).toMatchObject({
      code: { imports: 'import X from "./x.astro"' },
      faults: [],
    });
  });

  test('is not code when braces hold plain words, numbers or comments', () => {
    const { code, sections } = compile('A.\n\n## B\n\nOne{" "}two {2} {/* a comment */}three.');
    expect(code).toBeUndefined();
    expect(sections[0]!.html).toBe('<p>One two 2 three.</p>');
  });

  test('with code leaves to Astro only what it imports and exports, on the same lines', () => {
    const source =
      '\nimport X from "./x.astro"\n\nThe abstract,\nin two lines.\n\n## B\n\nexport const y = 1\n\n<X n={y} />\n';
    const { code } = compile(source);
    expect(code?.content).not.toMatch(/abstract|x\.astro/);
    expect(code?.imports).not.toContain('<X');
    expect(code?.imports).toBe('import X from "./x.astro"\n\nexport const y = 1');
    for (const line of ['import X from "./x.astro"', 'export const y = 1'])
      expect(importsModule(source).split('\n').indexOf(line)).toBe(source.split('\n').indexOf(line));
    expect(importsModule(source)).toContain('export const contentImports = { X };');
  });

  test('with code has headings, formulas and addresses as without', () => {
    const { code, faults } = compile(
      'A.\n\n## Two words\n\n$x^2$ [a](./a.pdf) <a href="/people/">b</a> <Figure src="./c.png" alt="" />',
    );
    expect(faults).toEqual([]);
    for (const part of ['"two-words"', '<math', '"/publications/x/a.pdf"', '"/people/"', '"/publications/x/c.png"'])
      expect(code?.content).toContain(part);
    expect(compile('A.\n\n## B\n\n$\\frac{1$ <Note>x</Note>').faults).toMatchObject([{ name: 'formula-malformed' }]);
  });
});

test('with `trust: markdown` code is refused, and nothing else', () => {
  const strict = { ...options, trust: 'markdown' } as const;
  for (const code of [
    '<Note>x</Note>',
    '{1 + 1}',
    'export const x = 1',
    '<script>alert(1)</script>',
    '<iframe src="https://example.org"></iframe>',
  ]) {
    expect(
      compileBody(`A.\n\n## B\n\n${code}`, strict).faults.map(({ name }) => name),
      code,
    ).toContain('code-not-trusted');
    expect(
      compileText(code, strict).faults.map(({ name }) => name),
      code,
    ).toContain('code-not-trusted');
  }
  expect(compileBody('A **bold** word.\n\n## B\n\n<details><summary>x</summary>y</details>', strict).faults).toEqual(
    [],
  );
});

test('a body that ends in the middle of code is read to its end', () => {
  expect(compile('export (|```_=\\').faults).toMatchObject([{ name: 'mdx-import' }]);
  expect(compile('A.\\').abstract?.sections[0]?.text).toBe('A.\\');
});

test('no body crashes the compiler', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '{',
    '}',
    '/',
    '*',
    '**',
    '_',
    '`',
    '```',
    '$',
    '$$',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '!',
    '#',
    '\n',
    '\n\n',
    ' ',
    '-',
    '|',
    ':',
    'a',
    'b',
    '<b>',
    '</b>',
    '<Note>',
    '<!--',
    '-->',
    '&amp;',
    '&',
    '"',
    "'",
    '=',
    'import',
    'export',
    '[^1]',
    '1.',
    '\u202e',
    '\0',
    'ا',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const { faults } = compile(pieces.join(''));
      for (const { name, message, hint, position } of faults) {
        expect(name).toMatch(/^[a-z-]+$/);
        expect(message && hint).toBeTruthy();
        expect(position.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1500 },
  );
});

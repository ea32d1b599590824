import { describe, expect, test } from 'vitest';
import { checkFolder, contentFolder } from '../../support/build-site.ts';
import { growthOf, mostGrowth } from '../../support/growth.ts';
import { publicationText } from '../../support/make.ts';

const megabyte = 1_000_000;

const texts: Readonly<Record<string, (length: number) => string>> = {
  words: (length) => 'word '.repeat(length / 5),
  numberedWords: (length) => Array.from({ length: length / 8 }, (_, index) => `w${index}`).join(' '),
  spaces: (length) => `x${' '.repeat(length)}x`,
  tags: (length) => '<i>'.repeat(length / 30),
  formulas: (length) => '$a$ '.repeat(length / 40),
  accents: (length) => 'e\u0301'.repeat(length / 4),
};
const fields: Readonly<Record<string, (text: string) => Record<string, unknown>>> = {
  title: (title) => ({ title }),
  author: (name) => ({ authors: [{ name }] }),
  pages: (pages) => ({ pages }),
  summary: (summary) => ({ summary }),
  body: (body) => ({ body }),
};

describe.each(Object.keys(fields))('a very long %s', (field) => {
  test.each(Object.keys(texts))('of %s is checked in proportion to its length, with short messages', async (kind) => {
    const check = async (length: number) => {
      const written = publicationText(fields[field]!(texts[kind]!(length)));
      // Two of them, so that they are compared with each other as well.
      const problems = await checkFolder(
        contentFolder({ 'publications/a.mdx': written, 'publications/b.mdx': written }),
      );
      for (const { message, hint } of problems)
        expect(message.length + hint.length, message.slice(0, 200)).toBeLessThan(3000);
    };
    expect(await growthOf(check, megabyte)).toBeLessThan(mostGrowth);
  });
});

test('a quarter of a million formulas, each a paragraph, crash nothing', async () => {
  const body = '$a$\n\n'.repeat(250_000);
  expect((await checkFolder(contentFolder({ 'publications/a.mdx': publicationText({ body }) }))).length).toBeLessThan(
    2,
  );
});

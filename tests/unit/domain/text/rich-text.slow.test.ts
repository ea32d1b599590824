import { expect, test } from 'vitest';
import { escapeHtml, parseRichText, richTextToHtml, richTextToPlain } from '../../../../src/domain/text/rich-text.ts';
import { growthOf, mostGrowth } from '../../../support/growth.ts';

const megabyte = 1_000_000;

test.each<[string, (length: number) => string]>([
  ['<i>', repeated('<i>')],
  ['<a b="', repeated('<a b="')],
  ['a tag of spaces', (length) => `<a${' '.repeat(length)}>`],
  ['$a ', repeated('$a ')],
  ['&a', repeated('&a')],
  ['\\', repeated('\\')],
  ['a formula of ^', (length) => `$${'^'.repeat(length)}$`],
  ['a formula of {', (length) => `$${'{'.repeat(length)}$`],
  ['marks in each other', (length) => `${'<i><b>'.repeat(length / 13)}${'</b></i>'.repeat(length / 13)}`],
])('a megabyte of %s is read in proportion to its length', async (_, textOf) => {
  const read = (length: number) => {
    const { text } = parseRichText(textOf(length), (tex) => `<math>${escapeHtml(tex)}</math>`);
    return [richTextToHtml(text), richTextToPlain(text)];
  };
  expect(await growthOf(read, megabyte)).toBeLessThan(mostGrowth);
});

function repeated(token: string): (length: number) => string {
  return (length) => token.repeat(length / token.length);
}

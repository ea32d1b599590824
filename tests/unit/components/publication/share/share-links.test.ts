import { expect, test } from 'vitest';
import { shareTargets } from '../../../../../src/domain/institute/site.ts';
import { withTitle } from '../../../../../src/components/publication/share/open-share.ts';
import { shareHref } from '../../../../../src/components/publication/share/share-href.ts';

const address = 'https://publications.example.org/publications/a-2024-b/';
const title = 'Tea & cups: 50 % ≥ “half”? $1 #2';

test.each(shareTargets)('a link to %s has the address, and with the script the title', (target) => {
  const plain = shareHref(target, address).replaceAll('&amp;', '&');
  expect(plain.split(address)).toHaveLength(2);
  // An empty parameter would be part of every page.
  expect(plain).not.toMatch(/=(&|$)/);
  const titled = new URL(withTitle(plain, title));
  const values = [...titled.searchParams.values()];
  expect(values.join('\n')).toContain(address);
  expect(values.join('\n')).toContain(title);
  expect(values.length).toBe(new URL(plain).searchParams.has('text') ? 1 : 2);
});

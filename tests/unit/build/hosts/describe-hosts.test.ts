import { expect, test } from 'vitest';
import { describeHosts } from '../../../../src/build/hosts/describe-hosts.ts';

const small = { files: 900, bytes: 20e6, largestFile: 1e6, fullestFolder: 300 };

test('a small site fits every host', () => {
  expect(describeHosts(small, small)).toBe('fits GitHub Pages; Netlify; Cloudflare Pages; Cloudflare Pages, paid');
});

test('a site with too many files for one host fits the others, and fewer formats help', () => {
  expect(describeHosts({ ...small, files: 30_450 }, { ...small, files: 19_999 })).toBe(
    'fits GitHub Pages; Netlify; Cloudflare Pages, paid; not Cloudflare Pages (too many files: 30,450 of 20,000): `formats: [bibtex, ris]` makes it fit',
  );
});

test('nothing is advised where it would not help', () => {
  expect(describeHosts({ ...small, files: 30_450 }, { ...small, files: 20_001 })).not.toContain('formats');
});

test('every excess is named, also of files, folders and bytes', () => {
  const huge = { files: 600_000, bytes: 4.2e9, largestFile: 120e6, fullestFolder: 500_000 };
  expect(describeHosts(huge, huge)).toBe(
    'fits none of the hosts in docs/hosting.md; not GitHub Pages (too large: 4,200 MB of 1,000 MB, a file too large: 120 MB of 100 MB); not Netlify (too many files in one folder: 500,000 of 54,000); not Cloudflare Pages (too many files: 600,000 of 20,000, a file too large: 120 MB of 26 MB); not Cloudflare Pages, paid (too many files: 600,000 of 100,000, a file too large: 120 MB of 26 MB)',
  );
});

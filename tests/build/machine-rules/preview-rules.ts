import { existsSync, readFileSync } from 'node:fs';
import { fileOf, type Checked, type Expect, type Meta } from './checked-page.ts';

export function checkPreview(metas: readonly Meta[], checked: Checked, expect: Expect): void {
  const one = (name: string): string => metas.find((meta) => meta.name === name)?.content ?? '';
  const { page, origin } = checked;
  expect('og:title', one('og:title') !== '');
  expect('og:url', one('og:url') === origin + encodeURI(page.address), one('og:url'));
  expect('Z4: og:type', ['article', 'profile', 'website'].includes(one('og:type')), one('og:type'));
  expect(
    'Z4: no page of a publication is a website',
    !/^(?:[a-z]{2}\/)?publications\/./.test(page.path.replace('index.html', '')) ||
      one('og:type') === 'article' ||
      /publications\/\d{4}\//.test(page.path),
    one('og:type'),
  );
  expect('a large picture', one('twitter:card') === 'summary_large_image');
  const image = fileOf(one('og:image'), checked);
  expect('the picture is there', existsSync(image), one('og:image'));
  if (!existsSync(image)) return;
  // ISO/IEC 15948, 11.2.2: width and height are the first fields of a PNG.
  const bytes = readFileSync(image);
  expect(
    'the picture has the size that is told',
    bytes.readUInt32BE(16) === 1200 &&
      bytes.readUInt32BE(20) === 630 &&
      one('og:image:width') === '1200' &&
      one('og:image:height') === '630',
  );
}

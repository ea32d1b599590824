import { expect, test } from 'vitest';
import { referenceHtml } from '../../../../src/components/publication/cite/reference-html.ts';

const persian = (html: string): string => referenceHtml([{ locale: 'fa-IR', html }], 'fa', 'fa');

test('a DOI in a Persian reference runs from left to right, together with the word before it', () => {
  const link = '<a href="https://doi.org/10.5555/a">10.5555/a</a>';
  expect(persian(`خواب. doi: ${link}. تهران.`)).toBe(`<p>خواب. <bdi dir="ltr">doi: ${link}</bdi>. تهران.</p>`);
  expect(persian(`خواب. doi:${link}`)).toBe(`<p>خواب. <bdi dir="ltr">doi:${link}</bdi></p>`);
});

test('an address alone in a Persian reference runs from left to right', () => {
  expect(persian('در: <a href="https://example.org/">https://example.org/</a>')).toBe(
    '<p>در: <a dir="ltr" href="https://example.org/">https://example.org/</a></p>',
  );
});

test('an English reference is as it was made', () => {
  const html = 'Sleep. doi: <a href="https://doi.org/10.5555/a">10.5555/a</a>';
  expect(referenceHtml([{ locale: 'en-US', html }], 'en', 'en')).toBe(`<p>${html}</p>`);
});

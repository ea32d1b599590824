import { expect, test } from 'vitest';
import { withEditLink } from '../../../../src/editor/server/edit-link.ts';

const page = (lang: string): string => `<!doctype html><html lang="${lang}" dir="auto"><body><p>fa</p></body></html>`;

test.each([
  ['en', 'lang="en" dir="ltr" title="Edit (e)"', '>Edit</a>'],
  ['fa', 'lang="fa" dir="rtl" title="ویرایش (e)"', '>ویرایش</a>'],
  ['ar', 'lang="en" dir="ltr" title="Edit (e)"', '>Edit</a>'],
])('the link to the desk is in the language of the page, where the desk has it: %s', (lang, attributes, text) => {
  const html = withEditLink(page(lang), 'publications/2024/a b.mdx', '/base');
  expect(html).toContain(`href="/base/edit/#publications/2024/a%20b.mdx" target="_top" ${attributes}`);
  expect(html).toContain(text);
  expect(html).toMatch(/<\/script><\/body><\/html>$/);
});

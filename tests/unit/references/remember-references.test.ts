import { expect, test } from 'vitest';
import type { LoadedStyle } from '../../../src/domain/publication/reference-styles.ts';
import type { CslItem } from '../../../src/formats/csl/csl-item.ts';
import { rememberReferences } from '../../../src/references/remember-references.ts';

const item = (title: string): CslItem => ({ id: 'a', type: 'book', title, issued: { 'date-parts': [[2024]] } });
const style = (name: string): LoadedStyle => ({ name, digest: '1' }) as LoadedStyle;

test('a reference is rendered once for the pages that follow each other, in each style and language', () => {
  const rendered: string[] = [];
  const render = rememberReferences(({ title }, { name }, locale) => {
    const text = `${title} ${name} ${locale}`;
    rendered.push(text);
    return text;
  });
  const all = () => [
    render(item('One'), style('apa'), 'en-US'),
    render(item('One'), style('apa'), 'fa-IR'),
    render(item('One'), style('ama'), 'en-US'),
    render(item('Two'), style('apa'), 'en-US'),
  ];
  const expected = ['One apa en-US', 'One apa fa-IR', 'One ama en-US', 'Two apa en-US'];
  expect([all(), all(), all()]).toEqual([expected, expected, expected]);
  expect(rendered).toEqual(expected);
});

test('what came before hundreds of others is rendered again, so that memory is bounded', () => {
  let count = 0;
  const render = rememberReferences(() => String(++count));
  expect(render(item('One'), style('apa'), 'en-US')).toBe('1');
  for (let number = 0; number < 300; number += 1) render(item(`Other ${number}`), style('apa'), 'en-US');
  expect(render(item('One'), style('apa'), 'en-US')).toBe('302');
});

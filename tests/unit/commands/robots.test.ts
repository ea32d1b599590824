import { expect, test } from 'vitest';
import { mayAsk, parseRobots } from '../../../src/commands/outside-links/robots.ts';

const host = 'https://papers.example.edu';

test.each([
  ['', '/a', true],
  ['User-agent: *\nDisallow: /', '/a', false],
  ['User-agent: *\nDisallow:', '/a', true],
  ['user-agent : *\ndisallow : /private # of us', '/private/x', false],
  ['User-agent: *\nDisallow: /private', '/public', true],
  ['User-agent: other\nDisallow: /', '/a', true],
  // The group that names the program counts, and not that for all.
  ['User-agent: *\nDisallow: /\n\nUser-agent: Colophon\nDisallow: /b', '/a', true],
  ['User-agent: colophon\nUser-agent: other\nDisallow: /b\nUser-agent: *\nAllow: /', '/b', false],
  // Two groups for one program are one.
  ['User-agent: colophon\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: colophon\nDisallow: /b', '/b', false],
  // The longest rule decides, and of two as long, the one that allows.
  ['User-agent: *\nDisallow: /a\nAllow: /a/open', '/a/open/1', true],
  ['User-agent: *\nAllow: /a\nDisallow: /a/closed', '/a/closed', false],
  ['User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
  ['User-agent: *\nDisallow: /*.pdf$', '/x/paper.pdf', false],
  ['User-agent: *\nDisallow: /*.pdf$', '/x/paper.pdf?v=2', true],
  ['User-agent: *\nDisallow: /search?', '/search?q=a', false],
  ['User-agent: *\nDisallow: /a*b*c', '/a-b-c-d', false],
  ['User-agent: *\nDisallow: /a*b*c', '/a-c-b', true],
  ['User-agent: *\nDisallow: /خواب', '/%D8%AE%D9%88%D8%A7%D8%A8/1', false],
  ['User-agent: *\nDisallow: /%d8%ae', '/خ', false],
  ['Disallow: /\nSitemap: https://papers.example.edu/s.xml\n<html>', '/a', true],
  ['\uFEFFUser-agent: *\r\nDisallow: /a\r\n', '/a', false],
])('%j: may %s be asked for? %s', (text, path, expected) => {
  expect(mayAsk(parseRobots(text, 'colophon'), host + path)).toBe(expected);
});

test('a host may ask for time between two requests', () => {
  expect(parseRobots('User-agent: *\nCrawl-delay: 5\nDisallow: /a', 'colophon').delay).toBe(5);
  expect(parseRobots('User-agent: *\nCrawl-delay: soon\nDisallow: /a', 'colophon').delay).toBeUndefined();
});

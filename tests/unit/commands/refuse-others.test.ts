import { expect, test } from 'vitest';
import { refusalOf } from '../../../src/commands/dev/refuse-others.ts';

const own = { host: 'localhost:4321' };
const navigation = { ...own, 'sec-fetch-mode': 'navigate' };

test.each([
  ['a page that is typed', { ...navigation, 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }],
  ['a script of a page', { ...own, origin: 'http://localhost:4321', 'sec-fetch-site': 'same-origin' }],
  ['the preview in the desk', { ...navigation, 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' }],
  ['a link of another site', { ...navigation, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
  ['a program that is no browser', own],
])('%s is answered', (_, headers) => {
  expect(refusalOf({ url: '/', headers })).toBeUndefined();
});

test.each([
  ['another site', { ...own, origin: 'https://evil.example' }],
  ['another port', { ...own, origin: 'http://localhost:1' }],
  ['a page without an origin', { ...own, origin: 'null' }],
  ['a name with two ports', { host: 'localhost:80:80' }],
  ['a script of another site', { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['a frame in another site', { ...navigation, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }],
  ['an object in another port', { ...navigation, 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'object' }],
])('%s is refused', (_, headers) => {
  expect(refusalOf({ url: '/', headers })).toBe(403);
});

test.each([
  '/__open-in-editor?file=/etc/hostname',
  '/__OPEN-in-Editor?file=/etc/hostname',
  '//__open-in-editor',
  '/base/__open-in-editor',
  '/%5f_open-in-editor',
  'http://localhost:4321/__open-in-editor',
])('no file of this machine is opened: %s', (url) => {
  expect(refusalOf({ url, headers: own })).toBe(403);
});

test.each(['/%ff', '/publications/%', '/fa/%E0%A4%A?q=1'])('an address that means nothing is refused: %s', (url) => {
  expect(refusalOf({ url, headers: own })).toBe(400);
});

test('what is wrong in a query alone is no reason, and a request to be sent back is', () => {
  expect(refusalOf({ url: '/search/?q=%ff', headers: own })).toBeUndefined();
  expect(refusalOf({ url: '/', method: 'TRACE', headers: own })).toBe(405);
});

import { describe, expect, test } from 'vitest';
import { findPicture, findTarget, type TextPlace } from '../../../../src/compile/body/link-target.ts';

const place: TextPlace = {
  base: '/base',
  site: 'https://example.org/base',
  page: '/publications/x/',
  files: new Map([['paper.pdf', '/publications/x.pdf']]),
};

describe('an address in a text', () => {
  test.each([
    ['./t.csv', { kind: 'file', file: './t.csv', address: '/base/publications/x/t.csv' }],
    ['t.csv', { kind: 'file', file: 't.csv', address: '/base/publications/x/t.csv' }],
    [
      './my%20table.csv#row=3',
      { kind: 'file', file: './my table.csv', address: '/base/publications/x/my%20table.csv#row=3' },
    ],
    ['./paper.pdf', { kind: 'file', file: './paper.pdf', address: '/base/publications/x.pdf' }],
    ['/people/y/', { kind: 'site', to: '/people/y/', address: '/base/people/y/' }],
    ['/people/y', { kind: 'site', to: '/people/y/', address: '/base/people/y/' }],
    ['/files/a.pdf', { kind: 'site', to: '/files/a.pdf', address: '/base/files/a.pdf' }],
    ['/search/?q=tea#top', { kind: 'site', to: '/search/', fragment: 'top', address: '/base/search/?q=tea#top' }],
    ['../z/#b', { kind: 'site', to: '/publications/z/', fragment: 'b', address: '/base/publications/z/#b' }],
    ['#b', { kind: 'site', to: '/publications/x/', fragment: 'b', address: '#b' }],
    ['', { kind: 'site', to: '', address: '' }],
    ['https://example.org/base/people/', { kind: 'site', to: '/people/', address: 'https://example.org/base/people/' }],
    ['https://elsewhere.org/a', { kind: 'outside', to: 'https://elsewhere.org/a', address: 'https://elsewhere.org/a' }],
    ['//elsewhere.org/a', { kind: 'outside', to: 'https://elsewhere.org/a', address: '//elsewhere.org/a' }],
    ['mailto:a@example.org', { kind: 'other', address: 'mailto:a@example.org' }],
  ])('leads where it says: %s', (written, target) => {
    expect(findTarget(written, place)).toEqual(target);
  });

  test('is a file where it is a picture, also without an extension', () => {
    expect(findPicture('figure', place)).toEqual({
      kind: 'file',
      file: 'figure',
      address: '/base/publications/x/figure',
    });
    expect(findPicture('/a.png', place)).toMatchObject({ kind: 'site', address: '/base/a.png' });
  });
});

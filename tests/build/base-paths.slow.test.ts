import { test } from 'vitest';
import { expectWholeUnder } from './base-path.ts';

// A path of several parts is tested in links-and-files.test.ts.
test('the small site under /publications has its own page at each address, and no link, file or fragment that leads nowhere', () =>
  expectWholeUnder('/publications', 'small'));

// Slow: three builds of the gallery, each with templates of its own.
test.each(['/publications', '/fa', '/a/b-c/people/d.e'])(
  'the gallery under %s has its own page at each address, and no link, file or fragment that leads nowhere',
  (base) => expectWholeUnder(base),
);

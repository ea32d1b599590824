import { test } from 'vitest';
import { expectWholeUnder } from './base-path.ts';

// A path that is also the beginning of addresses of the site. A path of several parts is tested with the build command, and
// those of the gallery in the slow tests.
test('a site under /publications has its own page at each address, and no link, file or fragment that leads nowhere', () =>
  expectWholeUnder('/publications', 'small'));

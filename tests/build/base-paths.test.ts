import { test } from 'vitest';
import { expectWholeUnder } from './base-path.ts';

// Paths that are also the beginning of addresses of the site. A path of several parts is tested with the build command.
test.each([
  ['gallery', '/publications'],
  ['small', '/fa'],
])(
  'the site %s under %s has its own page at each address, and no link, file or fragment that leads nowhere',
  expectWholeUnder,
);

import { test } from 'vitest';
import { expectWholeFromParts, partByCommand } from './whole-from-parts.ts';

// Slow: three builds of the gallery, which also has share pictures, embeds and code in bodies; each part in a process of its own.
test.each(['gallery', 'small'])(
  'the site %s in parts is, put together, the site that one build makes, byte for byte',
  (name) => expectWholeFromParts(name, 2, partByCommand),
);

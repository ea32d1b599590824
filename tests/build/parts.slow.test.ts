import { test } from 'vitest';
import { expectWholeFromParts } from './whole-from-parts.ts';

// Slow: three builds of the gallery, which also has share pictures, embeds and code in bodies.
test('the gallery in parts is, put together, the site that one build makes, byte for byte', () =>
  expectWholeFromParts('gallery', 2));

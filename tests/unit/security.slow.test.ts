import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';
import { hostileSite } from '../support/hostile-site.ts';

// Slow: each attack is checked to see whether it is accepted as content.
test('SECURITY.md counts the attacks that stand in the hostile site', () => {
  const manual = readFileSync(join(projectDir, 'SECURITY.md'), 'utf8');
  expect(manual).toContain(`with ${hostileSite().acceptedAttacks.size} attacks`);
});

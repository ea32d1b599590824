import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, siteFolder } from '../../support/build-site.ts';
import { attacks } from '../../support/hostile-site.ts';
import { testHostileFields } from './hostile-fields.ts';

// Slow: every attack in every field.
const site = testHostileFields(1);

test('the site in tests/sites/hostile is the one that the attacks build', async () => {
  const folder = siteFolder('hostile');
  for (const [path, content] of Object.entries(site.files))
    if (typeof content === 'string') await expect(content).toMatchFileSnapshot(join(folder, path));
    else expect(readFileSync(join(folder, path))).toEqual(content);
  expect(listFiles(folder)).toEqual(Object.keys(site.files).sort());
});

test('there are more than three hundred attacks, and the site holds nearly all', () => {
  expect(attacks.length).toBeGreaterThan(300);
  expect(site.acceptedAttacks.size).toBeGreaterThan(300);
  // The others are invisible characters, which every field refuses.
  const nowhere = attacks.filter((attack) => !site.acceptedAttacks.has(attack));
  expect(nowhere.filter((attack) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/u.test(attack))).toEqual([]);
});

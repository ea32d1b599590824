import { expect, test } from 'vitest';
import { siteFolder } from '../support/site-folder.ts';
import { sharedSite } from '../support/shared-site.ts';

/** citeproc is under CPAL or AGPL: it works during the build, and nothing of it is given to readers. */
test('no script of a site holds a line of citeproc or of its styles', async () => {
  const site = await sharedSite(siteFolder('small'));
  const scripts = site.files().filter((path) => /\.(?:m?js|wasm)$/.test(path));
  expect(scripts.length).toBeGreaterThan(0);
  for (const path of scripts)
    expect(site.read(path), path).not.toMatch(/citeproc|CSL\.Engine|CPAL|citation-style-language/i);
});

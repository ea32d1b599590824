import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './domain/problem.ts';
import type { Site } from './domain/site.ts';
import { Report } from './catalog/compile-report.ts';
import { readYaml } from './catalog/read-frontmatter.ts';
import { siteSchema } from './schemas/site.ts';
import { knownLocales } from './i18n/locales.ts';

/** Reads `site.yaml`. `url` and `base` of the surroundings (`SITE_URL`, `BASE_PATH`) go before those of the file. */
export function readSite(folder: string, surroundings: { readonly url?: string; readonly base?: string }): { site?: Site; problems: readonly Problem[] } {
  const file = join(folder, 'site.yaml');
  const report = new Report('site.yaml');
  if (!existsSync(file)) {
    report.add({
      name: existsSync(folder) ? 'site-missing' : 'content-missing',
      message: existsSync(folder) ? 'there is no site.yaml, so nobody knows whose site this is' : 'the content folder does not exist',
      hint: existsSync(folder) ? 'write site.yaml with at least `institute:` and `url:`' : 'create it, or set CONTENT_DIR to the folder that holds site.yaml',
    });
    return { problems: report.problems };
  }
  const front = readYaml(readFileSync(file, 'utf8'));
  for (const { place, ...fault } of front.faults) report.add(fault, place);
  const fields = front.fields && report.validate(siteSchema, front);
  if (!fields) return { problems: report.problems };
  for (const [index, locale] of fields.locales.entries()) {
    if (knownLocales.includes(locale)) continue;
    report.addAt({ name: 'unknown-locale', message: `there is no interface in the language ${locale}`, hint: `use one of ${knownLocales.join(', ')}, or add src/i18n/strings/${locale}.json` }, front, ['locales', index]);
  }
  const address = new URL(surroundings.url ?? fields.url);
  const base = (surroundings.base ?? address.pathname).replace(/^\/*/, '/').replace(/\/+$/, '');
  const site: Site = { ...fields, platform: fields.platform ?? { und: 'Publications' }, url: address.origin + base, base };
  return report.problems.length > 0 ? { problems: report.problems } : { site, problems: [] };
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compileTheme } from '../compile/compile-theme.ts';
import { decodeText, Report } from '../compile/compile-report.ts';
import { readYaml, type Frontmatter } from '../compile/yaml/read-yaml.ts';
import { parseWebAddress } from '../domain/identifiers/web-address.ts';
import type { Fault, Problem } from '../domain/problems/problem.ts';
import { findExampleAddress } from '../domain/institute/example-site.ts';
import type { LocalizedText } from '../domain/languages/localized-text.ts';
import type { Site } from '../domain/institute/site.ts';
import type { Theme } from '../domain/institute/theme.ts';
import { findServiceFault, findService } from '../domain/institute/social-service.ts';
import { knownLocales } from '../i18n/locales.ts';
import { findMissingStrings } from '../i18n/missing-strings.ts';
import { createTranslator } from '../i18n/translate.ts';
import { offeredFormats } from '../formats/written-formats.ts';
import { siteSchema } from '../schemas/site.ts';
import { validateFields } from '../schemas/validate.ts';
import { trimEndOf } from '../domain/text/trim-end-of.ts';
import { checkLogo } from './check-logo.ts';
import { readOwnStrings } from './content/read-own-strings.ts';
import { readOwnText } from './content/read-own-text.ts';
import { readParts } from './content/read-parts.ts';

/** Settings from outside the content folder: SITE_URL and BASE_PATH, which override `url` of `site.yaml`, and `public/`. */
export interface SiteEnvironment {
  readonly url?: string;
  readonly base?: string;
  /** Folder of the logo; when absent, the logo is not checked. */
  readonly publicDir?: string;
}

export interface ReadSite {
  /** Absent when site.yaml has errors. */
  readonly site?: Site;
  /** A site to check the rest of the content with when `site` is absent; absent itself when there is no content folder. */
  readonly fallbackSite?: Site;
  readonly problems: readonly Problem[];
}

/** Reads `site.yaml`. */
export function readSite(folder: string, environment: SiteEnvironment): ReadSite {
  const file = join(folder, 'site.yaml');
  const report = new Report('site.yaml');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    report.add({
      name: 'content-missing',
      message: existsSync(folder) ? 'the content folder is a file' : 'the content folder does not exist',
      hint: 'create it, or set CONTENT_DIR to the folder that holds site.yaml',
    });
    return { problems: report.problems };
  }
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    report.add({
      name: 'site-missing',
      message: 'there is no site.yaml, so the name and address of the site are unknown',
      hint: 'write site.yaml with at least `institute:` and `url:`',
    });
    return { fallbackSite: fallbackSite(undefined), problems: report.problems };
  }
  const text = decodeText(readFileSync(file), report);
  const front = text === undefined ? undefined : readYaml(text);
  for (const { position, ...fault } of front?.faults ?? []) report.add(fault, position);
  const own = readOwnStrings(folder);
  const site = front?.fields && toSite(front, environment, report, own.strings);
  const theme = readTheme(folder);
  const parts = readParts(folder, site?.trust ?? 'mdx');
  const problems = [...report.problems, ...theme.problems, ...own.problems, ...parts.problems];
  const failed = problems.some(({ severity }) => severity === 'error');
  return {
    ...(failed || !site
      ? {}
      : {
          site: {
            ...site,
            ...(theme.theme ? { theme: theme.theme } : {}),
            ...(Object.keys(own.strings).length > 0 ? { strings: own.strings } : {}),
            ...(parts.parts.length > 0 ? { parts: parts.parts } : {}),
          },
        }),
    fallbackSite: fallbackSite(front?.fields?.['locales']),
    problems,
  };
}

/** The tokens that the institute sets in `theme.css`; none where there is no such file. */
function readTheme(folder: string): { readonly theme?: Theme; readonly problems: readonly Problem[] } {
  const report = new Report('theme.css');
  const text = readOwnText(folder, 'theme.css', report);
  const { theme, faults } = compileTheme(text ?? '');
  for (const { position, ...fault } of faults) report.add(fault, position);
  return { ...(Object.keys(theme.values).length > 0 ? { theme } : {}), problems: report.problems };
}

/** The site from the fields of site.yaml; undefined, with problems in the report, where it cannot be built. */
function toSite(
  front: Frontmatter,
  environment: SiteEnvironment,
  report: Report,
  strings: Site['strings'],
): Site | undefined {
  const fields = report.validate(siteSchema, front);
  const override = environment.url === undefined ? undefined : parseWebAddress(environment.url);
  if (override?.ok === false) report.add({ ...override.fault, name: 'site-url-malformed' }, undefined, 'SITE_URL');
  if (!fields || override?.ok === false) return undefined;
  for (const [index, locale] of fields.locales.entries()) {
    if (fields.locales.indexOf(locale) < index)
      report.addAt(
        {
          name: 'locale-twice',
          message: `the language ${locale} is listed twice, and both would have the same addresses`,
          hint: 'delete one of the two',
        },
        front,
        ['locales', index],
      );
    if (knownLocales.includes(locale)) {
      const fault = findUntranslated(locale);
      if (fault) report.addAt(fault, front, ['locales', index]);
      continue;
    }
    report.addAt(
      {
        name: 'unknown-locale',
        message: `the interface is not translated into the language ${locale}`,
        hint: `use one of ${knownLocales.join(', ')}, or add src/i18n/strings/${locale}.json`,
      },
      front,
      ['locales', index],
    );
  }
  for (const [index, { service }] of fields.social.entries()) {
    const fault = findServiceFault(service);
    if (fault) report.addAt(fault, front, ['social', index, 'service']);
  }
  const logo = fields.logo?.replace(/^\/+/, '');
  const logoFault = logo === undefined ? undefined : checkLogo(logo, environment.publicDir);
  if (logoFault) report.addAt(logoFault, front, ['logo']);
  const reportExample = (field: string, written: string, consequence: string, hint: string) => {
    if (findExampleAddress(written) === undefined) return;
    const message = `${written} is an example and belongs to nobody, ${consequence}`;
    report.addAt({ name: 'example-address', severity: 'warning', message, hint }, front, [field]);
  };
  // SITE_URL replaces the address of site.yaml, as a workflow of the host does.
  if (!override)
    reportExample(
      'url',
      fields.url,
      'and every page would lead there',
      'write the address under which readers see the site',
    );
  reportExample(
    'corrections',
    fields.corrections ?? '',
    'so the errors that readers report would reach nobody',
    'write the address to which readers may write, or delete the line',
  );
  const address = new URL(override?.value ?? fields.url);
  const base = trimEndOf((environment.base ?? address.pathname).replace(/^\/*/, '/'), /\//);
  if (!/^[\w.~/-]*$/.test(base) || /\/\.{0,2}(\/|$)/.test(base)) {
    const fault = {
      name: 'base-path-malformed',
      message: `the path ${base} cannot be the beginning of every address of the site`,
      hint: 'write it with letters, digits and hyphens only, such as /publications',
    };
    if (environment.base === undefined && !override) report.addAt(fault, front, ['url']);
    else report.add(fault, undefined, environment.base === undefined ? 'url' : 'BASE_PATH');
  }
  return {
    ...fields,
    formats: offeredFormats(fields.formats),
    ...(logo === undefined ? {} : { logo }),
    social: fields.social.map((account) => ({ ...account, service: findService(account.service) ?? account.service })),
    platform: fields.platform ?? defaultPlatform(fields.locales, strings),
    url: address.origin + base,
    base,
  };
}

/** The name of a site that names none: its publications, in each of its languages. */
const defaultPlatform = (locales: readonly string[], strings: Site['strings']): LocalizedText =>
  Object.fromEntries(
    locales
      .filter((locale) => knownLocales.includes(locale))
      .map((locale) => [locale, createTranslator(locale, strings?.[locale])('nav.publications')]),
  );

/** Keys that a warning lists. With more missing keys, a translator works through the whole file anyway. */
const listedKeys = 20;

/** A warning for the strings of the interface that are not translated into a language. */
function findUntranslated(locale: string): Fault | undefined {
  const missing = findMissingStrings(locale).map(({ key, category }) =>
    category === undefined ? `\`${key}\`` : `\`${key}\` (plural form \`${category}\`)`,
  );
  if (missing.length === 0) return undefined;
  const more = missing.length - listedKeys;
  return {
    name: 'untranslated-strings',
    severity: 'warning',
    message: `src/i18n/strings/${locale}.json lacks ${missing.slice(0, listedKeys).join(', ')}${more > 0 ? ` and ${more} more` : ''}, so readers of ${locale} see English there, or a wrong plural`,
    hint: 'translate them from src/i18n/strings/en.json',
  };
}

/**
 * A site with default settings. It has the known locales among those in site.yaml, so that text pages in their folders are
 * not reported as well.
 */
function fallbackSite(written: unknown): Site {
  const locales = [written]
    .flat()
    .filter((locale): locale is string => typeof locale === 'string' && knownLocales.includes(locale));
  const result = validateFields(siteSchema, {
    institute: '-',
    url: 'https://example.org',
    locales: locales.length > 0 ? locales : [...knownLocales],
  });
  if ('faults' in result) throw new Error(`the fallback site is invalid: ${JSON.stringify(result.faults)}`);
  return { ...result.fields, formats: offeredFormats(), platform: { und: '-' }, base: '' };
}

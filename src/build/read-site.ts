import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { decodeText, Report } from '../compile/compile-report.ts';
import { findDrawingFault } from '../compile/find-drawing-fault.ts';
import { readYaml, type Frontmatter } from '../compile/yaml/read-yaml.ts';
import { hasSignature } from '../domain/pages/file-signature.ts';
import { parseWebAddress } from '../domain/identifiers/web-address.ts';
import { findLogoFault } from '../domain/institute/logo.ts';
import type { Fault, Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import { findServiceFault, knownService } from '../domain/institute/social-service.ts';
import { knownLocales } from '../i18n/locales.ts';
import { findMissingStrings } from '../i18n/missing-strings.ts';
import { offeredFormats } from '../formats/table.ts';
import { siteSchema } from '../schemas/site.ts';
import { validateFields } from '../schemas/validate.ts';
import { trimEndOf } from '../domain/text/trim-end-of.ts';

/** What lies outside the content folder: SITE_URL and BASE_PATH, which go before `url` of `site.yaml`, and `public/`. */
export interface SiteEnvironment {
  readonly url?: string;
  readonly base?: string;
  /** Where the logo is looked for; nowhere when absent. */
  readonly publicDir?: string;
}

export interface ReadSite {
  /** Absent when something is wrong. */
  readonly site?: Site;
  /** A site with which the rest of the content can be checked in any case; absent when there is no content folder. */
  readonly fallbackSite?: Site;
  readonly problems: readonly Problem[];
}

/** Reads `site.yaml`. */
export function readSite(folder: string, environment: SiteEnvironment): ReadSite {
  const file = join(folder, 'site.yaml');
  const report = new Report('site.yaml');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const isThere = existsSync(folder);
    report.add({
      name: 'content-missing',
      message: isThere ? 'what should be the content folder is a file' : 'the content folder does not exist',
      hint: 'create it, or set CONTENT_DIR to the folder that holds site.yaml',
    });
    return { problems: report.problems };
  }
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    report.add({
      name: 'site-missing',
      message: 'there is no site.yaml, so nobody knows whose site this is',
      hint: 'write site.yaml with at least `institute:` and `url:`',
    });
    return { fallbackSite: fallbackSite(undefined), problems: report.problems };
  }
  const text = decodeText(readFileSync(file), report);
  const front = text === undefined ? undefined : readYaml(text);
  for (const { position, ...fault } of front?.faults ?? []) report.add(fault, position);
  const site = front?.fields && siteOf(front, environment, report);
  const failed = report.problems.some(({ severity }) => severity === 'error');
  return {
    ...(failed || !site ? {} : { site }),
    fallbackSite: fallbackSite(front?.fields?.['locales']),
    problems: report.problems,
  };
}

function siteOf(front: Frontmatter, environment: SiteEnvironment, report: Report): Site | undefined {
  const fields = report.validate(siteSchema, front);
  const override = environment.url === undefined ? undefined : parseWebAddress(environment.url);
  if (override?.ok === false) report.add({ ...override.fault, name: 'site-url-malformed' }, undefined, 'SITE_URL');
  if (!fields || override?.ok === false) return undefined;
  for (const [index, locale] of fields.locales.entries()) {
    if (fields.locales.indexOf(locale) < index)
      report.addAt(
        {
          name: 'locale-twice',
          message: `the language ${locale} stands twice, and both would have the same addresses`,
          hint: 'delete one of the two',
        },
        front,
        ['locales', index],
      );
    if (knownLocales.includes(locale)) {
      const fault = untranslatedFault(locale);
      if (fault) report.addAt(fault, front, ['locales', index]);
      continue;
    }
    report.addAt(
      {
        name: 'unknown-locale',
        message: `there is no interface in the language ${locale}`,
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
  const logoProblem = logo === undefined ? undefined : findLogoFault(logo, listFiles(environment.publicDir));
  const picture = logo === undefined || logoProblem ? undefined : findPictureFault(logo, environment.publicDir);
  for (const fault of [logoProblem, picture]) if (fault) report.addAt(fault, front, ['logo']);
  const address = new URL(override?.value ?? fields.url);
  const base = trimEndOf((environment.base ?? address.pathname).replace(/^\/*/, '/'), /\//);
  if (!/^[\w.~/-]*$/.test(base) || /\/\.{0,2}(\/|$)/.test(base)) {
    report.add(
      {
        name: 'base-path-malformed',
        message: `the path ${base} cannot stand before every address of the site`,
        hint: 'write it with letters, digits and hyphens only, such as /publications',
      },
      undefined,
      environment.base === undefined ? 'url' : 'BASE_PATH',
    );
  }
  return {
    ...fields,
    formats: offeredFormats(),
    ...(logo === undefined ? {} : { logo }),
    social: fields.social.map((account) => ({ ...account, service: knownService(account.service) ?? account.service })),
    platform: fields.platform ?? { und: 'Publications' },
    url: address.origin + base,
    base,
  };
}

/** Keys that a warning names one by one; whoever lacks more has a file to translate, not a list to work off. */
const namedStrings = 20;

/** What of the interface readers of a language get in English. */
function untranslatedFault(locale: string): Fault | undefined {
  const missing = findMissingStrings(locale).map(({ key, category }) =>
    category === undefined ? `\`${key}\`` : `\`${key}\` (plural form \`${category}\`)`,
  );
  if (missing.length === 0) return undefined;
  const more = missing.length - namedStrings;
  return {
    name: 'untranslated-strings',
    severity: 'warning',
    message: `src/i18n/strings/${locale}.json lacks ${missing.slice(0, namedStrings).join(', ')}${more > 0 ? ` and ${more} more` : ''}, so readers of ${locale} get English there, or a wrong plural`,
    hint: 'translate them from src/i18n/strings/en.json',
  };
}

/** A logo that is something else than its name says, or a drawing that could run. */
function findPictureFault(logo: string, folder: string | undefined): Fault | undefined {
  if (folder === undefined) return undefined;
  const bytes = readFileSync(join(folder, logo));
  const extension = /\.[a-z]+$/i.exec(logo)?.[0].toLowerCase() ?? '';
  if (!hasSignature(bytes, extension))
    return {
      name: 'logo-malformed',
      message: `the logo ${logo} is not the ${extension} picture that its name says`,
      hint: 'export the picture again',
    };
  return extension === '.svg' ? findDrawingFault(bytes.toString()) : undefined;
}

/** Files of a folder by their paths from it; nothing where it is not known which. */
function listFiles(folder: string | undefined): readonly string[] | undefined {
  if (folder === undefined) return undefined;
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'));
}

/** The locales as written, where they can be understood, so that the text pages are not all in the wrong place. */
function fallbackSite(written: unknown): Site {
  const locales = [written]
    .flat()
    .filter((locale): locale is string => typeof locale === 'string' && knownLocales.includes(locale));
  const result = validateFields(siteSchema, {
    institute: '-',
    url: 'https://example.org',
    locales: locales.length > 0 ? locales : [...knownLocales],
  });
  if ('faults' in result) throw new Error(`the stand-in for a site is invalid: ${JSON.stringify(result.faults)}`);
  return { ...result.fields, formats: offeredFormats(), platform: { und: '-' }, base: '' };
}

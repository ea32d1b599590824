import { basename, join } from 'node:path';
import { Report } from '../../compile/compile-report.ts';
import { readYaml, type Frontmatter } from '../../compile/yaml/read-yaml.ts';
import { labelKey, type OwnStrings } from '../../domain/institute/own-strings.ts';
import type { Fault, Problem } from '../../domain/problems/problem.ts';
import { closest } from '../../domain/problems/suggestion.ts';
import { findUnsafeCharacters } from '../../domain/text/unsafe-characters.ts';
import { findStrings, knownLocales, requireLocale, type Message } from '../../i18n/locales.ts';
import { listFolder } from '../list-folder.ts';
import { readOwnText } from './read-own-text.ts';

/** The words of the interface in `strings/<locale>.yaml`, by locale. Words with a fault are not in it. */
export function readOwnStrings(folder: string): {
  readonly strings: Readonly<Record<string, OwnStrings>>;
  readonly problems: readonly Problem[];
} {
  const strings: Record<string, OwnStrings> = {};
  const problems: Problem[] = [];
  for (const name of listFolder(join(folder, 'strings')).filter((path) => !/^[._]|~$/.test(path))) {
    const report = new Report(`strings/${name}`);
    const locale = basename(name, '.yaml');
    if (!name.endsWith('.yaml') || !knownLocales.includes(locale))
      report.add({
        name: 'strings-not-read',
        message: 'words of the interface are read from files that are named for a language, so these would not be shown',
        hint: `use ${knownLocales.map((code) => `${code}.yaml`).join(', ')}`,
      });
    else {
      const text = readOwnText(folder, `strings/${name}`, report);
      const front = text === undefined ? undefined : readYaml(text);
      for (const { position, ...fault } of front?.faults ?? []) report.add(fault, position);
      if (front?.fields) strings[locale] = stringsIn(front, locale, report);
    }
    problems.push(...report.problems);
  }
  return { strings, problems };
}

/** Most faults that are reported of a file, because for each one all keys are compared to find a similar one. */
const faultLimit = 100;

function stringsIn(front: Frontmatter, locale: string, report: Report): OwnStrings {
  const words: Record<string, OwnStrings[string]> = {};
  let faults = 0;
  for (const [key, value] of Object.entries(front.fields ?? {})) {
    const fault = findFault(key, value, locale);
    if (fault) faults += 1;
    if (faults > faultLimit) {
      report.add({
        name: 'more-problems',
        message: `more than ${faultLimit} words of this file have a fault, and the rest was not checked`,
        hint: 'correct these first',
      });
      break;
    }
    if (fault) report.addAt(fault, front, [key], fault.name === 'unknown-string' ? 'key' : 'value');
    else words[key] = value as OwnStrings[string];
  }
  return words;
}

function findFault(key: string, value: unknown, locale: string): Fault | undefined {
  const english = findStrings('en') ?? {};
  const isLabel = key.startsWith(labelKey(''));
  if (!isLabel && (!Object.hasOwn(english, key) || key.startsWith('locale.'))) return unknownString(key, english);
  const message = isLabel ? '' : english[key];
  const isPlural = typeof message === 'object';
  const forms = typeof value === 'string' ? [value] : Object.values(value ?? {});
  if (!forms.every((form) => typeof form === 'string') || forms.length === 0 || (typeof value !== 'string' && !isPlural))
    return {
      name: 'string-malformed',
      message: isPlural ? 'this is neither a text nor a text for each plural form' : 'this is not a text',
      hint: isPlural ? 'write { one: "…", other: "…" }' : `write ${key}: "…"`,
    };
  if (typeof value !== 'string') {
    const { pluralCategories } = new Intl.PluralRules(requireLocale(locale).intl).resolvedOptions();
    const missing = pluralCategories.filter((category) => !Object.hasOwn(value as object, category));
    if (missing.length > 0)
      return {
        name: 'string-malformed',
        message: `the plural forms ${missing.join(', ')} are missing, and readers would see nothing there`,
        hint: `write a text for each of ${pluralCategories.join(', ')}`,
      };
  }
  const known = placeholdersIn(message);
  const unknown = forms.flatMap(placeholdersIn).find((name) => !known.includes(name));
  if (unknown !== undefined)
    return {
      name: 'unknown-placeholder',
      message: `nothing is put in the place of {${unknown}}, so readers would see the braces`,
      hint: known.length > 0 ? `use ${known.map((name) => `{${name}}`).join(', ')}` : 'delete it',
    };
  const unsafe = [key, ...forms].map((form) => findUnsafeCharacters(form)).find((fault) => fault !== undefined);
  if (unsafe) return unsafe;
  return forms.some((form) => /[<>]/.test(form))
    ? { name: 'markup-in-string', message: 'words of the interface hold no markup', hint: 'delete < and >' }
    : undefined;
}

function unknownString(key: string, english: Readonly<Partial<Record<string, Message>>>): Fault {
  const near = closest(
    key,
    Object.keys(english).filter((name) => !name.startsWith('locale.')),
  );
  return {
    name: 'unknown-string',
    message: `\`${key}\` names no words of the interface, so these would not be shown`,
    hint: near ? `did you mean \`${near}\`?` : 'use a key of docs/words.md',
  };
}

const placeholdersIn = (message: Message | undefined): readonly string[] =>
  (typeof message === 'object' ? Object.values(message) : [message ?? '']).flatMap((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
  );

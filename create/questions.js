import { hosts } from './hosts.js';

/** An answer that cannot be used. */
export class UnusableAnswer extends Error {}

/**
 * A question, which is a flag as well.
 *
 * @typedef {object} Question
 * @property {'languages' | 'name' | 'url' | 'host' | 'import'} flag
 * @property {string} example Example of the value in the help text.
 * @property {string} text Description of the flag in the help text.
 * @property {string} ask The question.
 * @property {(answers: Record<string, string[]>) => string[]} usual The default answer.
 * @property {(text: string) => string[]} split Splits a typed text into values.
 * @property {(values: string[], answers: Record<string, string[]>) => string | undefined} fault Message for unusable values.
 *
 * @typedef {object} Answers
 * @property {string[]} languages The first is the default.
 * @property {Record<string, string>} names Name of the institute by language.
 * @property {string} url
 * @property {import('./hosts.js').Host} host
 * @property {string[]} searches Searches and identifiers for services, such as `ror:…` and `doi:…`.
 * @property {string[]} files Files to import.
 */

/** Languages into which the interface is translated. */
export const languages = ['en', 'fa', 'ar'];

/** @param {string} text */
const atCommas = (text) =>
  text
    .split(/[,،]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** @type {readonly Question[]} */
export const questions = [
  {
    flag: 'languages',
    example: 'en,fa',
    text: `languages of the site, of ${languages.join(', ')}; the first is the default`,
    ask: `Languages of the site, of ${languages.join(', ')}; the first is the default`,
    usual: () => ['en'],
    split: atCommas,
    fault: (values) => {
      const chosen = values.flatMap(atCommas);
      const unknown = chosen.filter((language) => !languages.includes(language));
      if (chosen.length === 0) return 'a site has at least one language';
      if (unknown.length > 0)
        return `the interface is not translated into ${unknown.join(', ')}: choose of ${languages.join(', ')}`;
      return new Set(chosen).size < chosen.length ? 'a language is named twice' : undefined;
    },
  },
  {
    flag: 'name',
    example: "'Example Institute'",
    text: "name of the institute; --name 'fa=…' in another language",
    ask: 'Name of the institute (in another language, after a semicolon: fa=…)',
    usual: () => ['Our Institute'],
    split: (text) => text.split(/[;؛]/).map((part) => part.trim()),
    fault: (values, answers) => {
      const own = (answers['languages'] ?? ['en']).flatMap(atCommas);
      const names = readNames(values, own[0] ?? 'en');
      const other = Object.keys(names).find((language) => !own.includes(language));
      if (other !== undefined) return `there is a name in ${other}, which is no language of the site`;
      return Object.values(names).some((name) => name === '') ? 'the name of the institute is empty' : undefined;
    },
  },
  {
    flag: 'url',
    example: 'https://publications.example.org',
    text: 'address under which the site will be found',
    ask: 'Address under which the site will be found',
    usual: () => ['https://publications.example.org'],
    split: (text) => [text],
    fault: ([text = '']) =>
      URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
        ? undefined
        : `${text} is not an address such as https://publications.example.org`,
  },
  {
    flag: 'host',
    example: Object.keys(hosts).join('|'),
    text: 'where it will be hosted',
    ask: `Where it will be hosted: ${Object.keys(hosts).join(', ')}`,
    usual: () => ['github'],
    split: (text) => [text],
    fault: ([text = '']) =>
      Object.hasOwn(hosts, text) ? undefined : `${text} is none of ${Object.keys(hosts).join(', ')}`,
  },
  {
    flag: 'import',
    example: 'ror:… | doi:… | FILE',
    text: 'what to import; may be given several times',
    ask: 'What to import: a ROR iD such as ror:01c4pz451, DOIs such as doi:10.5555/12345678, or a file; nothing for later',
    usual: () => [],
    split: atCommas,
    fault: () => undefined,
  },
];

/**
 * The default answers to all questions.
 *
 * @param {Record<string, string[]>} given
 */
export const defaultsOf = (given) => Object.fromEntries(questions.map(({ flag, usual }) => [flag, usual(given)]));

/**
 * Throws {@link UnusableAnswer} where an answer cannot be used.
 *
 * @param {Record<string, string[]>} texts Values by flag.
 * @returns {Answers}
 */
export function readAnswers(texts) {
  for (const { flag, fault } of questions) {
    const message = fault(texts[flag] ?? [], texts);
    if (message !== undefined) throw new UnusableAnswer(`--${flag}: ${message}`);
  }
  const own = (texts['languages'] ?? []).flatMap(atCommas);
  const wanted = (texts['import'] ?? []).filter(Boolean);
  const isSearch = (/** @type {string} */ text) =>
    /^(?:doi|pmid|orcid|ror|issn|affiliation|europepmc):/i.test(text) ||
    /^https:\/\/(?:ror|orcid|doi)\.org\//i.test(text);
  const host = texts['host']?.[0] ?? 'other';
  return {
    languages: own,
    names: readNames(texts['name'] ?? [], own[0] ?? 'en'),
    url: texts['url']?.[0] ?? '',
    host: /** @type {import('./hosts.js').Host} */ (host),
    searches: wanted.filter(isSearch),
    files: wanted.filter((text) => !isSearch(text)),
  };
}

/**
 * `Example Institute` or `fa=…`, by language.
 *
 * @param {string[]} values
 * @param {string} first The language of a name without one.
 * @returns {Record<string, string>}
 */
function readNames(values, first) {
  return Object.fromEntries(
    values.map((value) => {
      const [, language = first, name = ''] = /^(?:([a-z]{2,3})=)?(.*)$/su.exec(value) ?? [];
      return [language, name.trim()];
    }),
  );
}

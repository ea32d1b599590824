/** What the page tells its scripts: addresses, words of the interface, and formats of citations. */
export interface SearchSettings {
  readonly locale: string;
  /** BCP 47 tag with the digits of the language. */
  readonly numbers: string;
  /** Address of the site's first page. */
  readonly root: string;
  /** Addresses of the lists below which the pages stand. */
  readonly publications: string;
  readonly people: string;
  readonly search: string;
  readonly files: readonly CitationFile[];
  /** Messages by key; those with a count have a form for each plural. */
  readonly words: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

export interface CitationFile {
  readonly label: string;
  readonly extension: string;
  readonly mediaType: string;
}

/** The interface in the reader's language. */
export interface Words extends SearchSettings {
  t(key: string, parameters?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  /** Without a separator of thousands. */
  year(value: number): string;
  /** Name of a language. */
  language(tag: string): string;
  /** A name that is there in several languages. */
  name(names: Readonly<Record<string, string>> | undefined, fallback: string): string;
}

export function readWords(json: string): Words {
  const settings = JSON.parse(json) as SearchSettings;
  const plural = new Intl.PluralRules(settings.numbers);
  const grouped = new Intl.NumberFormat(settings.numbers);
  const plain = new Intl.NumberFormat(settings.numbers, { useGrouping: false });
  const languages = new Intl.DisplayNames(settings.locale, { type: 'language', fallback: 'code' });
  const number = (value: number): string => grouped.format(value);
  return {
    ...settings,
    number,
    year: (value) => plain.format(value),
    language: (tag) => languages.of(tag) ?? tag,
    name: (names = {}, fallback) => names[settings.locale] ?? names['und'] ?? Object.values(names)[0] ?? fallback,
    t(key, parameters = {}) {
      const message = settings.words[key] ?? key;
      const count = parameters['count'];
      const form =
        typeof message === 'string' ? message : message[typeof count === 'number' ? plural.select(count) : 'other'];
      return (form ?? (typeof message === 'string' ? message : (message['other'] ?? key))).replace(
        /\{(\w+)\}/g,
        (place, name: string) => {
          const value = parameters[name];
          return value === undefined ? place : typeof value === 'number' ? number(value) : value;
        },
      );
    },
  };
}

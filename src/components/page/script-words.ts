/** Settings that the page passes to a script with messages. */
export interface ScriptSettings {
  readonly locale: string;
  /** BCP 47 tag with the digits of the language. */
  readonly numbers: string;
  /** Messages by key; those with a count have a form for each plural category. */
  readonly words: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** The interface in the reader's language. */
export interface Messages {
  t(key: string, parameters?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  /** Without a thousands separator. */
  year(value: number): string;
}

/** Parses `Settings` from an attribute of the page. */
export function readScriptWords<Settings extends ScriptSettings>(json: string): Settings & Messages {
  const settings = JSON.parse(json) as Settings;
  const plural = new Intl.PluralRules(settings.numbers);
  const grouped = new Intl.NumberFormat(settings.numbers);
  const plain = new Intl.NumberFormat(settings.numbers, { useGrouping: false });
  const number = (value: number): string => grouped.format(value);
  return {
    ...settings,
    number,
    year: (value) => plain.format(value),
    t(key, parameters = {}) {
      const message = settings.words[key] ?? key;
      const count = parameters['count'];
      const form =
        typeof message === 'string' ? message : message[typeof count === 'number' ? plural.select(count) : 'other'];
      return (form ?? (typeof message === 'string' ? message : (message['other'] ?? key))).replace(
        /\{(\w+)\}/g,
        (placeholder, name: string) => {
          const value = parameters[name];
          return value === undefined ? placeholder : typeof value === 'number' ? number(value) : value;
        },
      );
    },
  };
}

/** What is between the last name and “et al.”, by the comma of the names: «و همکاران» begins with “and”, and has no comma before it. */
export const beforeEtAl = (comma: string): string => (comma === ', ' ? ',\u00a0' : ' ');

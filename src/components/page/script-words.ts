/** What every script that speaks to the reader is told by its page. */
export interface ScriptSettings {
  readonly locale: string;
  /** BCP 47 tag with the digits of the language. */
  readonly numbers: string;
  /** Messages by key; those with a count have a form for each plural. */
  readonly words: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** The interface in the reader's language. */
export interface Messages {
  t(key: string, parameters?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  /** Without a separator of thousands. */
  year(value: number): string;
}

/** Reads the attribute in which a page has written `Settings`. */
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
        (place, name: string) => {
          const value = parameters[name];
          return value === undefined ? place : typeof value === 'number' ? number(value) : value;
        },
      );
    },
  };
}

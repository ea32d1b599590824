import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

/** A record as a translator of Zotero gives it. */
export interface ZoteroItem {
  readonly itemType: string;
  readonly itemID?: string;
  readonly creators: readonly { readonly lastName?: string; readonly firstName?: string; readonly name?: string }[];
  readonly tags: readonly (string | { readonly tag: string })[];
  readonly notes: readonly { readonly note: string }[];
  readonly [field: string]: unknown;
}

/**
 * What an import translator of Zotero reads from a text. `folder` holds the repository zotero/translators. Only the parts
 * of Zotero that import translators call are here; tables of fields by type are not, so every field is valid.
 */
export async function readWithZotero(folder: string, translator: string, text: string): Promise<readonly ZoteroItem[]> {
  const items: ZoteroItem[] = [];
  let at = 0;
  let lineAt = 0;
  class Item {
    [field: string]: unknown;
    creators: unknown[] = [];
    tags: unknown[] = [];
    notes: unknown[] = [];
    attachments: unknown[] = [];
    seeAlso: unknown[] = [];
    constructor(type?: string) {
      this['itemType'] = type;
    }
    complete(): void {
      items.push(this as unknown as ZoteroItem);
    }
  }
  const Zotero = {
    Item,
    debug: () => undefined,
    setProgress: () => undefined,
    getHiddenPref: () => undefined,
    getOption: () => undefined,
    setCharacterSet: () => undefined,
    read(length?: number): string | false {
      if (length === undefined) {
        if (lineAt >= text.length) return false;
        const end = text.indexOf('\n', lineAt);
        const line = text.slice(lineAt, end < 0 ? text.length : end);
        lineAt = end < 0 ? text.length : end + 1;
        return line.replace(/\r$/, '');
      }
      if (at >= text.length) return false;
      at += length;
      return text.slice(at - length, at);
    },
    Utilities: utilities,
  };
  const context = createContext({ Zotero, Z: Zotero, ZU: utilities, console });
  const source = readFileSync(join(folder, `${translator}.js`), 'utf8');
  // The header is a JSON object in front of the program.
  const code = source.slice(source.indexOf('\n}\n') + 3);
  await runInContext(`${code}\n;doImport();`, context);
  return items;
}

const utilities = {
  trim: (text: string) => text.trim(),
  trimInternal: (text: string) => text.replace(/[\xA0\r\n\s]+/g, ' ').trim(),
  superCleanString: (text: string) => text.trim(),
  text2html: (text: string) => text,
  unescapeHTML: (text: string) => text,
  cleanTags: (text: string) => text.replace(/<[^>]*>/g, ''),
  cleanDOI: (text: string) => /10\.[0-9]{4,}\/[^\s]*[^\s.,]/.exec(text)?.[0] ?? null,
  cleanISBN: (text: string) => text.replace(/[^\dX]/g, ''),
  cleanISSN: (text: string) => /\d{4}-?\d{3}[\dX]/.exec(text)?.[0] ?? false,
  fieldIsValidForType: () => true,
  itemTypeExists: () => true,
  getCreatorsForType: () => ['author'],
  capitalizeTitle: (text: string) => text,
  strToISO: (text: string) => text,
  strToDate: (text: string) => ({ year: /\d{4}/.exec(text)?.[0] }),
  formatDate: ({ month, year, day }: { month?: number; year?: string; day?: string }) =>
    [day, month === undefined ? undefined : months[month], year].filter(Boolean).join(' '),
  deepCopy: <Value>(value: Value): Value => structuredClone(value),
  xpathText: () => null,
  cleanAuthor(name: string, creatorType: string, useComma: boolean) {
    const clean = name.trim().replace(/\s+/g, ' ');
    if (useComma) {
      const [lastName = '', ...given] = clean.split(/, ?/);
      return { firstName: given.join(', '), lastName, creatorType };
    }
    const cut = clean.lastIndexOf(' ');
    return { firstName: clean.slice(0, Math.max(cut, 0)), lastName: clean.slice(cut + 1), creatorType };
  },
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

import { detailFields } from './detail-fields.ts';
import { plainLatex } from './plain-latex.ts';
import type { ReadRecord } from './proved-fields.ts';

/** The proved fields of entries of BibTeX that a program wrote, each field in braces on a line of its own. */
export const fieldsOfEntries = (
  text: string,
  readText: (latex: string) => string = plainLatex,
): readonly (ReadRecord & { readonly key: string })[] =>
  text.split(/\n(?=@)/).flatMap((entry) => fieldsOfEntry(entry, readText));

function fieldsOfEntry(
  entry: string,
  readText: (latex: string) => string,
): readonly (ReadRecord & { readonly key: string })[] {
  const key = /^\ufeff?@\w+\{([^,]+),/.exec(entry)?.[1];
  if (key === undefined) return [];
  const fields = new Map(
    // Of fields with the same name the first is used.
    [...entry.matchAll(/^ *([\w-]+)\s*=\s*\{(.*)\},?$/gm)]
      .map(([, name, value]) => [name!.toLowerCase(), value!] as const)
      .reverse(),
  );
  const text = (...names: readonly string[]): string =>
    readText(names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? '');
  return [
    {
      key,
      title: [text('title'), text('subtitle')].filter(Boolean).join(': '),
      authors: names(fields.get('author'), readText),
      editors: names(fields.get('editor'), readText),
      container: text(
        'journal',
        'journaltitle',
        'booktitle',
        'eventtitle',
        'howpublished',
        'organization',
        'institution',
        'school',
      ),
      publisher: text('publisher', 'institution', 'school', 'organization', 'howpublished'),
      date: text('date') || [text('year'), text('month'), text('day')].filter(Boolean).join(' '),
      volume: text('volume'),
      issue: text('number', 'issue'),
      pages: text('pages', 'eid'),
      doi: text('doi'),
      url: text('url'),
      isbn: text('isbn'),
      abstract: text('abstract'),
      keywords: (fields.get('keywords') ?? '')
        .split(/,(?![^{]*\})\s*/)
        .map(readText)
        .join('\n'),
      translators: names(fields.get('translator'), readText),
      seriesEditors: names(fields.get('serieseditor'), readText),
      advisors: names(fields.get('advisor'), readText),
      language: text('langid', 'language', 'hyphenation'),
      ...detailFields(text),
      notes: [...entry.matchAll(/^ *(?:note|annote|annotation|addendum)\s*=\s*\{(.*)\},?$/gm)]
        .map(([, note]) => readText(note!))
        .join('\n'),
    },
  ];
}

/** Names are separated by ` and ` outside braces. */
export const namesOfText = (value: string): string => names(value, String);

function names(value = '', readText: (latex: string) => string): string {
  let depth = 0;
  const marked = [...value].map((sign) => {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    return depth > 0 && sign === ' ' ? '\u0000' : sign;
  });
  return marked
    .join('')
    .split(/ and /)
    .map((name) => readText(name.replaceAll('\u0000', ' ')))
    .map((name) => {
      const [family = '', ...rest] = name.split(', ');
      return rest.length === 2 ? [family, rest[1], rest[0]].join(', ') : name;
    })
    .join('\n');
}

import type { ReadRecord } from './proved-fields.ts';

/** The proved fields of an item of CSL JSON, as pandoc and Zotero give it. */
export function fieldsOfCsl(item: CslObject): ReadRecord & { readonly key: string } {
  const text = (name: string): string => {
    const value = item[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return {
    key: text('id'),
    title: text('title'),
    authors: names(item['author']),
    editors: names(item['editor']),
    container: text('container-title') || text('event-title') || text('event'),
    publisher: text('publisher'),
    date: date(item['issued']),
    volume: text('volume'),
    issue: text('issue') || text('number'),
    pages: text('page') || text('number'),
    doi: text('DOI'),
    url: text('URL'),
    isbn: text('ISBN'),
    pmid: text('PMID') || (/(?:PMID: )(\d+)/.exec(text('note'))?.[1] ?? ''),
    pmcid: text('PMCID') || (/PMCID: (PMC\d+)/.exec(text('note'))?.[1] ?? ''),
    abstract: text('abstract'),
    keywords: text('keyword')
      .split(/[,;]\s*/)
      .join('\n'),
    translators: names(item['translator']),
    seriesEditors: names(item['collection-editor']),
    issn: text('ISSN').replace(/[,;] */g, '\n'),
    language: text('language'),
    series: text('collection-title'),
    seriesNumber: text('collection-number'),
    edition: text('edition'),
    place: text('publisher-place'),
    eventName: text('event-title') || text('event'),
    eventPlace: text('event-place'),
    eventDate: date(item['event-date']),
    chapter: text('chapter-number'),
    number: text('number'),
    version: text('version'),
    pagesTotal: text('number-of-pages'),
    thesisKind: text('genre'),
    originalTitle: text('original-title'),
    accessed: date(item['accessed']),
    online: date(item['available-date']),
    notes: [text('note'), text('annote'), text('annotation')].join('\n'),
  };
}

const names = (value: unknown): string =>
  ((value ?? []) as readonly CslObject[])
    .map((name) => {
      const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
      const family = [particle, name['family']]
        .filter(Boolean)
        .join(' ')
        .replace(/(?<=[-’']) /, '');
      return [family || name['literal'], name['given'], name['suffix']].filter(Boolean).join(', ');
    })
    .join('\n');

/** A date in parts, or in EDTF where pandoc writes one that it has no type for. */
function date(value: unknown): string {
  if (typeof value === 'string') return value;
  const dates = (value as { readonly 'date-parts'?: readonly (readonly (number | string)[])[] } | undefined)?.[
    'date-parts'
  ];
  return (dates ?? []).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')).join('/');
}

export type CslObject = Readonly<Record<string, unknown>>;

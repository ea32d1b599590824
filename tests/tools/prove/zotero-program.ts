import { readModsWithZotero, readPagesWithZotero } from '../zotero-browser.ts';
import { readCslWithZotero, readsCsl } from '../zotero-csl.ts';
import { readWithZotero, type ZoteroItem } from '../zotero.ts';
import { pageSeparator, type CitationFile, type Program } from './program.ts';
import type { ReadRecord } from './proved-fields.ts';

const translators: Readonly<Partial<Record<CitationFile, string>>> = {
  bib: 'BibTeX',
  'biblatex.bib': 'BibTeX',
  ris: 'RIS',
  nbib: 'MEDLINEnbib',
  enw: 'ReferBibIX',
};

/** Zotero's own translators, from a copy of the repository zotero/translators; CSL-JSON, where the folder has what reads it. */
export const zotero = (folder: string): Program => ({
  id: 'zotero',
  files: [
    ...(['bib', 'biblatex.bib', 'ris', 'nbib', 'enw', 'mods.xml', 'html'] as const),
    ...(readsCsl(folder) ? (['csl.json'] as const) : []),
  ],
  isInstalled: () => true,
  async read(file, text) {
    return { records: (await readItems(folder, file, text)).map(fieldsOfItem), complaints: [] };
  },
});

async function readItems(folder: string, file: CitationFile, text: string): Promise<readonly ZoteroItem[]> {
  if (file === 'csl.json') return readCslWithZotero(folder, text);
  if (file === 'mods.xml') return readModsWithZotero(folder, text);
  if (file !== 'html') return readWithZotero(folder, translators[file]!, text);
  const pages = text.split(pageSeparator).map((html) => ({ html, url: canonicalUrl(html) }));
  return readPagesWithZotero(folder, pages);
}

const canonicalUrl = (html: string): string => /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? 'about:blank';

function fieldsOfItem(item: ZoteroItem): ReadRecord & { readonly key?: string } {
  const text = (...names: readonly string[]): string =>
    names.map((name) => item[name]).find((value): value is string => typeof value === 'string' && value !== '') ?? '';
  const people = (role: string): string =>
    item.creators
      .filter((creator) => ((creator as { creatorType?: string }).creatorType ?? 'author') === role)
      .map(({ lastName, firstName, name }) => name ?? [lastName, firstName].filter(Boolean).join(', '))
      .join('\n');
  return {
    ...(item.itemID === undefined ? {} : { key: item.itemID }),
    title: text('title'),
    authors: [people('author'), people('inventor'), people('presenter'), people('programmer')]
      .filter(Boolean)
      .join('\n'),
    editors: people('editor'),
    container: text(
      'publicationTitle',
      'backupPublicationTitle',
      'bookTitle',
      'proceedingsTitle',
      'repository',
      'websiteTitle',
      'meetingName',
      'conferenceName',
      'university',
      'institution',
    ),
    publisher: text(
      'publisher',
      'repository',
      'university',
      'institution',
      'company',
      'issuingAuthority',
      'assignee',
      'label',
      'distributor',
      'studio',
    ),
    date: text('date', 'issueDate'),
    volume: text('volume'),
    issue: text('issue', 'number', 'patentNumber', 'reportNumber'),
    pages: text('pages', 'number'),
    doi: text('DOI') || (/DOI: (\S+)/.exec(text('extra'))?.[1] ?? ''),
    url: text('url'),
    isbn: text('ISBN'),
    pmid: text('PMID') || (/^PMID: (\d+) *$/m.exec(text('extra'))?.[1] ?? ''),
    pmcid: text('PMCID') || (/^PMCID: (PMC\d+) *$/m.exec(text('extra'))?.[1] ?? ''),
    abstract: text('abstractNote'),
    keywords: item.tags.map((tag) => (typeof tag === 'string' ? tag : tag.tag)).join('\n'),
    translators: people('translator'),
    seriesEditors: people('seriesEditor'),
    advisors: people('contributor'),
    issn: text('ISSN').replace(/[,;] */g, '\n'),
    language: text('language'),
    series: text('series', 'seriesTitle'),
    seriesNumber: text('seriesNumber'),
    edition: text('edition'),
    place: text('place', 'repositoryLocation', 'country'),
    eventName: text('conferenceName', 'meetingName'),
    // Zotero has one place of a paper or talk.
    eventPlace: text('eventPlace') || text('place'),
    number: text('reportNumber', 'patentNumber', 'number', 'identifier'),
    version: text('versionNumber', 'version'),
    pagesTotal: text('numPages'),
    thesisKind: text('thesisType', 'type'),
    accessed: text('accessDate'),
    notes: [...item.notes.map(({ note }) => plainNote(note)), text('extra')].join('\n'),
  };
}

/** Notes of Zotero are HTML. */
const plainNote = (html: string): string =>
  html
    .replace(/<[^<>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

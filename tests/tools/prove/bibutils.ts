import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXml, type XmlElement } from '../../../src/formats/record/read-xml.ts';
import { isInstalled, runProgram } from '../run-program.ts';
import { fieldsOfEntries } from './bibtex-fields.ts';
import type { CitationFile, Program } from './program.ts';
import type { ReadRecord } from './proved-fields.ts';

/** The programs of bibutils, which convert BibTeX, RIS and EndNote's tags to MODS, and MODS to BibTeX. */
export const bibutils: Program = {
  id: 'bibutils',
  files: ['bib', 'ris', 'enw', 'mods.xml'],
  isInstalled: () => ['bib2xml', 'ris2xml', 'end2xml', 'xml2bib'].every(isInstalled),
  read(file, text, folder) {
    // A line end of Windows that lies across two of its buffers is an empty line to bibutils, and ends a record.
    writeFileSync(join(folder, `in.${file}`), file === 'enw' ? text.replaceAll('\r\n', '\n') : text);
    const options = ['-i', 'utf8', '-o', 'utf8', '-nb', ...(file === 'mods.xml' ? ['-b', '-nl'] : [])];
    const { stdout, stderr } = runProgram(converters[file]!, [...options, `in.${file}`], folder);
    const complaints = stderr
      .split('\n')
      .filter((line) => /^[a-z0-9]+: *(?:error|warning|cannot|unrecogni|malformed)/i.test(line));
    // Long fields have lines of their own for each name.
    if (file === 'mods.xml')
      return { records: fieldsOfEntries(stdout.replace(/\n(?!\w+=|[@}])/g, ' '), String), complaints };
    return { records: readXml(stdout, ['mods']).elements.map(fieldsOfMods), complaints };
  },
};

const converters: Readonly<Partial<Record<CitationFile, string>>> = {
  bib: 'bib2xml',
  ris: 'ris2xml',
  enw: 'end2xml',
  'mods.xml': 'xml2bib',
};

function fieldsOfMods(mods: XmlElement): ReadRecord & { readonly key: string } {
  const host = find(mods, 'relatedItem').find(({ attributes }) => attributes['type'] === 'host');
  const own = mods.children.filter((child) => child !== host);
  const inOwn = (name: string) => own.flatMap((child) => (typeof child === 'string' ? [] : find(child, name, true)));
  const part = [...(host ? find(host, 'part') : []), ...inOwn('part')];
  const detail = (type: string): string =>
    part.flatMap((one) => find(one, 'detail').filter(({ attributes }) => attributes['type'] === type)).map(value)[0] ??
    '';
  const extent = part.flatMap((one) => find(one, 'extent'))[0];
  const identifiers = (type: string): readonly string[] =>
    find(mods, 'identifier')
      .filter(({ attributes }) => attributes['type'] === type)
      .map(text);
  const identifier = (type: string): string => identifiers(type)[0] ?? '';
  const related = find(mods, 'relatedItem');
  const seriesOfBook = related.find(({ attributes }) => attributes['type'] === 'series') ?? hostOf(host);
  const seriesPart = (name: string): readonly XmlElement[] => (seriesOfBook ? find(seriesOfBook, name) : []);
  const people = (role: string): string =>
    inOwn('name')
      .filter((name) => text(find(name, 'roleTerm')[0]) === role)
      .map(nameText)
      .join('\n');
  return {
    key: mods.attributes['ID'] ?? '',
    title: titleText(inOwn('titleInfo')[0]),
    authors: people('author'),
    editors: [people('editor'), host ? hostEditors(host) : ''].filter(Boolean).join('\n'),
    container: host ? titleText(find(host, 'titleInfo')[0]) : '',
    publisher: text(find(mods, 'publisher')[0]) || people('degree grantor') || people('organizer of meeting'),
    date: find(mods, 'dateIssued').map(text).find(Boolean) ?? '',
    volume: detail('volume'),
    issue: detail('issue') || detail('number'),
    pages: extent
      ? [text(find(extent, 'start')[0]), text(find(extent, 'end')[0])].filter(Boolean).join('-')
      : detail('page') || detail('article number'),
    doi: identifier('doi'),
    url: text(find(mods, 'url')[0]),
    isbn: identifier('isbn'),
    abstract: text(find(mods, 'abstract')[0]),
    keywords: find(mods, 'topic').map(text).join('\n'),
    translators: people('translator'),
    seriesEditors: seriesPart('name').map(nameText).join('\n'),
    advisors: [people('thesis advisor'), people('advisor')].filter(Boolean).join('\n'),
    issn: identifiers('issn').join('\n'),
    language: text(find(mods, 'languageTerm')[0]) || text(find(mods, 'language')[0]),
    series: titleText(seriesPart('titleInfo')[0]),
    seriesNumber: text(seriesPart('partNumber')[0]) || detail('number'),
    edition: text(find(mods, 'edition')[0]),
    place: text(find(mods, 'placeTerm')[0]),
    eventName: [people('event'), people('conference')].filter(Boolean).join('\n'),
    chapter: detail('chapter'),
    number: identifiers('report number')[0] ?? detail('number') ?? '',
    version: detail('version'),
    pagesTotal: text(find(mods, 'extent').find(({ attributes }) => attributes['unit'] === 'pages')),
    thesisKind: inOwn('genre').map(text).join('; '),
    accessed: text(find(mods, 'dateCaptured')[0]) || find(mods, 'url')[0]?.attributes['dateLastAccessed'] || '',
    translatedTitles: inOwn('titleInfo')
      .filter(({ attributes }) => attributes['type'] === 'translated')
      .map(titleText)
      .join('\n'),
    notes: ['note', 'bibtex-annote'].flatMap((name) => find(mods, name).map(text)).join('\n'),
  };
}

/** bibutils writes the series of a book as its host, and that of a chapter as the host of the book. */
const hostOf = (host: XmlElement | undefined): XmlElement | undefined =>
  host && (find(host, 'relatedItem').find(({ attributes }) => attributes['type'] === 'host') ?? host);

const hostEditors = (host: XmlElement): string =>
  find(host, 'name')
    .filter((name) => text(find(name, 'roleTerm')[0]) === 'editor')
    .map(nameText)
    .join('\n');

function nameText(name: XmlElement): string {
  const parts = find(name, 'namePart');
  const of = (type: string) => parts.filter(({ attributes }) => attributes['type'] === type).map(text);
  const [family] = of('family');
  if (family === undefined) return parts.map(text).join(' ');
  return [family, of('given').join(' '), of('suffix')[0]].filter(Boolean).join(', ');
}

/** bibutils splits a title at its colon or question mark. */
const titleText = (info: XmlElement | undefined): string =>
  info
    ? [text(find(info, 'title')[0]), text(find(info, 'subTitle')[0])].filter(Boolean).join(': ').replace('?: ', '? ')
    : '';

const value = (detail: XmlElement): string => text(find(detail, 'number')[0]);

function find(element: XmlElement, name: string, self = false): readonly XmlElement[] {
  if (self && element.name === name) return [element];
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === name ? [child] : find(child, name),
  );
}

const text = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === 'string' ? child : text(child))).join('');

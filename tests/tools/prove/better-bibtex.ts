import { detailFields } from './detail-fields.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { namesOfText } from './bibtex-fields.ts';
import type { Program } from './program.ts';
import type { ReadRecord } from './proved-fields.ts';

/** The parser of Better BibTeX for Zotero, from a folder in which npm has installed it. */
export const betterBibtex = (folder: string): Program => ({
  id: 'better bibtex',
  files: ['bib', 'biblatex.bib'],
  isInstalled: () => true,
  async read(_file, text) {
    const parser = join(folder, 'node_modules/@retorquere/bibtex-parser');
    const { module } = JSON.parse(readFileSync(join(parser, 'package.json'), 'utf8')) as { readonly module: string };
    const { parse } = (await import(pathToFileURL(join(parser, module)).href)) as ParserModule;
    const { entries, errors } = parse(text);
    return { records: entries.map(fieldsOfEntry), complaints: errors.map(({ error }) => error) };
  },
});

interface ParserModule {
  readonly parse: (text: string) => {
    readonly entries: readonly ParsedEntry[];
    readonly errors: readonly { readonly error: string }[];
  };
}

interface ParsedEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string | readonly string[] | readonly ParsedName[] | undefined>>;
}

interface ParsedName {
  readonly lastName?: string;
  readonly firstName?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly name?: string;
}

function fieldsOfEntry({ type, key, fields }: ParsedEntry): ReadRecord & { readonly key: string } {
  const text = (...names: readonly string[]): string =>
    names
      .map((name) => fields[name])
      .map((value) => (Array.isArray(value) ? value.join(', ') : (value as string | undefined)))
      .find((value) => value !== undefined && value !== '') ?? '';
  /** Names; of a field that the parser does not know the text. */
  const people = (name: string): string => {
    const value = fields[name] ?? [];
    return typeof value === 'string' ? namesOfText(value) : (value as readonly ParsedName[]).map(nameText).join('\n');
  };
  const keywords = fields['keywords'] ?? [];
  return {
    key,
    title: text('title'),
    authors: people('author'),
    editors: people('editor'),
    container: text('journal', 'journaltitle', 'booktitle', 'eventtitle', 'howpublished', 'organization'),
    publisher: text('publisher', 'institution', 'school', 'organization', 'howpublished'),
    date: text('date') || [text('year'), text('month'), text('day')].filter(Boolean).join('-'),
    volume: text('volume'),
    issue: text(type === 'article' ? 'number' : 'issue'),
    pages: text('pages', 'eid'),
    doi: text('doi'),
    url: text('url'),
    isbn: text('isbn'),
    pmid: text('pmid') || (text('eprinttype') === 'pubmed' ? text('eprint') : ''),
    pmcid: text('pmcid'),
    abstract: text('abstract'),
    keywords: (keywords as readonly string[]).join('\n'),
    translators: people('translator'),
    seriesEditors: people('serieseditor'),
    advisors: people('advisor'),
    language: text('langid', 'language'),
    ...detailFields(text),
    notes: ['note', 'annote', 'annotation'].map((name) => text(name)).join('\n'),
  };
}

const nameText = ({ lastName, firstName, prefix, suffix, name }: ParsedName): string =>
  name ?? [[prefix, lastName].filter(Boolean).join(' '), firstName, suffix].filter(Boolean).join(', ');

import type { PublicationType } from '../domain/publication-type.ts';
import { readBibtexAuthors, splitOutside } from './bibtex-authors.ts';
import type { ForeignProblem, ForeignRecord } from './foreign-record.ts';
import { placeDates } from './foreign-date.ts';
import { readLanguage } from './foreign-language.ts';
import { placePagination } from './pagination.ts';
import { typeOfWords } from './publication-kinds.ts';
import type { BibtexEntry, BibtexField } from './read-bibtex.ts';
import { latexToContent, latexToPlain, readLatex } from './read-latex.ts';
import { placeNote, scriptLanguage, settleStatus } from './read-note.ts';
import {
  affiliationNumber,
  leaveOut,
  place,
  startSketch,
  type RecordSketch,
  type SourceField,
  type TextSlot,
} from './record-sketch.ts';
import { placeNumbers } from './serial-numbers.ts';
import { trimEndOf } from '../domain/trim-end-of.ts';

/** One entry, whose inherited fields stand behind its own. */
export function readBibtexEntry(entry: BibtexEntry, problems: ForeignProblem[]): ForeignRecord {
  const sketch = startSketch(entry.line, 'content');
  sketch.kind = entry.type;
  if (entry.key !== '') sketch.key = entry.key;
  const first = new Map<string, BibtexField>();
  for (const field of entry.fields) if (!first.has(field.name)) first.set(field.name, field);
  const has = (name: string): boolean => first.has(name);
  reportUnknown(entry, problems);
  for (const field of entry.fields) {
    const own = toSource(field);
    const slot = slots.get(field.name);
    if (slot) place(sketch, slot, own);
    else if (field.name in placers) placers[field.name]?.(sketch, own, field, has);
    else if (!later.has(field.name)) leaveOut(sketch, own, databaseFields.has(field.name) ? 'database' : 'no place');
  }
  placeTitle(sketch, first);
  placeAuthors(sketch, entry, problems);
  placeHouse(sketch, entry);
  placeDate(sketch, entry);
  placeNumbers(
    sketch,
    entry.fields.filter(({ name }) => /^(?:e?issn|isbn)$/.test(name)).map((field) => markElectronic(field)),
  );
  const words: string[] = [];
  for (const field of entry.fields.filter(({ name }) => name === 'note' || name === 'annotation'))
    placeNotes(sketch, toSource(field), words);
  settleStatus(sketch);
  sketch.type = typeOf(entry, [
    ...words,
    latexToPlain(first.get('type')?.source ?? first.get('entrysubtype')?.source ?? ''),
    latexToPlain(first.get('document_type')?.source ?? ''),
  ]);
  for (const name of ['type', 'document_type', 'entrysubtype']) {
    const field = first.get(name);
    if (field && typeOfWords([latexToPlain(field.source)]) === undefined) leaveOut(sketch, toSource(field), 'no place');
  }
  if (!types.has(entry.type) && entry.type !== 'misc')
    leaveOut(sketch, { name: '@', value: entry.type, line: entry.line }, 'no place');
  return sketch;
}

const toSource = ({ name, source, line }: BibtexField): SourceField => ({ name, value: latexToPlain(source), line });

type Placer = (sketch: RecordSketch, field: SourceField, source: BibtexField, has: (name: string) => boolean) => void;

const verbatim =
  (slot: TextSlot): Placer =>
  (sketch, field, { source }) => {
    const inner = source.replace(/\\(?:url|path|href)\s*(?=\{)/g, '').replace(/^\{+/, '');
    const value = trimEndOf(inner, /\}/)
      .replace(/\{?\\([_%&#$~^{}])\}?(?:\{\})?/g, '$1')
      .trim();
    if (slot === 'url' && sketch.url !== undefined && sketch.url !== value) sketch.links.push({ url: value });
    else place(sketch, slot, { ...field, value });
  };

const addKeywords: Placer = (sketch, field, { source }, has) => {
  // Scopus: `author_keywords` are the authors', `keywords` its own.
  if (field.name === 'keywords' && has('author_keywords')) {
    leaveOut(sketch, field, 'no place');
    return;
  }
  const bare = isOneGroup(source) ? source.slice(1, -1) : source;
  const semicolons = splitOutside(bare, /;\s/y);
  const commas = splitOutside(bare, /,/y);
  for (const word of semicolons.length > 1 && semicolons.length >= commas.length ? semicolons : commas) {
    const keyword = latexToPlain(word);
    if (keyword !== '' && !sketch.keywords.includes(keyword)) sketch.keywords.push(keyword);
  }
};

const isOneGroup = (source: string): boolean => /^\{[^{}]*\}$/.test(source.trim()) && !/,/.test(source);

const placers: Readonly<Record<string, Placer>> = {
  doi: verbatim('doi'),
  url: verbatim('url'),
  pdf: (sketch, _, { source }) => {
    sketch.links.push({ rel: 'pdf', url: source.trim() });
  },
  keywords: addKeywords,
  keyword: addKeywords,
  author_keywords: addKeywords,
  language: (sketch, field) => place(sketch, 'lang', field, readLanguage(field.value) ?? field.value),
  langid: (sketch, field) => place(sketch, 'lang', field, readLanguage(field.value) ?? field.value),
  hyphenation: (sketch, field) => place(sketch, 'lang', field, readLanguage(field.value) ?? field.value),
  // biblatex manual, 2.3.11: the number of an issue is `number`; `issue` names one, such as "Spring".
  issue: (sketch, field, _, has) =>
    has('number') ? leaveOut(sketch, field, 'second value') : place(sketch, 'issue', field),
  abstract: (sketch, field) => {
    if (sketch.abstracts.length > 0) leaveOut(sketch, field, 'second value');
    else if (field.value !== '') sketch.abstracts.push({ sections: [{ text: field.value }] });
  },
  pages: (sketch, field, { source }) =>
    placePagination(sketch, field, latexToPlain(source.replace(/\s+/g, ' ').replace(/ ?-{1,3} ?/g, '-'))),
  affiliation: (sketch, field) => {
    for (const name of field.value.split(/;\s+/)) if (name.trim() !== '') affiliationNumber(sketch, name.trim());
  },
  translatedtitle: (sketch, _, { source }) => {
    for (const title of source.split(' / ')) sketch.titles.push({ text: latexToContent(title) });
  },
  eprint: (sketch, field, { source }, has) => {
    const value = source.replace(/^arXiv:\s*/i, '').trim();
    if (/arxiv/i.test(has('archiveprefix') || has('eprinttype') ? 'arxiv' : source) || /^\d{4}\.\d{4,5}/.test(value))
      place(sketch, 'arxiv', field, value);
    else leaveOut(sketch, field, 'no place');
  },
  archiveprefix: (sketch, field) => {
    if (!/arxiv/i.test(field.value)) leaveOut(sketch, field, 'no place');
  },
  eprinttype: (sketch, field) => {
    if (!/arxiv/i.test(field.value)) leaveOut(sketch, field, 'no place');
  },
  howpublished: (sketch, field, { source }) => {
    const address = /^\s*\\url\{([^{}]*)\}\s*$|^(https?:\S+)$/.exec(source);
    if (address) place(sketch, 'url', field, address[1] ?? address[2]);
    else if (
      /^(?:preprint|(?:phd |doctoral |master'?s? )?(?:thesis|dissertation)|poster|online|web ?page|software|patent)$/i.test(
        field.value,
      )
    )
      leaveOut(sketch, field, 'no place');
    else place(sketch, 'container', field);
  },
  editor: (sketch, field, { source }) => {
    sketch.editors.push(...readBibtexAuthors(source).authors);
    leaveOut(sketch, field, 'no place');
  },
  shortjournal: (sketch, field) => place(sketch, 'abbreviation', field),
  abbrev_source_title: (sketch, field) => {
    if (field.value !== sketch.container) place(sketch, 'abbreviation', field);
  },
};

function placeTitle(sketch: RecordSketch, fields: ReadonlyMap<string, BibtexField>): void {
  const title = fields.get('title');
  const subtitle = fields.get('subtitle');
  const parts = [title, subtitle].flatMap((field) => (field ? [latexToContent(field.source).trim()] : []));
  if (parts.length > 0) sketch.title = parts.filter(Boolean).join(': ');
  for (const name of ['bookkey', 'shorttitle']) {
    const field = fields.get(name);
    if (field && !latexToPlain(title?.source ?? '').startsWith(latexToPlain(field.source)))
      leaveOut(sketch, toSource(field), 'no place');
  }
}

function placeAuthors(sketch: RecordSketch, entry: BibtexEntry, problems: ForeignProblem[]): void {
  for (const field of entry.fields.filter(({ name }) => name === 'author')) {
    const { authors, others } = readBibtexAuthors(field.source);
    if (sketch.authors.length > 0) {
      leaveOut(sketch, toSource(field), 'second value');
      continue;
    }
    sketch.authors.push(...authors);
    if (others)
      problems.push({
        severity: 'warning',
        name: 'authors-incomplete',
        line: field.line,
        message: 'the list of authors ends in "and others", so that not all of them are known',
        hint: 'add the others by hand',
      });
  }
  placeOrcids(sketch, entry);
  const native = entry.fields.find(({ name }) => name === 'nativeauthor');
  if (!native) return;
  const names = splitOutside(native.source, /\s+and(?=\s)/iy);
  if (names.length !== sketch.authors.length) {
    leaveOut(sketch, toSource(native), 'unreadable');
    return;
  }
  for (const [index, name] of names.entries()) {
    const author = sketch.authors[index];
    if (!author) continue;
    const braced = /^\s*\{/.test(name);
    const whole = braced ? latexToPlain(name) : (readBibtexAuthors(name).authors[0]?.name ?? '');
    const forms = braced ? whole.split(' / ').map((form) => form.trim()) : [whole];
    const others = forms.filter((form) => form !== '' && form !== author.name);
    if (others.length > 0)
      sketch.authors[index] = {
        ...author,
        native: Object.fromEntries(others.map((form) => [scriptLanguage(form), form])),
      };
  }
}

/** `author+an:orcid = {1="0000-…"; 2="…"}` of biblatex. */
function placeOrcids(sketch: RecordSketch, entry: BibtexEntry): void {
  for (const field of entry.fields.filter(({ name }) => /^author\+an/.test(name))) {
    const marks = [...field.source.matchAll(/(?<!\d)(\d+)\s*=\s*"([^"]*)"/g)];
    if (!field.name.endsWith(':orcid') || marks.length === 0) leaveOut(sketch, toSource(field), 'no place');
    else
      for (const [, number, orcid = ''] of marks) {
        const author = sketch.authors[Number(number) - 1];
        if (author) sketch.authors[Number(number) - 1] = { ...author, orcid };
      }
  }
}

/** Where the entry appeared: the fields of its type first. */
function placeHouse(sketch: RecordSketch, entry: BibtexEntry): void {
  const kind = types.get(entry.type);
  const houses: readonly [string, TextSlot][] = [
    ['journal', 'container'],
    ['journaltitle', 'container'],
    ['booktitle', 'container'],
    ['eventtitle', 'container'],
    ['publisher', 'publisher'],
    ['school', 'publisher'],
    ['institution', 'publisher'],
    ['organization', 'publisher'],
    ...(kind === 'book' ? ([['series', 'container']] as [string, TextSlot][]) : []),
  ];
  for (const [name, slot] of houses)
    for (const field of entry.fields.filter((one) => one.name === name)) {
      const own = toSource(field);
      if (sketch[slot] !== undefined && (name === 'organization' || name === 'eventtitle'))
        leaveOut(sketch, own, 'no place');
      else place(sketch, slot, own);
    }
  for (const field of entry.fields)
    if (field.name === 'series' && kind !== 'book') leaveOut(sketch, toSource(field), 'no place');
    else if (/^(?:journal|book)(?:subtitle|titleaddon)$/.test(field.name)) {
      const own = toSource(field);
      if (field.name.endsWith('subtitle') && sketch.container !== undefined)
        sketch.container = `${sketch.container}: ${own.value}`;
      else leaveOut(sketch, own, 'no place');
    }
  if (sketch.container === undefined && sketch.abbreviation !== undefined) {
    sketch.container = sketch.abbreviation;
    delete sketch.abbreviation;
  }
}

function placeDate(sketch: RecordSketch, entry: BibtexEntry): void {
  const text = (name: string): string => latexToPlain(entry.fields.find((field) => field.name === name)?.source ?? '');
  const dates = entry.fields.filter(({ name }) => name === 'date').map(toSource);
  const range = dates.map((field) => {
    const [start = '', end = ''] = field.value.split('/');
    if (end !== '' && /^\d{4}/.test(end)) leaveOut(sketch, { ...field, value: `/${end}` }, 'no place');
    const isRange = field.value.includes('/') && [start, end || start].every((part) => /^\d{4}/.test(part));
    return { ...field, value: isRange ? start : field.value };
  });
  const year = entry.fields.filter(({ name }) => name === 'year').map(toSource);
  const month = text('month').replace(/^0?(\d)$/, '0$1');
  const day = text('day');
  const months = entry.fields.filter(({ name }) => name === 'month').map(toSource);
  const monthly = months.map((field) => ({
    ...field,
    value:
      day !== '' && /^(?:\p{L}+|\d{1,2})$/u.test(month)
        ? /^\d/.test(month)
          ? `${month}-${day.padStart(2, '0')}`
          : `${day} ${month}`
        : month.replace(/^(\d{1,2})[~\s]+(\p{L}+)\.?$/u, '$1 $2'),
  }));
  placeDates(sketch, [...range, ...year, ...monthly]);
  if (months.length === 0 && day !== '') leaveOut(sketch, { name: 'day', value: day }, 'no place');
}

/** Our own notes are sentences; the first may say what kind of publication this is. */
function placeNotes(sketch: RecordSketch, field: SourceField, words: string[]): void {
  const parts = field.value.split(
    /\. (?=(?:RETRACTED|WITHDRAWN|Expression of concern|Corrected|Cite instead:|Published version:|Preprint:))/,
  );
  for (const part of parts)
    if (/^(?:Preprint|Data set|Computer software|Protocol|Poster|Patent)$/.test(part)) words.push(part);
    else placeNote(sketch, { ...field, value: part });
}

function typeOf(entry: BibtexEntry, words: readonly string[]): PublicationType {
  const known = types.get(entry.type);
  const named = typeOfWords(words.filter(Boolean));
  const has = (...names: readonly string[]): boolean => entry.fields.some(({ name }) => names.includes(name));
  if (known === undefined)
    return named ?? (has('journal') ? 'article' : has('howpublished', 'url') ? 'media' : 'report');
  const rough = known === 'article' || known === 'report';
  return rough && named !== undefined ? named : known;
}

const markElectronic = (field: BibtexField): SourceField => {
  const own = toSource(field);
  return field.name === 'eissn' ? { ...own, value: `${own.value} (electronic)` } : own;
};

function reportUnknown(entry: BibtexEntry, problems: ForeignProblem[]): void {
  for (const field of entry.fields) {
    if (unread.has(field.name) || !field.source.includes('\\')) continue;
    const { unknown } = readLatex(field.source);
    if (unknown.length > 0)
      problems.push({
        severity: 'warning',
        name: 'unknown-latex-command',
        line: field.line,
        message: `${field.name} holds ${[...new Set(unknown)].join(', ')}, which is no command that is known here, and stays as it is written`,
        hint: 'write what it stands for',
      });
  }
}

const unread: ReadonlySet<string> = new Set(['doi', 'url', 'file', 'bdsk-url-1', 'bdsk-url-2', 'pdf']);

const slots: ReadonlyMap<string, TextSlot> = new Map([
  ['volume', 'volume'],
  ['number', 'issue'],
  ['eid', 'articleNumber'],
  ['art_number', 'articleNumber'],
  ['article-number', 'articleNumber'],
  ['articleno', 'articleNumber'],
  ['pmid', 'pmid'],
  ['pubmed_id', 'pmid'],
  ['pmcid', 'pmcid'],
  ['copyright', 'copyright'],
]);

/** Fields that `readBibtexEntry` reads after all others. */
const later: ReadonlySet<string> = new Set(
  'title subtitle shorttitle author nativeauthor journal journaltitle journalsubtitle booktitle booksubtitle booktitleaddon journaltitleaddon eventtitle publisher school institution organization series date year month day issn eissn isbn note annotation type document_type entrysubtype author+an author+an:orcid'.split(
    ' ',
  ),
);

/** What reference managers keep for themselves. */
const databaseFields: ReadonlySet<string> = new Set(
  'file groups owner timestamp creationdate modificationdate priority ranking readstatus printed qualityassured relevance keywords+ source coden urldate added-at biburl interhash intrahash date-added date-modified bdsk-url-1 bdsk-url-2 bdsk-file-1 mendeley-groups mendeley-tags __markedentry comment review citationkey unique-id usage-count-last-180-days usage-count-since-2013 times-cited doc-delivery-number journal-iso number-of-cited-references da'.split(
    ' ',
  ),
);

const types: ReadonlyMap<string, PublicationType> = new Map(
  Object.entries({
    article: 'article periodical suppperiodical conference-article',
    book: 'book mvbook collection mvcollection proceedings mvproceedings reference booklet manual',
    chapter: 'inbook incollection suppbook bookinbook inreference',
    'conference-paper': 'inproceedings conference',
    thesis: 'phdthesis mastersthesis thesis bathesis',
    report: 'techreport report standard',
    preprint: 'unpublished preprint',
    dataset: 'dataset data',
    software: 'software',
    media: 'online electronic www video audio webpage',
    patent: 'patent',
  } satisfies Partial<Record<PublicationType, string>> | Record<string, string>).flatMap(([type, names]) =>
    names.split(' ').map((name) => [name, type as PublicationType] as const),
  ),
);

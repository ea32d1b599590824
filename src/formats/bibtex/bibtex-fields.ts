import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { readBibtexAuthors, splitOutside } from './bibtex-authors.ts';
import { placeLanguage } from '../record/foreign-language.ts';
import { placePagination } from '../record/pagination.ts';
import type { BibtexField } from './bibtex-syntax.ts';
import { latexToContent, latexToPlain } from '../latex/read-latex.ts';
import {
  affiliationNumber,
  reportUnplaced,
  place,
  type RecordSketch,
  type SourceField,
  type TextSlot,
} from '../record/record-sketch.ts';

/** Places a field that can be read by itself; `has` tells which others the entry has. */
export function placeBibtexField(sketch: RecordSketch, source: BibtexField, has: (name: string) => boolean): void {
  const field = plainField(source);
  const slot = slots.get(source.name);
  if (slot) place(sketch, slot, field);
  else if (Object.hasOwn(placers, source.name)) placers[source.name]?.(sketch, field, source, has);
  else if (!later.has(source.name))
    reportUnplaced(sketch, field, databaseFields.has(source.name) ? 'database' : 'no place');
}

/** The field with its text instead of its source. */
export const plainField = ({ name, source, line }: BibtexField): SourceField => ({
  name,
  value: latexToPlain(source),
  line,
});

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
    reportUnplaced(sketch, field, 'no place');
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
  language: placeLanguage,
  langid: placeLanguage,
  hyphenation: placeLanguage,
  // biblatex manual, 2.3.11: the number of an issue is `number`; `issue` names one, such as "Spring".
  issue: (sketch, field, _, has) =>
    has('number') ? reportUnplaced(sketch, field, 'second value') : place(sketch, 'issue', field),
  abstract: (sketch, field) => {
    if (sketch.abstracts.length > 0) reportUnplaced(sketch, field, 'second value');
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
    else reportUnplaced(sketch, field, 'no place');
  },
  archiveprefix: (sketch, field) => {
    if (!/arxiv/i.test(field.value)) reportUnplaced(sketch, field, 'no place');
  },
  eprinttype: (sketch, field) => {
    if (!/arxiv/i.test(field.value)) reportUnplaced(sketch, field, 'no place');
  },
  howpublished: (sketch, field, { source }) => {
    const address = /^\s*\\url\{([^{}]*)\}\s*$|^(https?:\S+)$/.exec(source);
    if (address) place(sketch, 'url', field, address[1] ?? address[2]);
    else if (
      /^(?:preprint|(?:phd |doctoral |master'?s? )?(?:thesis|dissertation)|poster|online|web ?page|software|patent)$/i.test(
        field.value,
      )
    )
      reportUnplaced(sketch, field, 'no place');
    else place(sketch, 'container', field);
  },
  editor: (sketch, field, { source }) => {
    for (const editor of readBibtexAuthors(source).authors) sketch.editors.push(editor);
    reportUnplaced(sketch, field, 'no place');
  },
  shortjournal: (sketch, field) => place(sketch, 'abbreviation', field),
  abbrev_source_title: (sketch, field) => {
    if (field.value !== sketch.container) place(sketch, 'abbreviation', field);
  },
};

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

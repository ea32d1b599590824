import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { placeLanguage } from '../record/foreign-language.ts';
import { looksLikeGroup } from '../record/group-names.ts';
import { typeOfWords } from '../record/publication-kinds.ts';
import {
  affiliate,
  affiliationNumber,
  groupAuthor,
  reportUnplaced,
  personAuthor,
  place,
  type RecordSketch,
  type SourceField,
  type TextSlot,
} from '../record/record-sketch.ts';
import { risTypes } from './ris-types.ts';

/** A field of RIS, and the untagged lines after it. */
export interface RisField extends SourceField {
  readonly line: number;
  readonly lines: readonly string[];
}

/** Places a field that can be read by itself; `text` gives the first of another name. */
export function placeRisField(sketch: RecordSketch, field: RisField, text: (name: string) => string): void {
  const slot = slots.get(field.name);
  if (slot) {
    place(sketch, slot, field);
    return;
  }
  placers[field.name]?.(sketch, field, text);
  if (!(field.name in placers) && !later.has(field.name)) {
    reportUnplaced(sketch, field, databaseTags.has(field.name) ? 'database' : 'no place');
    for (const line of listTags.has(field.name) ? field.lines : [])
      reportUnplaced(sketch, { ...field, value: line }, 'no place');
  }
}

type Placer = (sketch: RecordSketch, field: RisField, text: (name: string) => string) => void;

const addAuthor: Placer = (sketch, field) => {
  for (const value of [field.value, ...field.lines]) {
    const name = trimEndOf(value.trim(), /,/);
    if (name !== '') sketch.authors.push(looksLikeGroup(name) ? groupAuthor(name) : personAuthor(name));
  }
};

const addEditor: Placer = (sketch, field) => {
  for (const value of [field.value, ...field.lines])
    if (value.trim() !== '') {
      sketch.editors.push(personAuthor(value.trim()));
      reportUnplaced(sketch, { ...field, value }, 'no place');
    }
};

const addAbstract: Placer = (sketch, field) => {
  if (field.value.trim() === '') return;
  if (sketch.abstracts.length === 0) sketch.abstracts.push({ sections: [{ text: field.value }] });
  else if (sketch.abstracts[0]?.sections[0]?.text !== field.value) reportUnplaced(sketch, field, 'second value');
};

const addLink: Placer = (sketch, field) => {
  const urls = field.value.split(/[\s;](?=https?:\/\/)/);
  for (const [index, part] of urls.entries()) {
    const url = (index < urls.length - 1 ? trimEndOf(part, /[\s;]/) : part).trim();
    if (url === '') continue;
    if (field.name === 'UR' && sketch.url === undefined) sketch.url = url;
    else if (sketch.url !== url && !sketch.links.some((link) => link.url === url))
      sketch.links.push({
        ...(field.name === 'L1' ? { rel: 'pdf' as const } : field.name === 'L2' ? { rel: 'fulltext' as const } : {}),
        url,
      });
  }
};

const placers: Readonly<Record<string, Placer>> = {
  AU: addAuthor,
  A1: addAuthor,
  A2: addEditor,
  ED: addEditor,
  TT: (sketch, { value }) => {
    if (value !== '') sketch.titles.push({ text: value });
  },
  AB: addAbstract,
  N2: addAbstract,
  KW: (sketch, field) => {
    for (const word of [field.value, ...field.lines]) if (word.trim() !== '') sketch.keywords.push(word.trim());
  },
  UR: addLink,
  L1: addLink,
  L2: addLink,
  LA: placeLanguage,
  AD: (sketch, field) => {
    for (const name of [field.value, ...field.lines]) if (name.trim() !== '') affiliationNumber(sketch, name.trim());
  },
  // `(Liu R.; Adler D.G., mail) Department …`: Embase.
  M1: (sketch, field, text) => {
    const match = /^\(([^)]+)\)\s+(\S.*)$/s.exec(field.value);
    const authors = match?.[1]?.split(/;\s*/).map((name) => (name.split(',')[0] ?? '').trim());
    const numbers = authors?.map((name) => sketch.authors.findIndex((author) => author.name === name));
    if (match?.[2] && numbers?.every((number) => number >= 0))
      for (const number of numbers) affiliate(sketch, number, match[2].trim());
    else if (risTypes.get(text('TY')) === 'article' && /^\d+$/.test(field.value) && text('IS') === '')
      place(sketch, 'issue', field);
    else if (/^(?:copyright|©)/i.test(field.value)) place(sketch, 'copyright', field);
    else if (text('IS') !== field.value) reportUnplaced(sketch, field, 'no place');
  },
  M3: (sketch, field, text) => {
    const doi = /^(?:doi:?\s*)?(10\.\d{4,9}\/\S+)$/i.exec(field.value)?.[1];
    if (doi !== undefined) {
      if (!text('DO').endsWith(doi)) place(sketch, 'doi', field, doi);
    } else if (typeOfWords([field.value]) === undefined) reportUnplaced(sketch, field, 'no place');
  },
  AN: (sketch, field, text) => {
    const database = `${text('DB')} ${text('DP')}`.trim();
    if (/^[1-9]\d{0,7}$/.test(field.value) && (database === '' || /pubmed|medline|nlm/i.test(database)))
      place(sketch, 'pmid', field);
    else reportUnplaced(sketch, field, 'database');
  },
  U1: placeMarked,
  U2: placeMarked,
  U3: placeMarked,
  U4: placeMarked,
  C2: (sketch, field, text) => {
    if (/^PMC\d+$/i.test(field.value)) place(sketch, 'pmcid', field);
    else if (/scopus/i.test(text('DB')) && /^\d{1,8}$/.test(field.value)) place(sketch, 'pmid', field);
    else reportUnplaced(sketch, field, 'no place');
  },
};

/** `26957754[pmid]`, `PMC4756000[pmcid]`. */
function placeMarked(sketch: RecordSketch, field: RisField): void {
  const [, value, mark] = /^(\S+?)\s*\[(pmid|pmcid|doi)\]$/i.exec(field.value) ?? [];
  const slot = mark?.toLowerCase();
  if (slot === 'pmid' || slot === 'pmcid' || slot === 'doi') place(sketch, slot, field, value);
  else reportUnplaced(sketch, { ...field, value: [field.value, ...field.lines].join(' ').trim() }, 'database');
}

/** Continuation lines belong to the text; in lists each is an item of its own, and `placeRisField` takes them one by one. */
export function wholeValue(field: RisField): string {
  if (field.lines.length === 0 || listTags.has(field.name)) return field.value;
  return [field.value, ...field.lines]
    .map((line) => line.trim())
    .filter(Boolean)
    .join(field.name === 'AB' || field.name === 'N2' ? '\n' : ' ');
}

const slots: ReadonlyMap<string, TextSlot> = new Map([
  ['TI', 'title'],
  ['T1', 'title'],
  ['ID', 'key'],
  ['PB', 'publisher'],
  ['PU', 'publisher'],
  ['JI', 'abbreviation'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['CP', 'issue'],
  ['DO', 'doi'],
  ['DI', 'doi'],
]);

/** Fields that `readRisRecord` reads after all others. */
const later: ReadonlySet<string> = new Set('TY T2 JF BT JO J1 J2 JA C3 ST CT PY Y1 DA SP EP C7 SN N1 RN'.split(' '));

/** Each line is an item. */
const listTags: ReadonlySet<string> = new Set('AU A1 A2 ED KW AD N1 RN U1 U2 U3 U4'.split(' '));

/** About the database's own record: its name, its dates and its numbers. */
const databaseTags: ReadonlySet<string> = new Set('DB DP LK Y2 U5 NV TS WE LB AV M4 NL J9'.split(' '));

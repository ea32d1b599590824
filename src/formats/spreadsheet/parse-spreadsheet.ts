import {
  spreadsheetColumns,
  type ColumnNames,
  type SpreadsheetColumn,
} from '../../domain/publication/spreadsheet-column.ts';
import {
  addAbstract,
  addAddresses,
  addKeywords,
  addNames,
  addWebAddress,
  splitList,
  addFunding,
} from '../fields/field-readers.ts';
import type { FieldReader, FieldTable, FieldTarget } from '../fields/read-fields.ts';
import { findColumns, readRows } from '../fields/read-rows.ts';
import { readTableRows } from '../fields/table-format.ts';
import type { ParsedRecords } from '../record/foreign-record.ts';

/** Reads a table of the office's own. `names` say which of its columns hold what; the others are unplaced. */
export function parseSpreadsheet(text: string, names: ColumnNames): ParsedRecords {
  const { rows, columns, problems } = readRows(text, findColumns(text)?.delimiter);
  const table: FieldTable = spreadsheetColumns.flatMap((held) => {
    const name = findName(columns, names[held]);
    return name === undefined ? [] : [[name.toLowerCase(), targets[held]] as const];
  });
  return { records: readTableRows(rows, { columns: table }), problems };
}

/** True for names of which a table has at least the title. */
export const matchesColumns = (columns: readonly string[], names: ColumnNames): boolean =>
  findName(columns, names.title) !== undefined;

function findName(columns: readonly string[], names: ColumnNames[SpreadsheetColumn]): string | undefined {
  const wanted = typeof names === 'string' ? [names] : (names ?? []);
  return wanted
    .map((name) => columns.find((column) => column.trim().toLowerCase() === name.trim().toLowerCase()))
    .find((column) => column !== undefined);
}

/** What the columns of a table seem to hold, by their names. The office confirms it. */
export function proposeColumns(columns: readonly string[]): Readonly<Partial<Record<SpreadsheetColumn, string>>> {
  const proposed: Partial<Record<SpreadsheetColumn, string>> = {};
  for (const held of ['title', ...spreadsheetColumns] as const) {
    const usual = columns.filter(
      (column) => usualNames[held].test(column.trim()) && !Object.values(proposed).includes(column),
    );
    // SpringerLink has the journal in `Publication Title`, beside `Item Title`.
    const found = usual.find((column) => !/^publication title$/i.test(column.trim())) ?? usual[0];
    if (found !== undefined) proposed[held] ??= found;
  }
  return proposed;
}

const usualNames: Readonly<Record<SpreadsheetColumn, RegExp>> = {
  authors:
    /^(?:authors?(?:\(s\))?(?: names?)?|names? of authors|نویسنده|نویسندگان|نویسنده ?ها|auteurs?|autor(?:en|es)?)$/i,
  editors: /^(?:editors?|ویراستاران?)$/i,
  affiliations: /^(?:affiliations?|addresses|وابستگی(?: سازمانی)?|آدرس)$/i,
  title:
    /^(?:(?:article |item |paper |publication )?title(?: of (?:the )?(?:paper|article))?|titel|titre|t[ií]tulo|عنوان(?: مقاله)?)$/i,
  type: /^(?:(?:document |publication |article |content )?type|نوع(?: مقاله)?)$/i,
  published:
    /^(?:published|(?:publication |published |pub )?(?:date|year)|year of publication|jahr|ann[ée]e|año|سال(?: انتشار)?|تاریخ(?: انتشار)?)$/i,
  journal:
    /^(?:journal(?: (?:name|title))?|(?:source|publication)(?: title)?|venue|zeitschrift|revue|revista|مجله|نشریه|نام مجله|container)$/i,
  volume: /^(?:(?:journal )?vol(?:ume)?\.?|دوره|جلد)$/i,
  issue: /^(?:(?:journal )?issue|no\.?|number|شماره)$/i,
  pages: /^(?:pages?|pp\.?|page range|صفحات|صفحه)$/i,
  publisher: /^(?:publisher|ناشر)$/i,
  place: /^(?:place|city)$/i,
  doi: /^(?:item )?doi$/i,
  pmid: /^(?:pmid|pubmed(?:[ _]id)?)$/i,
  pmcid: /^pmc(?:[ _]?id)?$/i,
  issn: /^e?issn$/i,
  isbn: /^isbn$/i,
  url: /^(?:url|link|web ?site|address|لینک)$/i,
  language: /^(?:lang(?:uage)?|زبان)$/i,
  keywords: /^(?:(?:author )?key ?words|کلید ?واژه(?:‌?ها)?|کلمات کلیدی)$/i,
  abstract: /^(?:abstract|summary|چکیده)$/i,
  funding: /^(?:funding|funders?|grants?)$/i,
};

/** `Karimi, Sara; Müller, Jan`, `Karimi, Sara and Müller, Jan`, or one name a line. Commas divide only names without them: `S. Karimi, J. Müller`. */
const addAuthors: FieldReader = (record, field) => {
  const byComma = /[;؛\n]/.test(field.value) || splitList(field.value, /[,،]/).some((name) => !/[ \u00a0]/.test(name));
  const byAnd = !/[;؛\n]/.test(field.value) && / and /.test(field.value) && byComma;
  addNames('authors', byAnd ? / and / : byComma ? /[;؛\n]/ : /[,،]\s*/)(record, field);
};

const targets: Readonly<Record<SpreadsheetColumn, FieldTarget>> = {
  authors: addAuthors,
  editors: addNames('editors'),
  affiliations: addAddresses(/[;\n]/),
  title: 'title',
  type: 'kind',
  published: 'published',
  journal: 'container',
  volume: 'volume',
  issue: 'issue',
  pages: 'pageRange',
  publisher: 'publisher',
  place: 'place',
  doi: 'doi',
  pmid: 'pmid',
  pmcid: 'pmcid',
  issn: 'serial',
  isbn: 'serial',
  url: addWebAddress,
  language: 'language',
  keywords: addKeywords(/[;؛،,\n]/),
  abstract: addAbstract,
  funding: addFunding,
};

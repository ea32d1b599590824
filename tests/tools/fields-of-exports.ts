/**
 * Says of each export in a folder which records and which of their fields an import takes, reports or loses:
 *
 *     node tests/tools/fields-of-exports.ts FOLDER [--lost]
 *
 * A field is taken when each of its words is in a file that the import writes, and reported when the others are in the report.
 * Words that a program writes in another form, such as months and languages, are compared in that form.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readBibtex } from '../../src/formats/bibtex/bibtex-syntax.ts';
import { textsInXml } from '../../src/formats/fields/report-rest.ts';
import { readRows, findColumns } from '../../src/formats/fields/read-rows.ts';
import { latexToPlain } from '../../src/formats/latex/read-latex.ts';
import { readLanguage } from '../../src/formats/record/foreign-language.ts';
import { readXml } from '../../src/formats/record/read-xml.ts';
import { readLines } from '../../src/formats/record/read-lines.ts';
import { importPublications } from '../../src/import/import-publications.ts';
import { decodeText } from '../../src/import/read/decode-text.ts';
import { readSource } from '../../src/import/read/read-source.ts';

interface Field {
  readonly name: string;
  readonly line: number;
  readonly value: string;
}

interface Counts {
  fields: number;
  taken: number;
  reported: number;
  refused: number;
  lost: number;
}

function sum(a: Counts | undefined, b: Counts): Counts {
  if (!a) return { ...b };
  return {
    fields: a.fields + b.fields,
    taken: a.taken + b.taken,
    reported: a.reported + b.reported,
    refused: a.refused + b.refused,
    lost: a.lost + b.lost,
  };
}

function filesIn(where: string): readonly string[] {
  if (!statSync(where).isDirectory()) return [where];
  return readdirSync(where)
    .sort()
    .filter((name) => !/\.(?:tsv|jsonl\.gz)$/.test(name))
    .flatMap((name) => filesIn(path.join(where, name)));
}

/** The fields of a source, as it writes them. */
function fieldsOf(text: string, format: string): readonly Field[] {
  if (format === 'BibTeX' || format === 'BibLaTeX')
    return readBibtex(text).entries.flatMap(({ line, fields }) =>
      fields.map(({ name, source }) => ({
        name,
        line,
        value: /^(?:url|doi|file|pdf|eprint)/.test(name) ? source : latexToPlain(source),
      })),
    );
  if (/XML|RDF|MODS/.test(format))
    return readXml(text, recordElements)
      .elements.flatMap((element) => textsInXml(element, new Set()))
      .map(({ name, value, line = 0 }) => ({ name, value, line }));
  if (/CSV|tab-delimited/.test(format))
    return readRows(text, findColumns(text)?.delimiter).rows.flatMap(({ fields, line }) =>
      fields.map(({ name, value }) => ({ name, value, line })),
    );
  return taggedFields(text, format === 'Web of Science' || format === 'Ovid' ? spacedTag : tag);
}

const recordElements = ['PubmedArticle', 'PubmedBookArticle', 'record', 'article', 'rdf:Description', 'mods', 'entry'];

/** Fields on lines that begin with a tag, or with the name of a field; other lines continue the field before. */
function taggedFields(text: string, pattern: RegExp): readonly Field[] {
  const fields: { name: string; line: number; value: string }[] = [];
  for (const [index, line] of readLines(text).entries()) {
    const [, name, value = ''] = pattern.exec(line) ?? [];
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ name: name.trim(), line: index + 1, value });
    else if (last) last.value += ` ${line.trim()}`;
  }
  return fields.filter(({ name }) => !aboutFile.has(name));
}

const tag = /^\uFEFF?((?:[A-Z][A-Z0-9]{1,3}(?= {0,2}-))|%\S)(?: {0,2}-)? ?(.*)$/;
const spacedTag = /^\uFEFF?([A-Z][A-Z0-9](?= |$)|[A-Z][A-Za-z ]+$|<\d+>)(.*)$/;
/** What says where a record begins, of which type it is, and who made the file. */
const aboutFile = new Set('FN VR ER EF TY PT OWN STAT %0'.split(' '));

/** What a value means, where an import writes it in another form. */
function meaning({ name, value }: Field): string {
  if (/^(?:LA|%G|LG|language|langid)$|\/language(?:\/style)?$/i.test(name))
    return readLanguage(value.trim()) === undefined ? value : '';
  if (/Initials$|\/ref-type$/.test(name)) return '';
  return value
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/(?<![\p{L}\p{N}])\p{L}{3,9}(?![\p{L}\p{N}])/gu, (word) => {
      const month = months.findIndex((name) => name === word.toLowerCase() || name.slice(0, 3) === word.toLowerCase());
      return month < 0 ? word : String(month + 1);
    });
}

const months = 'january february march april may june july august september october november december'.split(' ');
const notWords = new Set('and http https dx doi org www undefined electronic linking print'.split(' '));

const wordsOf = (text: string): readonly string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^0+(?=[1-9])/, ''));

const fold = (text: string): string =>
  text
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200f]/gu, '')
    .toLowerCase();

/** Tells whether a word is in a text: alone, or together with others, as `BA` is in `B. A.`, and `0751` in `17460751`. */
function toWords(text: string): (word: string) => boolean {
  const plain = text.replace(/\\(.)/g, '$1');
  const words = new Set([...wordsOf(plain), ...wordsOf(plain.replace(/[~^$*_]/g, ''))]);
  const together = fold(plain).replace(/[^\p{L}\p{N}]+/gu, '');
  const known = new Map<string, boolean>();
  return (word) => {
    if (words.has(word)) return true;
    const found = known.get(word) ?? (word.length > 1 && together.includes(word));
    known.set(word, found);
    return found;
  };
}

const [folder, showLost] = process.argv.slice(2);
if (folder === undefined) throw new Error('name a folder of exports');

const total = new Map<string, Counts>();
console.log('file | format | records | written | refused | fields | taken | reported | lost');
for (const file of filesIn(folder)) {
  const bytes = new Uint8Array(readFileSync(file));
  const found = readSource(path.basename(file), bytes);
  const source = 'source' in found ? found : undefined;
  const text = decodeText(bytes)?.text ?? '';
  const written: string[] = [];
  const report = importPublications(
    source ? [source] : [],
    { publications: [], people: [], units: [], journals: [], takenSlugs: new Set(), locale: 'en' },
    { update: new Set(), today: '2026-01-01', proposePeople: false, place: 'terminal' },
    { write: (_, content) => written.push(content), progress: () => undefined },
  );
  const refused = report.records.filter(({ outcome }) => outcome === 'refused');
  const taken = toWords(written.join('\n'));
  const said = toWords(
    [
      ...report.records.flatMap(({ unplaced, different }) => [
        ...unplaced.map(({ value }) => value),
        ...different.map((one) => one.source),
      ]),
      ...(source?.problems ?? []).map(({ message }) => message),
    ].join('\n'),
  );
  const whole = refused.length > 0 ? toWords(JSON.stringify(source?.records)) : toWords('');
  const counts: Counts = { fields: 0, taken: 0, reported: 0, refused: 0, lost: 0 };
  for (const field of source?.format === undefined ? [] : fieldsOf(text, source.format)) {
    const words = wordsOf(meaning(field)).filter((word) => !notWords.has(word));
    if (words.length === 0) continue;
    counts.fields++;
    const left = words.filter((word) => !taken(word));
    const lost = left.filter((word) => !said(word));
    if (left.length === 0) counts.taken++;
    else if (lost.length === 0) counts.reported++;
    else if (lost.every(whole)) counts.refused++;
    else {
      counts.lost++;
      if (showLost !== undefined)
        console.log(
          `  lost  ${file}:${field.line} ${field.name} [${lost.slice(0, 8).join(' ')}] ${field.value.slice(0, 100)}`,
        );
    }
  }
  const format = source?.format ?? 'not recognised';
  total.set(format, sum(total.get(format), counts));
  const row = [
    report.records.length - refused.length,
    refused.length,
    counts.fields,
    counts.taken,
    counts.reported,
    counts.refused,
    counts.lost,
  ];
  console.log([path.relative(folder, file), format, source?.records.length ?? 0, ...row].join(' | '));
  for (const { line, title, reason } of refused)
    console.log(`    refused  line ${line}  ${title.slice(0, 50)}  ${reason ?? ''}`);
  for (const { name, message } of source?.problems ?? []) console.log(`    ${name}  ${message.slice(0, 110)}`);
}
console.log('\nformat | fields | taken | reported | in refused records | lost');
for (const [format, { fields, ...counts }] of total)
  console.log(
    [
      format,
      fields,
      ...Object.values(counts).map((count) => `${count} (${((100 * count) / fields).toFixed(1)} %)`),
    ].join(' | '),
  );

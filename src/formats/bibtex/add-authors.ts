import { readBibtexAuthors, splitOutside } from './bibtex-authors.ts';
import type { DecodedEntry, DecodedField } from './bibtex-fields.ts';
import type { ForeignProblem } from '../record/foreign-record.ts';
import { latexToPlain } from '../latex/read-latex.ts';
import { scriptLanguage } from '../record/read-note.ts';
import { reportUnplaced, type MutableRecord } from '../record/mutable-record.ts';

/** Adds the authors, and their names in other scripts and ORCID iDs from separate fields. */
export function addAuthors(record: MutableRecord, entry: DecodedEntry, problems: ForeignProblem[]): void {
  for (const field of entry.fields.filter(({ name }) => name === 'author')) {
    const { authors, others, numbers } = readBibtexAuthors(field.source);
    if (record.authors.length > 0) {
      reportUnplaced(record, field, 'second value');
      continue;
    }
    for (const author of authors) record.authors.push(author);
    for (const value of numbers) reportUnplaced(record, { ...field, value }, 'database');
    if (others)
      problems.push({
        severity: 'warning',
        name: 'authors-incomplete',
        line: field.line,
        message: 'the list of authors ends in "and others", so not all authors are known',
        hint: 'add the other authors by hand',
      });
  }
  addOrcids(record, entry);
  const native = entry.fields.find(({ name }) => name === 'nativeauthor');
  if (native) addNativeNames(record, native);
}

/** Adds the names in other scripts, which are in the order of the authors. */
function addNativeNames(record: MutableRecord, native: DecodedField): void {
  const names = splitOutside(native.source, 'and');
  const several = (name: string): boolean => !/^\s*\{/.test(name) && readBibtexAuthors(name).authors.length > 1;
  if (names.length !== record.authors.length || names.some(several)) {
    reportUnplaced(record, native, 'unreadable');
    return;
  }
  for (const [index, name] of names.entries()) {
    const author = record.authors[index];
    if (!author) continue;
    const braced = /^\s*\{/.test(name);
    const whole = braced ? latexToPlain(name) : (readBibtexAuthors(name).authors[0]?.name ?? '');
    const forms = braced ? whole.split(' / ').map((form) => form.trim()) : [whole];
    const others = forms.filter((form) => form !== '' && form !== author.name);
    if (others.length > 0)
      record.authors[index] = {
        ...author,
        native: Object.fromEntries(others.map((form) => [scriptLanguage(form), form])),
      };
  }
}

/** Adds ORCID iDs from `author+an:orcid = {1="0000-…"; 2="…"}` of biblatex. */
function addOrcids(record: MutableRecord, entry: DecodedEntry): void {
  for (const field of entry.fields.filter(({ name }) => /^author\+an/.test(name))) {
    const marks = [...field.source.matchAll(/(?<!\d)(\d+)\s*=\s*"([^"]*)"/g)];
    if (!field.name.endsWith(':orcid') || marks.length === 0) reportUnplaced(record, field, 'no place');
    else
      for (const [, number, orcid = ''] of marks) {
        const author = record.authors[Number(number) - 1];
        if (author) record.authors[Number(number) - 1] = { ...author, orcid };
      }
  }
}

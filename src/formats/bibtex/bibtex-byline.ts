import { readBibtexAuthors, splitOutside } from './bibtex-authors.ts';
import { plainField } from './bibtex-fields.ts';
import type { ForeignProblem } from '../record/foreign-record.ts';
import type { BibtexEntry, BibtexField } from './bibtex-syntax.ts';
import { latexToPlain } from '../latex/read-latex.ts';
import { scriptLanguage } from '../record/read-note.ts';
import { reportUnplaced, type RecordSketch } from '../record/record-sketch.ts';

/** The authors, their names in other scripts and their ORCID iDs, which stand in fields of their own. */
export function placeByline(sketch: RecordSketch, entry: BibtexEntry, problems: ForeignProblem[]): void {
  for (const field of entry.fields.filter(({ name }) => name === 'author')) {
    const { authors, others } = readBibtexAuthors(field.source);
    if (sketch.authors.length > 0) {
      reportUnplaced(sketch, plainField(field), 'second value');
      continue;
    }
    for (const author of authors) sketch.authors.push(author);
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
  if (native) placeNativeNames(sketch, native);
}

/** The names in other scripts, in the order of the authors. */
function placeNativeNames(sketch: RecordSketch, native: BibtexField): void {
  const names = splitOutside(native.source, /\s+and(?=\s)/iy);
  if (names.length !== sketch.authors.length) {
    reportUnplaced(sketch, plainField(native), 'unreadable');
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
    if (!field.name.endsWith(':orcid') || marks.length === 0) reportUnplaced(sketch, plainField(field), 'no place');
    else
      for (const [, number, orcid = ''] of marks) {
        const author = sketch.authors[Number(number) - 1];
        if (author) sketch.authors[Number(number) - 1] = { ...author, orcid };
      }
  }
}

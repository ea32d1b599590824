import { parseIsbn } from '../../domain/identifiers/isbn.ts';
import { reportUnplaced, place, type RecordSketch, type SourceField } from './record-sketch.ts';

/** ISSNs and ISBNs, several in one field and marked as print or electronic as they may be. */
export function placeNumbers(sketch: RecordSketch, fields: readonly SourceField[], book = false): void {
  for (const field of fields) {
    const isbns = field.value.match(isbnLike) ?? [];
    const rest = field.value.replace(isbnLike, ' ');
    const issns = [...rest.matchAll(issnLike)];
    if (isbns.length === 0 && issns.length === 0) {
      reportUnplaced(sketch, field, 'unreadable');
      continue;
    }
    for (const isbn of isbns) {
      const digits = isbn.replace(/[^\dX]/gi, '').toUpperCase();
      const parsed = parseIsbn(/\s/.test(isbn.trim()) ? isbn.trim().replace(/\s+/g, '-') : isbn.trim());
      const value = parsed.ok ? parsed.value : digits;
      if (sketch.isbn === undefined || sketch.isbn.replace(/-/g, '') !== digits)
        place(sketch, 'isbn', { ...field, value });
    }
    for (const [, first = '', second = '', mark = ''] of issns) {
      const value = `${first}-${second.toUpperCase()}`;
      if (value === sketch.issn || value === sketch.eissn) continue;
      if (/^e|online/i.test(mark)) place(sketch, 'eissn', { ...field, value });
      else if (sketch.issn === undefined) sketch.issn = value;
      else place(sketch, 'eissn', { ...field, value });
    }
    const words = rest
      .replace(issnLike, ' ')
      .replace(/\((?:print|electronic|linking|online|ed)\)/gi, ' ')
      .replace(/\b(?:e-?|p-?)?ISS?BN\b|\bISSN\b|[^\p{L}\d]+/giu, ' ')
      .trim();
    if (words !== '' && !book) reportUnplaced(sketch, { ...field, value: words }, 'no place');
  }
}

const isbnLike = /(?<![\d-])(?:97[89][- ]?(?:\d[- ]?){9}\d|(?:\d[- ]?){9}[\dXx])(?![\d-])/g;
const issnLike = /(?<![\d-])(\d{4})[-‐‑–]?(\d{3}[\dXx])(?![\d-])(?:\s*\((print|electronic|online|linking)\))?/gi;

import { parseIsbn } from '../../domain/identifiers/isbn.ts';
import { westernDigits } from '../../domain/text/western-digits.ts';
import { reportUnplaced, setText, type MutableRecord, type SourceField } from './mutable-record.ts';

/** Sets ISSNs and ISBNs. A field may hold several, with or without marks such as `(print)`. */
export function addSerialNumbers(record: MutableRecord, fields: readonly SourceField[], book = false): void {
  for (const written of fields) {
    const field = { ...written, value: westernDigits(written.value) };
    const isbns = field.value.match(isbnLike) ?? [];
    const rest = field.value.replace(isbnLike, ' ');
    const issns = [...rest.matchAll(issnLike)];
    if (isbns.length === 0 && issns.length === 0) {
      reportUnplaced(record, field, 'unreadable');
      continue;
    }
    for (const isbn of isbns) {
      const digits = isbn.replace(/[^\dX]/gi, '').toUpperCase();
      const parsed = parseIsbn(/\s/.test(isbn.trim()) ? isbn.trim().replace(/\s+/g, '-') : isbn.trim());
      const value = parsed.ok ? parsed.value : digits;
      if (record.isbn === undefined || record.isbn.replace(/-/g, '') !== digits)
        setText(record, 'isbn', { ...field, value });
    }
    for (const [, first = '', second = '', mark = ''] of issns) {
      const value = `${first}-${second.toUpperCase()}`;
      if (value === record.issn || value === record.eissn) continue;
      if (/^e|online/i.test(mark)) setText(record, 'eissn', { ...field, value });
      else if (record.issn === undefined) record.issn = value;
      else setText(record, 'eissn', { ...field, value });
    }
    const words = rest
      .replace(issnLike, ' ')
      .replace(/\((?:print|electronic|linking|online|ed)\)/gi, ' ')
      .replace(/\b(?:e-?|p-?)?ISS?BN\b|\bISSN\b|[^\p{L}\d]+/giu, ' ')
      .trim();
    if (words !== '' && !book) reportUnplaced(record, { ...field, value: words }, 'no place');
  }
}

const isbnLike = /(?<![\d-])(?:97[89][- ]?(?:\d[- ]?){9}\d|(?:\d[- ]?){9}[\dXx])(?![\d-])/g;
const issnLike = /(?<![\d-])(\d{4})[-‐‑–]?(\d{3}[\dXx])(?![\d-])(?:\s*\((print|electronic|online|linking)\))?/gi;

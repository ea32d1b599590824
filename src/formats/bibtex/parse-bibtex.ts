import type { ForeignProblem, ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { readBibtexEntry } from './bibtex-entry.ts';
import { readBibtex, type BibtexEntry, type BibtexField } from './bibtex-syntax.ts';

/**
 * Parses BibTeX and biblatex. An entry inherits missing fields from the entries in its `crossref` or `xdata`.
 *
 * Not by Citation.js: it refuses a whole file over one malformed entry, and reports neither the line of a field nor the
 * commands that it does not know. It is the second reader of our own files, and a second reader must not be ours.
 */
export function parseBibtex(text: string): ParsedRecords {
  const { entries, problems: found } = readBibtex(text.replace(/^\uFEFF/, ''));
  const byKey = new Map([...entries].reverse().map((entry) => [entry.key.toLowerCase(), entry]));
  const problems: ForeignProblem[] = [...found];
  const records: ForeignRecord[] = [];
  for (const entry of entries) {
    if (entry.type === 'xdata' || entry.type === 'set') continue;
    records.push(readBibtexEntry({ ...entry, fields: inherit(entry, byKey, problems) }, problems));
  }
  return { records, problems };
}

function inherit(
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
  problems: ForeignProblem[],
): readonly BibtexField[] {
  const fields = [...entry.fields];
  for (const reference of entry.fields.filter(({ name }) => name === 'crossref' || name === 'xdata')) {
    for (const key of reference.source.split(',').map((name) => name.trim())) {
      const parent = byKey.get(key.toLowerCase());
      if (!parent) {
        problems.push({
          severity: 'warning',
          name: 'unknown-crossref',
          line: reference.line,
          message: `${reference.name} names ${key}, but this file has no such entry, so its fields are missing`,
          hint: 'export both entries into one file',
        });
        continue;
      }
      if (parent === entry) continue;
      for (const field of parent.fields) {
        const name = reference.name === 'xdata' ? field.name : inheritedName(entry.type, field.name);
        if (name !== undefined && !fields.some((own) => own.name === name)) fields.push({ ...field, name });
      }
    }
  }
  return fields.filter(({ name }) => name !== 'crossref' && name !== 'xdata');
}

/** Name in the child of a field of the parent (biblatex, appendix B); undefined if it is not inherited. */
function inheritedName(type: string, name: string): string | undefined {
  const parts = /^in|^suppbook$|^bookinbook$/.test(type);
  if (/^(?:title|subtitle|titleaddon)$/.test(name)) {
    if (parts) return `book${name}`;
    return type === 'article' && name !== 'titleaddon' ? `journal${name}` : undefined;
  }
  if (
    /^(?:crossref|xdata|xref|key|ids|options|label|shorttitle|sorttitle|author\+an|groups|file|abstract|note)/.test(
      name,
    )
  )
    return undefined;
  // The authors of a book are not the authors of its parts.
  return name === 'author' && !/^inbook$/.test(type) ? undefined : name === 'author' ? 'bookauthor' : name;
}

import { parseArxiv } from '../../domain/identifiers/arxiv.ts';
import { parseDoi } from '../../domain/identifiers/doi.ts';
import { parseHandle } from '../../domain/identifiers/handle.ts';
import { parseIsbn } from '../../domain/identifiers/isbn.ts';
import { parseIssn } from '../../domain/identifiers/issn.ts';
import { parseMesh } from '../../domain/identifiers/mesh.ts';
import { parseOrcid } from '../../domain/identifiers/orcid.ts';
import { parsePmcid, parsePmid } from '../../domain/identifiers/pubmed.ts';
import { parseRor } from '../../domain/identifiers/ror.ts';
import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import { parsePartialDate } from '../../domain/dates/partial-date.ts';
import type { Parsed } from '../../domain/problems/problem.ts';
import { closest, foldFieldName } from '../../domain/problems/suggestion.ts';
import type { ContentKind } from '../../domain/institute/content-kind.ts';
import { fieldName } from '../../schemas/explain-issue.ts';
import { hasBody } from '../../schemas/file-schemas.ts';
import { journalSchema, personSchema, topicSchema, unitSchema } from '../../schemas/institute.ts';
import { publicationSchema } from '../../schemas/publication.ts';
import { fieldsAt } from '../../schemas/schema-shape.ts';
import { renamedFields, type RenamedFields } from '../../schemas/renamed-fields.ts';
import { parseDoiOrSlug } from '../../domain/identifiers/doi-or-slug.ts';
import { parseLicense } from '../../domain/publication/license.ts';
import { parsePages } from '../../domain/publication/page-range.ts';
import { editFile } from './edit-file.ts';
import { isReadList, isReadMap, type Edit, type Path, type ReadValue } from './edit.ts';

import { parseYaml, readFields, splitFile } from './yaml-file.ts';

export interface Fix {
  /** Path such as `authors[2].orcid`, or the misspelt key. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Repairs values whose meaning is clear: identifiers written as addresses or with labels, dashes between pages, and
 * misspelt and former names of fields. All other bytes stay the same. `renamed`: present names by the former ones.
 */
export function fixFile(
  text: string,
  kind: Exclude<ContentKind, 'pages'> = 'publications',
  renamed: RenamedFields = renamedFields[kind] ?? {},
): { readonly text: string; readonly fixes: readonly Fix[] } {
  const file = splitFile(text, hasBody(kind));
  const document = file && parseYaml(file.yaml);
  const fields = document && readFields(document);
  if (!fields) return { text, fixes: [] };
  const found: (Fix & { readonly edit: Edit })[] = [];
  const visit = (
    map: Readonly<Record<string, ReadValue>>,
    path: Path,
    known: readonly string[],
    parsers: Parsers,
    former: RenamedFields = {},
  ): void => {
    for (const [written, value] of Object.entries(map)) {
      const near = known.includes(written)
        ? written
        : Object.hasOwn(former, written)
          ? former[written]
          : findMisspelt(written, known);
      const name = near !== undefined && !Object.hasOwn(map, near) ? near : written;
      const own = [...path, written];
      if (name !== written)
        found.push({ field: fieldName(own), from: written, to: name, edit: { type: 'rename', path: own, name } });
      visitValue(value, [...path, name], name, parsers);
    }
  };
  const visitValue = (value: ReadValue, path: Path, name: string, parsers: Parsers): void => {
    const parse = Object.hasOwn(parsers, name) ? parsers[name] : undefined;
    const inner = Object.hasOwn(nested, name) ? nested[name] : undefined;
    if (typeof value === 'string') {
      const to = value.trim() === '' ? undefined : parse?.(value);
      if (to !== undefined && to !== value.trim())
        found.push({ field: fieldName(path), from: value, to, edit: { type: 'set', path, value: to } });
    } else if (isReadList(value)) {
      for (const [index, item] of value.entries())
        if (parse || isReadMap(item)) visitValue(item, [...path, index], name, parsers);
    } else if (inner) visit(value, path, inner.keys, inner.parsers);
  };
  visit(fields, [], fieldNames[kind], topParsers, renamed);
  const all = editFile(
    text,
    kind,
    found.map(({ edit }) => edit),
  );
  if ('text' in all) return { text: all.text, fixes: found.map(toFix) };
  // A value with an anchor, to which aliases refer, is left; the others are repaired.
  let fixed = text;
  const fixes = found.filter(({ edit }) => {
    const edited = editFile(fixed, kind, [edit]);
    if ('text' in edited) fixed = edited.text;
    return 'text' in edited;
  });
  return { text: fixed, fixes: fixes.map(toFix) };
}

const toFix = ({ field, from, to }: Fix): Fix => ({ field, from, to });

/**
 * The known name that is meant; undefined if none is. A short name may differ only in case and hyphens: `issn` is not
 * `isbn`.
 */
function findMisspelt(written: string, known: readonly string[]): string | undefined {
  const near = closest(written, known);
  return near !== undefined && (written.length > 4 || foldFieldName(near) === foldFieldName(written))
    ? near
    : undefined;
}

/**
 * Field name → function that returns the right form of a value; undefined if it is unknown or the value is already
 * right.
 */
type Parsers = Readonly<Record<string, (text: string) => string | undefined>>;

const repairWith =
  (parse: (text: string) => Parsed<unknown>) =>
  (text: string): string | undefined => {
    const read = parse(text.trim());
    return read.ok || read.fault.repaired === undefined || !parse(read.fault.repaired).ok
      ? undefined
      : read.fault.repaired;
  };

const pages = (text: string): string | undefined => {
  const read = parsePages(text);
  if (!read.ok || !/[‐‑‒–—−]|--|\s-|-\s|^pp?\./.test(text)) return undefined;
  return read.value.last === undefined ? read.value.first : `${read.value.first}-${read.value.last}`;
};

const fieldNames: Readonly<Record<Exclude<ContentKind, 'pages'>, readonly string[]>> = {
  publications: Object.keys(publicationSchema.shape),
  people: Object.keys(personSchema.shape),
  units: Object.keys(unitSchema.shape),
  journals: Object.keys(journalSchema.shape),
  topics: Object.keys(topicSchema.shape),
};
const topParsers: Parsers = {
  doi: repairWith(parseDoi),
  pmid: repairWith(parsePmid),
  pmcid: repairWith(parsePmcid),
  arxiv: repairWith(parseArxiv),
  isbn: repairWith(parseIsbn),
  handle: repairWith(parseHandle),
  preferred: repairWith(parseDoiOrSlug),
  orcid: repairWith(parseOrcid),
  ror: repairWith(parseRor),
  license: repairWith(parseLicense),
  mesh: repairWith(parseMesh),
  trials: repairWith(parseTrialRegistration),
  published: repairWith(parsePartialDate),
  issn: repairWith(parseIssn),
  eissn: repairWith(parseIssn),
  pages,
};

/** Names of the fields in a group of the publication's fields, or in an item of a list of groups. */
const keysIn = (...path: Path): readonly string[] => Object.keys(fieldsAt(publicationSchema, path));

const nested: Readonly<Record<string, { readonly keys: readonly string[]; readonly parsers: Parsers }>> = {
  authors: {
    keys: keysIn('authors', 0),
    parsers: { orcid: repairWith(parseOrcid) },
  },
  affiliations: { keys: keysIn('affiliations', 0), parsers: { ror: repairWith(parseRor) } },
  notices: { keys: keysIn('notices', 0), parsers: { doi: repairWith(parseDoi) } },
  versions: {
    keys: keysIn('versions'),
    parsers: { preprint: repairWith(parseDoiOrSlug), published: repairWith(parseDoiOrSlug) },
  },
  funding: { keys: keysIn('funding', 0), parsers: { ror: repairWith(parseRor) } },
};

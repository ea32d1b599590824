import { isMap, isScalar, isSeq, parseDocument, type Node, type Scalar, type YAMLMap } from 'yaml';
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
import { closest } from '../../domain/problems/suggestion.ts';
import type { ContentKind } from '../../domain/institute/content-kind.ts';
import { journalSchema, personSchema, topicSchema, unitSchema } from '../../schemas/institute.ts';
import { publicationSchema } from '../../schemas/publication.ts';
import { renamedFields, type RenamedFields } from '../../schemas/renamed-fields.ts';
import { parseDoiOrSlug } from '../../domain/identifiers/doi-or-slug.ts';
import { parseLicense } from '../../domain/publication/license.ts';
import { parsePages } from '../../domain/publication/page-range.ts';
import { writeScalar } from './write-mdx.ts';

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
  const isMdx = kind === 'publications';
  const opening = isMdx ? /^---[ \t]*\r?\n/.exec(text)?.[0].length : 0;
  const closing =
    opening === undefined ? undefined : isMdx ? /^---[ \t]*$/m.exec(text.slice(opening))?.index : text.length;
  if (opening === undefined || closing === undefined) return { text, fixes: [] };
  const yaml = text.slice(opening, opening + closing);
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return { text, fixes: [] };
  const changes: (Fix & { readonly start: number; readonly end: number; readonly written: string })[] = [];
  const change = (field: string, node: Scalar, to: string, key = false): void => {
    const [start, end] = node.range ?? [0, 0];
    changes.push({
      field,
      from: String(node.value),
      to,
      start: opening + start,
      end: opening + end,
      written: key ? to : writeScalar(to),
    });
  };
  const visit = (
    map: YAMLMap,
    path: string,
    known: readonly string[],
    parsers: Parsers,
    former: RenamedFields = {},
  ): void => {
    const present = map.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue;
      const written = String(key.value);
      const near = known.includes(written)
        ? written
        : Object.hasOwn(former, written)
          ? former[written]
          : findMisspelt(written, known);
      const name = near !== undefined && (near === written || !present.includes(near)) ? near : written;
      if (name !== written) change(`${path}${written}`, key, name, true);
      visitValue(value as Node | null, `${path}${name}`, name, parsers);
    }
  };
  const visitValue = (node: Node | null, path: string, name: string, parsers: Parsers): void => {
    const parse = Object.hasOwn(parsers, name) ? parsers[name] : undefined;
    if (parse && isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') {
      const to = parse(node.value);
      if (to !== undefined && to !== node.value.trim()) change(path, node, to);
    } else if (parse && isSeq(node)) {
      for (const [index, item] of node.items.entries())
        visitValue(item as Node, `${path}[${index + 1}]`, name, parsers);
    } else if (isSeq(node) && Object.hasOwn(nested, name))
      for (const [index, item] of node.items.entries()) {
        if (isMap(item)) visit(item, `${path}[${index + 1}].`, nested[name]?.keys ?? [], nested[name]?.parsers ?? {});
      }
    else if (isMap(node) && Object.hasOwn(nested, name))
      visit(node, `${path}.`, nested[name]?.keys ?? [], nested[name]?.parsers ?? {});
  };
  visit(document.contents, '', fieldNames[kind], topParsers, renamed);
  const fixed = [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end, written }) => whole.slice(0, start) + written + whole.slice(end), text);
  return { text: fixed, fixes: changes.map(({ field, from, to }) => ({ field, from, to })) };
}

/**
 * The known name that is meant; undefined if none is. A short name may differ only in case and hyphens: `issn` is not
 * `isbn`.
 */
function findMisspelt(written: string, known: readonly string[]): string | undefined {
  const near = closest(written, known);
  const fold = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '');
  return near !== undefined && (written.length > 4 || fold(near) === fold(written)) ? near : undefined;
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

const nested: Readonly<Record<string, { readonly keys: readonly string[]; readonly parsers: Parsers }>> = {
  authors: {
    keys: ['name', 'group', 'affiliations', 'orcid', 'person', 'corresponding', 'equal', 'roles', 'native'],
    parsers: { orcid: repairWith(parseOrcid) },
  },
  affiliations: { keys: ['name', 'ror', 'unit', 'country'], parsers: { ror: repairWith(parseRor) } },
  notices: { keys: ['type', 'date', 'doi', 'url', 'reason'], parsers: { doi: repairWith(parseDoi) } },
  versions: {
    keys: ['preprint', 'published'],
    parsers: { preprint: repairWith(parseDoiOrSlug), published: repairWith(parseDoiOrSlug) },
  },
  funding: { keys: ['funder', 'ror', 'award'], parsers: { ror: repairWith(parseRor) } },
};

import { invalid, type Fault, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { parseOrRepair } from '../problems/parse-or-repair.ts';
import { parseDoi } from './doi.ts';
import { parseIssn } from './issn.ts';
import { parseOrcid } from './orcid.ts';
import { parsePmid } from './pubmed.ts';
import { parseRor } from './ror.ts';

/** One publication, or what to search services for. */
export interface SourceQuery {
  readonly kind: SourceKind;
  readonly value: string;
}

export type SourceKind = (typeof sourceKinds)[number];

const sourceKinds = ['doi', 'pmid', 'orcid', 'ror', 'issn', 'affiliation', 'europepmc'] as const;

/**
 * Parses `doi:10.…`, `pmid:…`, `orcid:…`, `ror:…`, `issn:…`, `affiliation:"Example Institute"` or `europepmc:"query"`, or
 * the address of an identifier.
 */
export function parseSourceQuery(text: string): Parsed<SourceQuery> {
  const written = text.trim().replace(/[,;]$/, '');
  for (const [kind, pattern, parse] of identifiers) {
    if (!pattern.test(written)) continue;
    const bare = written.replace(new RegExp(`^${kind}:\\s*`, 'i'), '');
    const value = parseOrRepair(parse, bare);
    if (value !== undefined) return { ok: true, value: { kind, value } };
    const read = parse(bare);
    return read.ok ? unknown(text) : { ok: false, fault: withoutRepair(read.fault) };
  }
  const [, name = '', rest = ''] = /^(affiliation|europepmc):(.*)$/is.exec(written) ?? [];
  const kind = sourceKinds.find((one) => one === name.toLowerCase());
  const value = rest
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return kind === undefined || value.length < 4 ? unknown(text) : { ok: true, value: { kind, value } };
}

/** As it is written: `ror:01c4pz451`, `affiliation:"Example Institute"`. */
export const formatSourceQuery = ({ kind, value }: SourceQuery): string =>
  kind === 'affiliation' || kind === 'europepmc' ? `${kind}:"${value}"` : `${kind}:${value}`;

const unknown = (text: string): Parsed<never> =>
  invalid(
    'unknown-source',
    `${quote(text)} names nothing that can be looked for`,
    `write ${sourceKinds.slice(0, -2).join(':…, ')}:…, affiliation:"Example Institute" or europepmc:"query"`,
  );

/** The repair of a part is no repair of the whole. */
const withoutRepair = ({ name, message, hint }: Fault): Fault => ({ name, message, hint });

const identifiers: readonly (readonly [SourceKind, RegExp, (text: string) => Parsed<string>])[] = [
  ['doi', /^doi:|^https?:\/\/(?:dx\.)?doi\.org\/|^10\.\d{4,9}\/\S/i, parseDoi],
  ['pmid', /^pmid:|^https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\//i, parsePmid],
  ['orcid', /^orcid:|^https?:\/\/orcid\.org\//i, parseOrcid],
  ['ror', /^ror:|^https?:\/\/ror\.org\//i, parseRor],
  ['issn', /^issn:/i, parseIssn],
];

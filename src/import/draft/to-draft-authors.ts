import { parseOrcid } from '../../domain/identifiers/orcid.ts';
import { parseRor } from '../../domain/identifiers/ror.ts';
import { mailAddress } from '../../domain/people/mail-address.ts';
import { parsePersonName } from '../../domain/people/person-name.ts';
import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { withoutUnsafeCharacters } from '../../domain/text/unsafe-characters.ts';
import type { DraftValue } from './draft.ts';
import type {
  ForeignAffiliation,
  ForeignAuthor,
  ForeignField,
  ForeignRecord,
} from '../../formats/record/foreign-record.ts';
import { isPlaceholder, splitEtAl } from '../../formats/record/placeholder.ts';
import { parseOrRepair } from '../../domain/problems/parse-or-repair.ts';

/**
 * Converts authors and affiliations to values of a content file. Mail addresses are removed, because they would be
 * published.
 */
export function toDraftAuthors(
  record: ForeignRecord,
  findUnit: (affiliation: string) => string | undefined,
): {
  readonly authors: readonly DraftValue[];
  readonly editors: readonly DraftValue[];
  readonly translators: readonly DraftValue[];
  readonly seriesEditors: readonly DraftValue[];
  readonly advisors: readonly DraftValue[];
  readonly affiliations: readonly DraftValue[];
  readonly unplaced: readonly ForeignField[];
} {
  const unplaced: ForeignField[] = [];
  const report = (name: string, value: string, reason: ForeignField['reason']): number =>
    unplaced.push({ name, value, line: record.line, reason });
  // A record without authors gets its editors as authors.
  const usesEditors = record.authors.length === 0;
  const named = (usesEditors ? record.editors : record.authors).flatMap((author) => {
    const { name, etAl } = splitEtAl(author.name);
    if (etAl !== undefined) report('author', etAl, 'placeholder');
    // `[Anonymous]` of Web of Science, `[No authors listed]` of PubMed, `null null` of programs.
    const isMissing = (/^\[.*\]$/.test(name) && isPlaceholder(name)) || /^null,? null$/.test(name);
    if (isMissing) report('author', name, 'placeholder');
    const written = isMissing ? undefined : toDraftName({ ...author, name }, report);
    return written ? [{ author, written }] : [];
  });
  if (usesEditors && named.length > 0)
    report('authors', 'the record has no authors: its editors are used as authors', 'unreadable');
  const { affiliations, numberOf } = cleanAffiliations(record.affiliations, report);
  const toEntry = (author: ForeignAuthor, written: DraftName): DraftValue => {
    const orcid = author.orcid === undefined ? undefined : parseOrRepair(parseOrcid, author.orcid);
    if (author.orcid !== undefined && orcid === undefined) report('orcid', author.orcid, 'unreadable');
    const numbers = [...new Set(author.affiliations.flatMap((number) => numberOf(number) ?? []))];
    const rest = {
      ...(numbers.length > 0 ? { affiliations: numbers } : {}),
      ...(orcid === undefined ? {} : { orcid }),
      ...(author.corresponding ? { corresponding: true } : {}),
      ...(author.equal ? { equal: true } : {}),
      ...(author.native ? { native: author.native } : {}),
    };
    return Object.keys(rest).length === 0 && 'name' in written ? written.name : { ...written, ...rest };
  };
  const others = (list: readonly ForeignAuthor[]): readonly DraftValue[] =>
    list.flatMap((author) => {
      const written = toDraftName(author, report);
      return written ? [toEntry(author, written)] : [];
    });
  return {
    authors: named.map(({ author, written }) => toEntry(author, written)),
    editors: usesEditors ? [] : others(record.editors),
    translators: others(record.translators),
    seriesEditors: others(record.seriesEditors),
    advisors: record.advisors.flatMap(({ name, group, orcid }) => {
      // The advisors of a thesis are only names.
      if (orcid !== undefined) report('advisor', `${name}: ${orcid}`, 'no place');
      return others([{ name, group, affiliations: [] }]);
    }),
    affiliations: affiliations.map(({ name, ror }) => {
      const unit = findUnit(name);
      if (ror === undefined && unit === undefined) return name;
      return { name, ...(ror === undefined ? {} : { ror }), ...(unit === undefined ? {} : { unit }) };
    }),
    unplaced,
  };
}

type DraftName = { readonly name: string } | { readonly group: string };

/** `{ name }` or `{ group }`, without a degree in the name; undefined for an empty name. */
function toDraftName(
  author: ForeignAuthor,
  report: (name: string, value: string, reason: ForeignField['reason']) => number,
): DraftName | undefined {
  const written = withoutUnsafeCharacters(author.name.replace(/\s+/g, ' ')).trim();
  if (written === '' || written === ',') return undefined;
  if (author.group) return { group: trimEndOf(written, /[,; ]/) };
  const spaced = written.replace(/ ?([,،]) ?/g, '$1 ');
  const read = parsePersonName(spaced);
  if (read.ok) return { name: spaced };
  const meant = read.fault.repaired;
  if (meant !== undefined && parsePersonName(meant).ok) {
    report('author', written, 'unreadable');
    return { name: meant };
  }
  // A text that is not the name of one person is kept as printed.
  report('author', `${written} (kept as a group)`, 'unreadable');
  return { group: trimEndOf(written, /[,; ]/) };
}

/**
 * Cleans affiliations: one line each, without mail addresses, without duplicates. `numberOf` maps old 1-based numbers
 * to new ones.
 */
function cleanAffiliations(
  found: readonly ForeignAffiliation[],
  report: (name: string, value: string, reason: ForeignField['reason']) => number,
): { readonly affiliations: readonly ForeignAffiliation[]; readonly numberOf: (number: number) => number | undefined } {
  const affiliations: ForeignAffiliation[] = [];
  const numbers = found.map(({ name, ror: written }) => {
    const mails = name.match(mailAddress) ?? [];
    for (const address of mails) report('mail address', address, 'database');
    const line = withoutUnsafeCharacters(name.replace(mailAddress, ' '))
      .replace(/\s+/g, ' ')
      .replace(/ ?(?:Electronic address|E-?mail(?: address)?) ?: ?(?=[.;,]? ?$)/i, ' ')
      .replace(/ {1,2}([.,;])/g, '$1');
    const clean = trimEndOf(line, /[\s.;,]/).trim();
    if (!/\p{L}/u.test(clean)) {
      if (clean !== '') report('affiliation', clean, 'unreadable');
      return undefined;
    }
    const ror = written === undefined ? undefined : parseOrRepair(parseRor, written);
    if (written !== undefined && ror === undefined) report('ror', written, 'unreadable');
    const known = affiliations.findIndex((one) => one.name === clean);
    return known >= 0 ? known + 1 : affiliations.push({ name: clean, ...(ror === undefined ? {} : { ror }) });
  });
  return { affiliations, numberOf: (number) => numbers[number - 1] };
}

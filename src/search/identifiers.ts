import { westernDigits } from '../domain/text/western-digits.ts';
import { percentDecode } from '../domain/text/percent-encoding.ts';

/**
 * Key of a DOI, PMID, PMCID, ORCID iD, arXiv id or trial number. The same for all forms in which it is typed or pasted
 * (address, with a label, bare), and for the value in a record. Undefined for text that cannot be an identifier.
 */
export function identifierKey(text: string): string | undefined {
  const written = normalize(text);
  const doi = /10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;)\]]/.exec(percentDecode(written))?.[0];
  if (doi !== undefined && !/\s/.test(written.replace(/^doi\s*:?\s*/i, ''))) return doi.toLowerCase();
  const bare = written
    .replace(/^(?:https?:\/\/)?[\w.-]+\.[a-z]{2,}\/(?:.*\/)?(?=[^/]+\/?$)/i, '')
    .replace(/^(?:pmid|pubmed|pmcid|orcid(?: id)?|arxiv|isbn)\s*:?\s*/i, '');
  const key = compact(bare);
  const digits = key.replace(/\D/g, '').length;
  if (!/^[a-z0-9]+$/.test(key) || digits < 3 || key.length > 40) return undefined;
  // Two words, or a year, are an ordinary query.
  return bare === written && (digits < 5 || (/\s/.test(bare) && /[a-z]{2}/i.test(bare))) ? undefined : key;
}

/** Key of an address on the web, in whatever way it is typed; undefined for another text. */
export function addressKey(text: string): string | undefined {
  const [, host = '', rest = ''] =
    /^(?:https?:\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#](\S*))?$/i.exec(text.trim()) ?? [];
  const [path = '', parameters = ''] = rest.split('#')[0]!.split('?');
  // Tracking parameters are no part of the address.
  const kept = trimEnd(parameters)
    .split('&')
    .filter((part) => part !== '' && !/^(?:utm_\w+|fbclid|gclid)=/i.test(part));
  const bare = trimEnd(percentDecode(path)).replace(/\/$/, '');
  if (host === '' || (bare === '' && kept.length === 0)) return undefined;
  return `${host}/${bare}${kept.length > 0 ? `?${kept.join('&')}` : ''}`.toLowerCase();
}

/** Key of a publication's own address. */
export const slugKey = (slug: string): string => compact(slug);

/** An identifier in a text: the keys that it may mean, best first, and where it is (UTF-16 code units). */
export interface WrittenIdentifier {
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** All identifiers in a text in Western digits, such as a pasted reference, a list of PMIDs or an address with parameters. */
export function findIdentifiers(text: string): readonly WrittenIdentifier[] {
  const found: WrittenIdentifier[] = [];
  const taken = (start: number, end: number) => found.some((other) => start < other.end && other.start < end);
  for (const [pattern, keysOf] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken(start, end)) continue;
      const keys = keysOf(match);
      if (keys.length > 0) found.push({ keys, start, end });
    }
  }
  // A record may have the address, although it has none of the identifiers in it.
  for (const match of text.matchAll(/(?<![\w/])https?:\/\/[^\s"<>]{4,500}/gi)) {
    const key = addressKey(match[0]);
    const [start, end] = [match.index, match.index + match[0].length];
    const within = found.findIndex((other) => start < other.end && other.start < end);
    if (key === undefined) continue;
    if (within < 0) found.push({ keys: [key], start, end });
    else
      found[within] = {
        keys: [...found[within]!.keys, key],
        start: Math.min(start, found[within]!.start),
        end: Math.max(end, found[within]!.end),
      };
  }
  return [...found, ...numberList(text, found)].sort((a, b) => a.start - b.start);
}

type Pattern = readonly [pattern: RegExp, keysOf: (match: RegExpExecArray) => readonly string[]];

const patterns: readonly Pattern[] = [
  // A page or a file of this site.
  [/\/publications\/([a-z\d-]{1,200})(?:\.[a-z.]{1,20}|\/)?(?=[\s?#]|$)/gi, ([, slug = '']) => [slugKey(slug)]],
  // A space after the slash comes from a line that was broken there.
  [/(?<![\d.])10\.\d{4,9}(?:\.\d{1,9}){0,3}(?:\/|%2F)\s?[^\s"<>]{1,300}/gi, ([written]) => doiKeys(written)],
  [/(?<![\w/])(?:pmid|pubmed(?: id)?)\s?[:=#]?\s?(\d{3,8})\b/gi, ([, number = '']) => [number]],
  [/pubmed\.ncbi\.nlm\.nih\.gov\/(?:\?(?:[\w=+-]{1,60}&)?term=)?(\d{3,8})\b/gi, ([, number = '']) => [number]],
  [/\/(?:pubmed|MED)\/(\d{3,8})\b/gi, ([, number = '']) => [number]],
  [/(?<!\d)(\d{3,8})\s?\[(?:uid|pmid)\]/gi, ([, number = '']) => [number]],
  [/(?<![a-z\d])(PMC\s?\d{3,9})(?:\.\d{1,3})?(?![a-z\d])/gi, ([, written = '']) => [compact(written)]],
  [/(?<![\d-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\d-])/gi, ([written]) => [compact(written)]],
  [/(?<![a-z\d])(?:NCT|ISRCTN|IRCT|ACTRN|CRD)\s?\d{8,20}(?:N\d{1,3})?(?!\d)/gi, ([written]) => [compact(written)]],
  [/(?<![a-z\d])ChiCTR(?:-[a-z]{1,8}-)?\d{6,12}(?!\d)/gi, ([written]) => [compact(written)]],
  [
    /arxiv(?:\.org\/(?:abs|pdf)\/|\s?:\s?|\s)((?:[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5}))/gi,
    ([, id = '']) => [compact(id)],
  ],
];

/** A text of nothing but numbers is a list of PMIDs, unless it may be one year or a range of years. */
function numberList(text: string, found: readonly WrittenIdentifier[]): WrittenIdentifier[] {
  let rest = normalize(text);
  if (rest.length !== text.length) return [];
  for (const { start, end } of found) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  const parts = rest.split(/[\s,;]+/).filter((part) => part !== '');
  if (!parts.every((part) => /^\d{5,8}$/.test(part))) return [];
  return Array.from(rest.matchAll(/\d+/g), ({ 0: number, index }) => ({
    keys: [number],
    start: index,
    end: index + number.length,
  }));
}

/** Keys of a DOI: as written, then without the endings that addresses and sentences append. */
function doiKeys(written: string): string[] {
  const keys: string[] = [];
  let doi = trimEnd(percentDecode(written.replace(/\s/g, '')).toLowerCase());
  const add = () => {
    if (/^10\.[\d.]+\/./.test(doi) && !keys.includes(doi)) keys.push(doi);
  };
  // A closing bracket belongs to the DOI when it was opened there.
  if (doi.lastIndexOf('(') > doi.lastIndexOf(')') && written.includes(')')) keys.push(`${doi})`);
  add();
  for (const ending of doiEndings) {
    const shorter = doi.replace(ending, '');
    if (shorter === doi) continue;
    doi = shorter;
    add();
  }
  return keys;
}

/** A text without the punctuation at its end. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ".,;:)]}>'’”»".includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

const doiEndings = [
  /[?#].{0,300}$/,
  /\/(?:full|fulltext|abstract|pdf|epdf|html|meta|xml|summary)(?:\/.{0,200})?$/,
  /\.(?:pdf|html?|full)$/,
  /v\d{1,3}$/,
];

/** Number of identifier files: a power of two near the square root of the number of publications, up to 64. */
export const identifierFiles = (publications: number): number =>
  2 ** Math.min(6, Math.max(0, Math.floor(Math.log2(publications) / 2)));

const normalize = (text: string): string => westernDigits(text.normalize('NFKC').trim());

const compact = (text: string): string => text.replace(/[\s\p{Pd}./]+/gu, '').toLowerCase();

/**
 * Key of a DOI, PMID, PMCID, ORCID iD, arXiv id or trial number. The same for all forms in which it is typed or pasted
 * (address, with a label, bare), and for the value in a record. Undefined for text that cannot be an identifier.
 */
export function identifierKey(text: string): string | undefined {
  const written = normalize(text);
  const doi = /10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;)\]]/.exec(decode(written))?.[0];
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

/** Key of a publication's own address. */
export const slugKey = (slug: string): string => compact(slug);

/** An identifier in a text: the keys that it may mean, best first, and where it stands (UTF-16 code units). */
export interface WrittenIdentifier {
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** All identifiers in a text, such as a pasted reference, a list of PMIDs or an address with parameters. */
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
  return [...found, ...numberList(text, found)].sort((a, b) => a.start - b.start);
}

type Pattern = readonly [pattern: RegExp, keysOf: (match: RegExpExecArray) => readonly string[]];

const patterns: readonly Pattern[] = [
  // A page or a file of this site.
  [/\S*\/publications\/([a-z\d-]+)(?:\.[a-z.]+|\/)?(?=[\s?#]|$)\S*/gi, ([, slug = '']) => [slugKey(slug)]],
  // A space after the slash comes from a line that was broken there.
  [/10\.\d{4,9}(?:\.\d+)*(?:\/|%2F)\s?[^\s"<>]+/gi, ([written]) => doiKeys(written)],
  [/\b10\.\d{4,9}(?:\.\d+)*\/\s?[^\s"<>]+/gi, ([written]) => doiKeys(written)],
  [/(?<![\w/])(?:pmid|pubmed(?: id)?)\s*[:=#]?\s*(\d{3,8})\b/gi, ([, number = '']) => [number]],
  [
    /(?:pubmed\.ncbi\.nlm\.nih\.gov\/(?:\?(?:[^\s#]*&)?term=)?|\/pubmed\/|\/MED\/)(\d{3,8})\S*/gi,
    ([, number = '']) => [number],
  ],
  [/(?<!\d)(\d{3,8})\s*\[(?:uid|pmid)\]/gi, ([, number = '']) => [number]],
  [/(?<![a-z\d])PMC\s?\d{3,9}(?:\.\d+)?(?![a-z\d])/gi, ([written]) => [compact(written.replace(/\.\d+$/, ''))]],
  [/(?<![\d-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\d-])/gi, ([written]) => [compact(written)]],
  [
    /(?<![a-z\d])(?:NCT\s?\d{8}|ISRCTN\s?\d{8}|IRCT\d{8,}\w*|ChiCTR[-\w]*\d{6,}|ACTRN\s?\d{14}|CRD\s?\d{8,})(?!\d)/gi,
    ([written]) => [compact(written)],
  ],
  [
    /(?:arxiv\.org\/(?:abs|pdf)\/|arxiv\s*:?\s*)((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5}))(?:v\d+)?/gi,
    ([, id = '']) => [compact(id)],
  ],
];

/** A text of nothing but numbers is a list of PMIDs, unless it may be one year or a range of years. */
function numberList(text: string, found: readonly WrittenIdentifier[]): WrittenIdentifier[] {
  let rest = normalize(text);
  if (rest.length !== text.length) return [];
  for (const { start, end } of found) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  if (!/^[\s,;]*(?:\d{5,8}[\s,;]*)+$/.test(rest)) return [];
  return Array.from(rest.matchAll(/\d+/g), ({ 0: number, index }) => ({
    keys: [number],
    start: index,
    end: index + number.length,
  }));
}

/** A DOI as written, then without what addresses and sentences add behind it. */
function doiKeys(written: string): string[] {
  const keys: string[] = [];
  let doi = decode(written.replace(/\s/g, ''))
    .toLowerCase()
    .replace(/[.,;:)\]}>'’”»]+$/, '');
  const add = () => {
    if (/^10\.[\d.]+\/./.test(doi) && !keys.includes(doi)) keys.push(doi);
  };
  // A closing bracket belongs to the DOI when it was opened there.
  if (/\([^()]*$/.test(doi) && /\([^()]*\)/.test(written)) keys.push(`${doi})`);
  add();
  for (const ending of doiEndings) {
    const shorter = doi.replace(ending, '');
    if (shorter === doi) continue;
    doi = shorter;
    add();
  }
  return keys;
}

const doiEndings = [
  /[?#].*$/,
  /\/(?:full(?:text)?|abstract|pdf|epdf|html|meta|xml|summary)(?:\/.*)?$/,
  /\.(?:pdf|html?|full)$/,
  /v\d+$/,
];

/** Number of identifier files: a power of two, so that each file has about two hundred identifiers. */
export const identifierFiles = (publications: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(publications / 100)));

const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15));

const compact = (text: string): string => text.replace(/[\s\p{Pd}./]+/gu, '').toLowerCase();

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

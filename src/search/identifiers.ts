/**
 * Key of a DOI, PMID, PMCID, ORCID iD, arXiv id or trial number. The same for all forms in which it is typed or pasted
 * (address, with a label, bare), and for the value in a record. Undefined for text that cannot be an identifier.
 */
export function identifierKey(text: string): string | undefined {
  const written = text
    .normalize('NFKC')
    .trim()
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const doi = /10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;)\]]/.exec(decode(written))?.[0];
  if (doi !== undefined && !/\s/.test(written.replace(/^doi\s*:?\s*/i, ''))) return doi.toLowerCase();
  const bare = written
    .replace(/^(?:https?:\/\/)?[\w.-]+\.[a-z]{2,}\/(?:.*\/)?(?=[^/]+\/?$)/i, '')
    .replace(/^(?:pmid|pubmed|pmcid|orcid(?: id)?|arxiv|isbn)\s*:?\s*/i, '');
  const key = bare.replace(/[\s\p{Pd}./]+/gu, '').toLowerCase();
  const digits = key.replace(/\D/g, '').length;
  if (!/^[a-z0-9]+$/.test(key) || digits < 3 || key.length > 40) return undefined;
  // Two words, or a year, are an ordinary query.
  return bare === written && (digits < 5 || (/\s/.test(bare) && /[a-z]{2}/i.test(bare))) ? undefined : key;
}

/** Number of identifier files: a power of two, so that each file has about two hundred identifiers. */
export const identifierFiles = (publications: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(publications / 100)));

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

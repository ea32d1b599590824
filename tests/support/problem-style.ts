/** Words that keep their capital at the start of a text. */
const names = /^(?:DOI|ORCID|ROR|ISSN|ISBN|PMID|PMCID|MeSH|HTML|YAML|TeX|Windows|Markdown|MDX|UTF-8|LicenseRef)\b/;

/**
 * What is wrong with the form of a message or hint, in words. One form for all: a text that begins with a small letter
 * and ends without a stop, so that it can follow a field's name, and what an author copies from it has no point too
 * many.
 */
export function styleFault(text: string): string | undefined {
  if (text.trim() !== text || text === '') return `"${text}" is empty or has spaces around it`;
  if (/^\p{Lu}/u.test(text) && !names.test(text)) return `"${text}" begins with a capital`;
  if (/[^.][.!]$/.test(text)) return `"${text}" ends with a full stop`;
  return undefined;
}

/** Words that always begin with a capital letter. */
const names = /^(?:DOI|ORCID|ROR|ISSN|ISBN|PMID|PMCID|MeSH|HTML|YAML|TeX|Windows|Markdown|MDX|UTF-8|LicenseRef)\b/;

/**
 * The fault in the form of a message or hint; undefined when there is none. A text begins with a small letter, so that it
 * can follow the name of a field, and ends without a full stop, so that an author can copy its end.
 */
export function styleFault(text: string): string | undefined {
  if (text.trim() !== text || text === '') return `"${text}" is empty or has spaces around it`;
  if (/^\p{Lu}/u.test(text) && !names.test(text)) return `"${text}" begins with a capital`;
  if (/[^.][.!]$/.test(text)) return `"${text}" ends with a full stop`;
  return undefined;
}

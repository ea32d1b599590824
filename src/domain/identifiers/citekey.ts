import { invalid, valid, type Parsed } from '../problems/problem.ts';

/**
 * Parses a key that every BibTeX program reads. BibTeX and biber forbid spaces, quotes and `#%'(),={}~\`; only ASCII is
 * safe.
 */
export function parseCitekey(text: string): Parsed<string> {
  if (/^[A-Za-z0-9][A-Za-z0-9:_./+-]{0,119}$/.test(text)) return valid(text);
  const repaired = text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9:_./+-]+/g, '')
    .replace(/^[^A-Za-z0-9]+/, '');
  return invalid(
    'citekey-malformed',
    `"${text}" is not a key that BibTeX can read`,
    `write only letters, digits and - _ : . / +${repaired ? `, such as ${repaired.slice(0, 120)}` : ''}`,
  );
}

import { invalid, valid, type Parsed } from '../problems/problem.ts';

/** What every BibTeX reads as a key. Source: BibTeX and biber forbid spaces, quotes, `#%'(),={}~\`; ASCII is safe everywhere. */
export function parseCitekey(text: string): Parsed<string> {
  if (/^[A-Za-z0-9][A-Za-z0-9:_./+-]{0,119}$/.test(text)) return valid(text);
  const repaired = text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9:_./+-]+/g, '')
    .replace(/^[^A-Za-z0-9]+/, '');
  return invalid(
    'citekey-malformed',
    `"${text}" is not a key that BibTeX can read`,
    `write letters, digits and - _ : . only${repaired ? `, such as ${repaired.slice(0, 120)}` : ''}`,
  );
}

import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';

/** Parses a PubMed identifier: up to eight digits. */
export function parsePmid(text: string): Parsed<string> {
  const written = text.trim();
  if (pmidSyntax.test(written)) return valid(written);
  const repaired = written
    .replace(pmidAddress, '')
    .replace(/^(?:pmid|pubmed)\s*:?\s*/i, '')
    .replace(/(?<=^\d{1,10})(?:[/?#].*|[.,;\s]+)$/s, '')
    .replace(/^0+/, '');
  const message = `${quote(text)} is not a PubMed identifier, which is a number of at most eight digits`;
  return malformed(
    'malformed-pmid',
    message,
    pmidSyntax.test(repaired) ? repaired : undefined,
    'write the number at the end of the address on PubMed, such as 35757629',
  );
}

/** Parses a PubMed Central identifier: `PMC` and a number. */
export function parsePmcid(text: string): Parsed<string> {
  const written = text.trim();
  if (pmcidSyntax.test(written)) return valid(written);
  const digits = /(?:^|pmc|pmcid:?\s*)0*([1-9]\d*)(?:\.\d+)?(?:[/?#.,;].*)?$/i.exec(written)?.[1];
  const message = `${quote(text)} is not a PubMed Central identifier, which is "PMC" and a number`;
  return invalid(
    'malformed-pmcid',
    message,
    digits ? `write PMC${digits}` : 'copy it from the article on PubMed Central, such as PMC9218106',
  );
}

export const pubmedUrl = (pmid: string): string => `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;

export const pmcUrl = (pmcid: string): string => `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`;

const pmidSyntax = /^[1-9]\d{0,7}$/;
const pmidAddress =
  /^(?:https?:\/\/)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed|pubmed\.gov)\//i;
const pmcidSyntax = /^PMC[1-9]\d*$/;

import { malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { trimEndOf } from '../text/trim-end-of.ts';

/** Parses an arXiv identifier: `2101.00001`, or `math.GT/0309136` before April 2007, with or without a version. */
export function parseArxiv(text: string): Parsed<string> {
  const written = text.trim();
  if (isArxiv(written)) return valid(written);
  const bare = written
    .replace(/^(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\//i, '')
    .replace(/^(?:https?:\/\/)?(?:dx\.)?(?:doi\.org\/)?10\.48550\/arxiv\./i, '')
    .replace(/^arxiv\s*:\s*/i, '')
    .replace(/[?#[].*/s, '');
  const repaired = trimEndOf(bare, /[.,;\s]/).replace(/\.pdf$/i, '');
  const message = `${quote(text)} is not an arXiv identifier, such as 2101.00001 or hep-th/9901001`;
  return malformed(
    'malformed-arxiv',
    message,
    isArxiv(repaired) ? repaired : undefined,
    "copy it from the abstract's page on arXiv, such as 2101.00001",
  );
}

export const arxivUrl = (arxiv: string): string => `https://arxiv.org/abs/${arxiv}`;

/**
 * Until December 2014 identifiers have four digits after the point, since then five (info.arxiv.org, "arXiv identifier
 * scheme").
 */
function isArxiv(text: string): boolean {
  const [, month, number] = /^(\d{2}(?:0[1-9]|1[0-2]))\.(\d{4,5})(?:v[1-9]\d*)?$/.exec(text) ?? [];
  if (month !== undefined && number !== undefined) return number.length === (month < '1501' ? 4 : 5) && month >= '0704';
  const [, archive = ''] = /^([a-z-]+)(?:\.[A-Z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3}(?:v[1-9]\d*)?$/.exec(text) ?? [];
  return archives.has(archive);
}

const archives = new Set(
  (
    'astro-ph cond-mat cs econ eess gr-qc hep-ex hep-lat hep-ph hep-th math math-ph nlin nucl-ex nucl-th physics q-bio q-fin quant-ph stat ' +
    'acc-phys adap-org alg-geom ao-sci atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas dg-ga funct-an mtrl-th patt-sol plasm-ph q-alg solv-int supr-con'
  ).split(' '),
);

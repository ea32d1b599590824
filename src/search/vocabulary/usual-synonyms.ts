/** Each with all others: names that are written in several ways, and the Latin beside the English name of an organ. */
export const usualSynonyms: readonly (readonly string[])[] = [
  ['NF-κB', 'NF-kB', 'NFkB'],
  ['brain', 'cerebral'],
  ['cervix', 'cervical'],
  ['colon', 'colonic'],
  ['eye', 'ocular'],
  ['heart', 'cardiac'],
  ['kidney', 'renal'],
  ['liver', 'hepatic'],
  ['lung', 'pulmonary'],
  ['pancreas', 'pancreatic'],
  ['prostate', 'prostatic'],
  ['skin', 'cutaneous'],
  ['spine', 'spinal'],
  ['stomach', 'gastric'],
  ['tooth', 'dental'],
  ['transplant', 'transplantation'],
];

/** Words of subject headings, each with the words that texts have for it. The reverse would not narrow: a tumor need be no cancer. */
export const headingWords: readonly (readonly [heading: string, ...words: string[]])[] = [
  ['neoplasm', 'tumor', 'cancer'],
  ['neoplasms', 'tumor', 'cancer'],
];

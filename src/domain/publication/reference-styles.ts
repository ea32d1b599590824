/** A citation style that the site offers. */
export interface StyleChoice {
  /** Name in `site.yaml`. */
  readonly name: string;
  /** Name for readers. */
  readonly label: string;
  /** True if references are numbered in the order of citation. */
  readonly numbered: boolean;
}

/** A style with the data that is needed to render references. */
export interface LoadedStyle extends StyleChoice {
  /** Id in the CSL project; the name, for a style of the institute's own. */
  readonly id: string;
  /** The English that the style is written for: Harvard has British quotation marks and dates. */
  readonly english: 'en-US' | 'en-GB';
  /** Changes when the style does. */
  readonly digest: string;
  readonly source: CslNode;
}

/** An element of CSL, in the JSON form of XML that citeproc-js reads. */
export interface CslNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslNode | string)[];
}

/**
 * Short names of the common styles. Every other style has its id in the CSL project. `nlm` is the style of NLM's grant
 * proposals, because the project has no other of NLM: it is Citing Medicine with PMID and PMCID.
 */
export const shortStyleNames: Readonly<Record<string, { readonly id: string; readonly label: string }>> = {
  vancouver: { id: 'vancouver', label: 'Vancouver' },
  apa: { id: 'apa', label: 'APA' },
  ama: { id: 'american-medical-association', label: 'AMA' },
  nlm: { id: 'national-library-of-medicine-grant-proposals', label: 'NLM' },
  mla: { id: 'modern-language-association', label: 'MLA' },
  chicago: { id: 'chicago-author-date', label: 'Chicago' },
  harvard: { id: 'harvard-cite-them-right', label: 'Harvard' },
  ieee: { id: 'ieee', label: 'IEEE' },
};

/** Locales of the CSL project that references need. */
export const styleLocales = ['en-US', 'en-GB', 'fa-IR'] as const;

/** Languages in which references are rendered; `en-US` is used for English of either kind. */
export const referenceLocales = ['en-US', 'fa-IR'] as const;
export type ReferenceLocale = (typeof referenceLocales)[number];

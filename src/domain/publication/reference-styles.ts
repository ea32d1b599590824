/** A citation style that readers are offered. */
export interface StyleChoice {
  /** As `site.yaml` names it. */
  readonly name: string;
  /** As readers know it. */
  readonly label: string;
  /** True where its references are numbered in the order in which they are cited. */
  readonly numbered: boolean;
}

/** With all that its references are made by. */
export interface LoadedStyle extends StyleChoice {
  /** Changes when the style does. */
  readonly digest: string;
  /** CSL: the tree of its elements, or XML. */
  readonly source: CslNode | string;
}

/** An element of CSL, in the form that citeproc-js takes for XML. */
export interface CslNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslNode | string)[];
}

/**
 * Short names for styles of the CSL project that stand for a field; every other style goes by the id that it has there.
 * NLM publishes no other style than that of its grants, which is Citing Medicine with PMID and PMCID.
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

/** Languages of references. */
export const referenceLocales = ['en-US', 'fa-IR'] as const;
export type ReferenceLocale = (typeof referenceLocales)[number];

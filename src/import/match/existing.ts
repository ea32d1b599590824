/** A publication that is already in the content. */
export interface ExistingPublication {
  /** Path from the content folder. */
  readonly file: string;
  readonly slug: string;
  /** The whole file. */
  readonly text: string;
  /** Each scalar is a string, as the author wrote it. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** True if the YAML is malformed. `fields` then holds only values that can be read from single lines. */
  readonly broken?: boolean;
}

/** A person, unit or journal with a file in the content. */
export interface ExistingPerson {
  readonly id: string;
  readonly names: readonly string[];
  readonly orcid?: string;
}
export interface ExistingUnit {
  readonly id: string;
  readonly names: readonly string[];
  readonly parent?: string;
}
export interface ExistingJournal {
  readonly id: string;
  readonly names: readonly string[];
  readonly publisher?: string;
  /** The ISSNs in its file; undefined if they were not read. */
  readonly issns?: readonly string[];
}

/** The content before an import. */
export interface ExistingContent {
  readonly publications: readonly ExistingPublication[];
  readonly people: readonly ExistingPerson[];
  readonly units: readonly ExistingUnit[];
  readonly journals: readonly ExistingJournal[];
  /** Slugs and aliases of all publications, also of malformed files. */
  readonly takenSlugs: ReadonlySet<string>;
  /** First locale of the site. */
  readonly locale: string;
}

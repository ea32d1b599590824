/** A publication that content holds already. */
export interface ExistingPublication {
  /** Path from the content folder. */
  readonly file: string;
  readonly slug: string;
  /** The whole file. */
  readonly text: string;
  /** Each scalar as a string, as its author wrote it. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** True when the fields cannot be read as they stand; `fields` then holds only what a line by itself says. */
  readonly broken?: boolean;
}

/** A person, unit or journal that content has a file for. */
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
}

/** What content holds before an import. */
export interface ExistingContent {
  readonly publications: readonly ExistingPublication[];
  readonly people: readonly ExistingPerson[];
  readonly units: readonly ExistingUnit[];
  readonly journals: readonly ExistingJournal[];
  /** Slugs and aliases of all publications, also of files that cannot be read. */
  readonly takenSlugs: ReadonlySet<string>;
  /** First locale of the site. */
  readonly locale: string;
}

/** A link in a text of the content, with the place where its author can correct it. */
export interface TextLink {
  /** As written. */
  readonly written: string;
  /**
   * Where it leads: an address of the site without base path, fragment and query, such as `/people/x/`; the address of
   * another site; or empty where the author wrote none.
   */
  readonly to: string;
  /** Without `#`. */
  readonly fragment?: string;
  /** 1-based line in the file. */
  readonly line?: number;
  readonly column?: number;
  /** Field that holds the text; absent in a body. */
  readonly field?: string;
}

/** Whether a link leads to another site. */
export const leavesSite = ({ to }: Pick<TextLink, 'to'>): boolean => /^https?:/.test(to);

/** A content file with the links in its texts. */
export interface LinkingFile {
  readonly file: string;
  readonly links: readonly TextLink[];
}

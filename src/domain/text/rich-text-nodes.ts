/** A one-line text with the little markup that titles carry. Adjacent strings are joined; no text is empty. */
export type RichText = readonly RichNode[];

export type RichNode = string | RichElement | RichMath;

export type RichTag = 'i' | 'b' | 'sub' | 'sup';

export interface RichElement {
  readonly tag: RichTag;
  readonly children: RichText;
}

/** A formula: as the author wrote it, and as pages show it. */
export interface RichMath {
  readonly tex: string;
  readonly mathml: string;
}

/** A one-line text with markup, such as a title. Adjacent strings are joined, and no string is empty. */
export type RichText = readonly RichNode[];

export type RichNode = string | RichElement | RichMath;

export type RichTag = 'i' | 'b' | 'sub' | 'sup';

export interface RichElement {
  readonly tag: RichTag;
  readonly children: RichText;
}

export interface RichMath {
  /** As the author wrote it, without the dollar signs. */
  readonly tex: string;
  /** As pages show it. */
  readonly mathml: string;
}

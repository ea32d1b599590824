import { z } from 'zod';
import type { InstituteKind } from '../domain/institute/institute-kinds.ts';

/** Texts with a form of their own, which a parser of the domain reads. */
export type TextForm =
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'arxiv'
  | 'isbn'
  | 'issn'
  | 'handle'
  | 'orcid'
  | 'ror'
  | 'mesh'
  | 'trial'
  | 'doi-or-slug'
  | 'slug'
  | 'citekey'
  | 'language'
  | 'country'
  | 'license'
  | 'pages'
  | 'article-number'
  | 'person-name'
  | 'web-address'
  | 'link-address'
  | 'contact-address'
  | 'color'
  | 'source-query';

/** How an author writes one text. */
export type TextInput =
  | { readonly type: 'block' | 'date' | 'flag' | 'file' | 'number' }
  /** `markup`: `<i> <b> <sub> <sup>` and `$…$` mathematics are allowed. */
  | { readonly type: 'line'; readonly markup?: true }
  | { readonly type: 'identifier'; readonly identifier: TextForm }
  /** The id of a file of the kind; `free`: another text is allowed, such as the title of a journal. */
  | { readonly type: 'reference'; readonly kind: InstituteKind; readonly free?: true };

/** What a schema does not say by its own type, because zod hides it behind a transformation. */
export interface WrittenForm {
  readonly input?: TextInput;
  /** Of a group of fields: a text alone means this field. */
  readonly textField?: string;
  /** Of a map of languages: a text alone is allowed, whose language is that of the page. */
  readonly textAlone?: true;
}

/** How values are written, beside the schemas that read them. A schema that wraps another one has the form of that one. */
export const writtenForms = z.registry<WrittenForm>();

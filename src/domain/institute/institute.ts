import type { LocalizedText } from '../languages/localized-text.ts';
import type { PersonName } from '../people/person-name.ts';

/** A researcher of the institute: one identity with the several names that papers print. */
export interface Person {
  readonly id: string;
  readonly file: string;
  /** The first is the canonical one. */
  readonly names: readonly PersonName[];
  readonly native?: LocalizedText;
  readonly orcid?: string;
  /** Id in `content/units`. */
  readonly unit?: string;
  readonly role?: LocalizedText;
  readonly image?: { readonly src: string; readonly width: number; readonly height: number };
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** HTML by language, made from the author's Markdown. */
  readonly bio?: LocalizedText;
  readonly alumni: boolean;
  /** False: publications are found by all their names, and nothing is listed under them. */
  readonly page: boolean;
  /** True: known only so that nobody else of the same name is taken for them. There is no page then. */
  readonly private: boolean;
}

/** A faculty, department or centre. */
export interface Unit {
  readonly id: string;
  readonly file: string;
  readonly name: LocalizedText;
  readonly ror?: string;
  readonly parent?: string;
  /** Former and printed names. */
  readonly names: readonly string[];
  readonly url?: string;
}

export interface Journal {
  readonly id: string;
  /** Absent when the journal has no file and is known from its publications alone. */
  readonly file?: string;
  readonly title: string;
  readonly abbreviation?: string;
  readonly issn?: string;
  readonly eissn?: string;
  readonly publisher?: string;
  readonly url?: string;
}

/** A subject heading. */
export interface Topic {
  readonly id: string;
  readonly file: string;
  readonly label: LocalizedText;
  readonly parent?: string;
  readonly mesh?: string;
}

/** A text of the site itself: about, contact, legal. */
export interface TextPage {
  readonly id: string;
  readonly locale: string;
  readonly file: string;
  readonly title: string;
  /** Position in the footer; pages without one come last, by title. */
  readonly order?: number;
  readonly html: string;
  /** True when the body holds components and Astro compiles it; `html` is empty then. */
  readonly component: boolean;
  readonly assets: readonly string[];
}

import type { LocalizedText } from '../languages/localized-text.ts';
import type { BodyCode } from '../pages/body-code.ts';
import type { PersonName } from '../people/person-name.ts';

/** A researcher of the institute: one identity with all names that papers print. */
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
  /** HTML by language, compiled from Markdown. */
  readonly bio?: LocalizedText;
  /** Old ids, whose addresses lead to the page. */
  readonly aliases?: readonly string[];
  readonly alumni: boolean;
  /** False: the person has no page, but their names still match authors. */
  readonly page: boolean;
  /** True: the person has no page, and is known only so that no one else with the same name is matched. */
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
  /** HTML by language, compiled from Markdown. */
  readonly description?: LocalizedText;
}

export interface Journal {
  readonly id: string;
  /** Absent if the journal has no file and is known only from its publications. */
  readonly file?: string;
  readonly title: string;
  readonly abbreviation?: string;
  readonly issn?: string;
  readonly eissn?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** HTML by language, compiled from Markdown. */
  readonly description?: LocalizedText;
}

/** A subject heading. */
export interface Topic {
  readonly id: string;
  readonly file: string;
  readonly label: LocalizedText;
  readonly parent?: string;
  readonly mesh?: string;
  /** Other names, for the search. */
  readonly terms?: readonly string[];
  /** HTML by language, compiled from Markdown. */
  readonly description?: LocalizedText;
}

/** A text of the site itself: about, contact, legal. */
export interface TextPage {
  readonly id: string;
  readonly locale: string;
  readonly file: string;
  readonly title: string;
  /** Position in the footer. Pages without it come last, by title. */
  readonly order?: number;
  readonly html: string;
  /** True if the body holds components or expressions. Then `code` holds it, and `html` is empty. */
  readonly hasCode: boolean;
  readonly code?: BodyCode;
  readonly assets: readonly string[];
}

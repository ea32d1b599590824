import type { StyleChoice } from '../../domain/publication/reference-styles.ts';
import { gather, type Gathering } from './gather.ts';
import { loadPublication } from './load-publication.ts';

/**
 * References of publications in a style, a paragraph each, in the reader's language when the site has that form. They are
 * read from the pages of the publications, which have them in every style. In a style with numbers they keep their order
 * and are numbered; in other styles they are sorted by the rules of `locale`.
 */
export async function gatherReferences(
  slugs: readonly string[],
  { name, numbered }: StyleChoice,
  { publications, locale }: { readonly publications: string; readonly locale: string },
  gathering: Gathering,
): Promise<readonly HTMLElement[]> {
  const references = await gather(
    slugs,
    async (slug) => {
      const loaded = await loadPublication(slug, publications, gathering.signal);
      const reference = loaded?.page.querySelector<HTMLElement>(`#cite-${CSS.escape(name)} p`);
      if (!reference) throw new Error(`the page of ${slug} has no reference in ${name}`);
      return document.importNode(reference, true);
    },
    gathering,
  );
  if (!numbered) return references.sort(byAlphabet(locale));
  for (const [index, reference] of references.entries()) reference.prepend(`${index + 1}. `);
  return references;
}

/** References as text, one line each. */
export const referencesText = (references: readonly HTMLElement[]): string =>
  `${references.map(plainReference).join('\n')}\n`;

/**
 * The text of a reference. `bdi` elements become directional isolates (Unicode Bidirectional Algorithm, 2.4), so that commas
 * and numbers keep their places.
 */
function plainReference(reference: Element): string {
  const copy = reference.cloneNode(true) as Element;
  for (const run of copy.querySelectorAll('bdi')) run.replaceWith(`\u2068${run.textContent}\u2069`);
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** Compares from the first letter or digit on, so that a quotation mark or an isolate does not matter. */
function byAlphabet(locale: string): (a: HTMLElement, b: HTMLElement) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const key = ({ textContent }: HTMLElement): string => textContent.replace(/^[^\p{L}\p{N}]+/u, '');
  return (a, b) => compare(key(a), key(b));
}

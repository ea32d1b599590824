import type { StyleChoice } from '../../domain/publication/reference-styles.ts';
import { gather, type Gathering } from './gather.ts';
import { loadPublication } from './load-publication.ts';

/**
 * References of publications in a style, as a text of one line each: in the reader's language where the site has that
 * form. They are read from the pages of the publications, which hold them in every style. A style that numbers its
 * references keeps the order of the publications and numbers them; any other sorts by the alphabet of `locale`.
 */
export async function gatherReferences(
  slugs: readonly string[],
  { name, numbered }: StyleChoice,
  { publications, locale }: { readonly publications: string; readonly locale: string },
  gathering: Gathering,
): Promise<string> {
  const references = await gather(
    slugs,
    async (slug) => {
      const loaded = await loadPublication(slug, publications, gathering.signal);
      const reference = loaded?.page.querySelector(`#cite-${CSS.escape(name)} p`);
      if (!reference) throw new Error(`the page of ${slug} has no reference in ${name}`);
      return plainReference(reference);
    },
    gathering,
  );
  const lines = numbered
    ? references.map((reference, index) => `${index + 1}. ${reference}`)
    : references.sort(byAlphabet(locale));
  return `${lines.join('\n')}\n`;
}

/**
 * The text of a reference. What runs against its line stays apart by the signs that stand for `bdi` in plain text
 * (Unicode Bidirectional Algorithm, 2.4), without which its commas and numbers would change places.
 */
function plainReference(reference: Element): string {
  const copy = reference.cloneNode(true) as Element;
  for (const run of copy.querySelectorAll('bdi')) run.replaceWith(`\u2068${run.textContent}\u2069`);
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** By letters and digits: a quotation mark or an isolate at the beginning has no place in the alphabet. */
function byAlphabet(locale: string): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const key = (text: string): string => text.replace(/^[^\p{L}\p{N}]+/u, '');
  return (a, b) => compare(key(a), key(b));
}

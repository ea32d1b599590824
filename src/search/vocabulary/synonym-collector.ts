import { compareText } from '../../domain/problems/problem.ts';
import type { SearchSource } from '../../domain/pages/search-source.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { foldTokens } from '../fold.ts';
import { stemOf } from '../stem-of.ts';
import type { IndexedRecord } from '../search-record.ts';
import { isWord, synonymTerm } from '../terms.ts';
import { findAbbreviations } from './find-abbreviations.ts';
import { headingWords, usualSynonyms } from './usual-synonyms.ts';

/** A phrase as folded words. */
type Phrase = readonly string[];

/**
 * Collects the synonyms of a site, one publication after the other: topics in all their languages, with their MeSH headings;
 * abbreviations that texts explain; words that are written as one or two; and the synonyms of the institute.
 */
export class SynonymCollector {
  readonly #fewest: number;
  readonly #groups: Phrase[][];
  readonly #topics = new Map<string, { readonly labels: readonly string[]; readonly mesh?: string }>();
  readonly #headings = new Map<string, string>();
  /** Short form in the singular → long form by its stems → how often each form is written. */
  readonly #abbreviations = new Map<string, Map<string, Forms>>();
  /** Long words, and the number of publications that have them, but not as two words. */
  readonly #words = new Map<string, number>();
  /** Long words that are also written as two. */
  readonly #compounds = new Map<string, { readonly parts: readonly [string, string]; count: number }>();

  /** `count`: number of publications; in a large site, what one publication alone abbreviates is ignored. */
  constructor(count: number, synonyms: readonly (readonly string[])[]) {
    this.#fewest = count > manyPublications ? 2 : 1;
    this.#groups = [...usualSynonyms, ...synonyms].map((group) => group.map(foldTokens));
  }

  add({ publication, topics }: SearchSource, indexed: IndexedRecord): void {
    for (const { id, label, terms, mesh } of topics)
      this.#topics.set(id, {
        labels: [...Object.values(label), ...(terms ?? [])],
        ...(mesh === undefined ? {} : { mesh }),
      });
    for (const [id, heading] of Object.entries(publication.meshLabels ?? {})) this.#headings.set(id, heading);
    const texts = [
      richTextToPlain(publication.title),
      ...publication.abstracts.flatMap(({ sections }) => sections.map(({ text }) => text)),
    ];
    const seen = new Set<string>();
    for (const { short, long } of texts.flatMap(findAbbreviations)) this.#addAbbreviation(short, long, seen);
    this.#addCompounds([indexed.title.filter(isWord), indexed.subject, indexed.body]);
  }

  /** The synonyms as terms ({@link synonymTerm}), sorted. */
  finish(): string[] {
    const groups = [
      ...this.#groups,
      ...[...this.#topics.values()].map(({ labels, mesh }) => {
        const heading = mesh === undefined ? undefined : this.#headings.get(mesh);
        return [...labels, ...(heading === undefined ? [] : [heading])].map((label) => foldTokens(inOrder(label)));
      }),
    ];
    const terms = new Set<string>();
    const relate = (from: Phrase, to: Phrase) => {
      // A phrase with all words of `from` finds nothing that `from` does not find.
      if (from.length > 0 && to.length > 0 && !from.every((word) => to.includes(word)))
        terms.add(synonymTerm(from.slice(0, mostWords), to.slice(0, mostWords)));
    };
    for (const group of groups)
      for (const from of group.slice(0, mostNames)) for (const to of group.slice(0, mostNames)) relate(from, to);
    for (const [heading, ...words] of headingWords)
      for (const word of words) relate(foldTokens(heading), foldTokens(word));
    for (const [joined, { parts, count: apart }] of this.#compounds) {
      const together = this.#words.get(joined)!;
      // `trans lation` is an error beside `translation`: who types it means the other, but not the reverse.
      if (apart * mostTimes >= together) relate([joined], parts);
      if (together * mostTimes >= apart) relate(parts, [joined]);
    }
    for (const forms of this.#abbreviations.values()) {
      const counts = [...forms.values()].map(({ publications }) => publications);
      const all = counts.reduce((sum, count) => sum + count, 0);
      for (const { publications, shorts, longs } of forms.values()) {
        // Only a meaning that most publications with the abbreviation give it counts.
        if (publications < this.#fewest || publications * 2 <= all) continue;
        const [written, spelled] = [shorts, longs].map((counted) =>
          [...counted]
            .sort(([a, one], [b, other]) => other - one || compareText(a, b))
            .slice(0, 2)
            .map(([form]) => form.split(' ')),
        );
        for (const long of spelled!) {
          for (const short of written!) relate(short, long);
          // `bc` is breast cancer in some texts, and British Columbia in the addresses of others.
          const [usual] = written!;
          if (usual!.join('').length > 2) relate(long, usual!);
        }
      }
    }
    return [...terms].sort(compareText);
  }

  #addAbbreviation(short: string, long: string, seen: Set<string>): void {
    const [shorts, longs] = [foldTokens(short), foldTokens(long)];
    if (shorts.length === 0 || longs.length < 2 || longs.length > mostWords) return;
    const key = foldTokens(short.replace(/(?<=\p{Lu})s$/u, '')).join(' ');
    const stems = longs.map(stemOf).join(' ');
    const byStems = this.#abbreviations.get(key) ?? new Map<string, Forms>();
    this.#abbreviations.set(key, byStems);
    const forms: Forms = byStems.get(stems) ?? { publications: 0, shorts: new Map(), longs: new Map() };
    byStems.set(stems, forms);
    if (!seen.has(`${key}=${stems}`)) forms.publications += 1;
    seen.add(`${key}=${stems}`);
    count(forms.shorts, shorts.join(' '));
    count(forms.longs, longs.join(' '));
  }

  /** `health care` in one text and `healthcare` in another. What a text has with a hyphen is in it as one word and as two. */
  #addCompounds(texts: readonly (readonly string[])[]): void {
    const joined = new Map<string, readonly [string, string]>();
    for (const words of texts)
      for (let index = 1; index < words.length; index += 1) {
        const [first, second] = [words[index - 1]!, words[index]!];
        if (first.length < 3 || second.length < 3 || first.length + second.length < shortestCompound) continue;
        joined.set(first + second, [first, second]);
      }
    for (const word of new Set(texts.flat()))
      if (word.length >= shortestCompound)
        this.#words.set(word, (this.#words.get(word) ?? 0) + (joined.has(word) ? 0 : 1));
    for (const [word, parts] of joined) {
      if (!this.#words.has(word) || !letters.test(word)) continue;
      const compound = this.#compounds.get(word) ?? { parts, count: 0 };
      compound.count += 1;
      this.#compounds.set(word, compound);
    }
  }
}

interface Forms {
  publications: number;
  readonly shorts: Map<string, number>;
  readonly longs: Map<string, number>;
}

const count = (forms: Map<string, number>, form: string) => forms.set(form, (forms.get(form) ?? 0) + 1);

/** A MeSH heading in natural order: `Arthritis, Rheumatoid` → `Rheumatoid Arthritis`. */
const inOrder = (heading: string): string => {
  const [, noun, adjective] = /^([^,]+), ([^,]+)$/.exec(heading) ?? [];
  return noun === undefined || adjective === undefined ? heading : `${adjective} ${noun}`;
};

const manyPublications = 1000;
const mostNames = 20;
const mostWords = 8;
const shortestCompound = 7;
/** A way to write a word that is more than so many times rarer than the other is an error. */
const mostTimes = 20;
const letters = /^\p{L}+$/u;

import { compareText } from '../../domain/problems/problem.ts';
import type { SearchSource } from '../../domain/pages/search-source.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { foldTokens } from '../fold.ts';
import { stemOf } from '../stem-of.ts';
import type { IndexedRecord } from '../search-record.ts';
import { isWord, synonymTerm } from '../terms.ts';
import { findAbbreviations } from './find-abbreviations.ts';

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
  readonly #words = new Map<string, number>();
  readonly #compounds = new Map<string, { readonly parts: readonly [string, string]; readonly count: number }>();

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
    for (const words of [indexed.title.filter(isWord), indexed.subject, indexed.body]) this.#addCompounds(words);
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
    for (const [joined, { parts, count: parted }] of this.#compounds) {
      const whole = this.#words.get(joined)!;
      // A rare form is found by the usual one only where it is no slip, as `trans lation` is.
      if (parted >= whole * rareForm) relate([joined], parts);
      if (whole >= parted * rareForm) relate(parts, [joined]);
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
          relate(long, written![0]!);
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

  /** `health care` in one text and `healthcare` in another. */
  #addCompounds(words: readonly string[]): void {
    for (const word of words) if (word.length >= shortestCompound) count(this.#words, word);
    for (let index = 1; index < words.length; index += 1) {
      const [first, second] = [words[index - 1]!, words[index]!];
      if (first.length < 3 || second.length < 3 || first.length + second.length < shortestCompound) continue;
      const joined = first + second;
      if (!this.#words.has(joined) || !letters.test(joined)) continue;
      const compound = this.#compounds.get(joined) ?? { parts: [first, second], count: 0 };
      this.#compounds.set(joined, { ...compound, count: compound.count + 1 });
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

/** Names that are written with and without their Greek letter. */
const usualSynonyms: readonly (readonly string[])[] = [['NF-κB', 'NF-kB', 'NFkB']];

const manyPublications = 1000;
const mostNames = 20;
const mostWords = 8;
const shortestCompound = 7;
/** Share of the usual form that another form of a compound needs. */
const rareForm = 0.05;
const letters = /^\p{L}+$/u;

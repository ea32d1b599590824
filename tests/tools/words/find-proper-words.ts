/*
 * Finds the words that English writes with a capital inside sentences, in the abstracts and places of publications, and
 * writes them to src/formats/bibtex/proper-words.json:
 *
 *   node tests/tools/words/find-proper-words.ts FILE.jsonl.gz…
 *
 * Each line of a file is a JSON object with `abstract` (a text, or sections with a `text`) and perhaps `authors` with
 * `affiliations`. The list holds single words, which are facts of the language, and nothing of the texts themselves.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const target = join(import.meta.dirname, '../../../src/formats/bibtex/proper-words.json');

const capitalised = new Map<string, number>();
const lower = new Map<string, number>();
const places = new Map<string, number>();
const count = (words: Map<string, number>, word: string): unknown => words.set(word, (words.get(word) ?? 0) + 1);

for (const file of process.argv.slice(2))
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line.trim() === '') continue;
    const record = JSON.parse(line) as CorpusRecord;
    const texts =
      typeof record.abstract === 'string' ? [record.abstract] : (record.abstract ?? []).map(({ text }) => text);
    for (const text of texts) addSentences(text);
    const affiliations = new Set((record.authors ?? []).flatMap((author) => author.affiliations ?? []));
    for (const affiliation of affiliations)
      // City and country.
      for (const part of affiliation
        .replace(/\.?\s*$/, '')
        .split(/,\s*/)
        .slice(1)
        .slice(-2))
        if (/^\p{Lu}\p{Ll}{3,}$/u.test(part)) count(places, part);
  }

function addSentences(text: string): void {
  // A word after a lower-case word or a comma is inside a sentence.
  for (const [, word = ''] of text.matchAll(/(?<=\p{Ll}{2}[,;]? )(\p{Lu}\p{Ll}{2,})(?![\p{L}\p{N}-])/gu))
    count(capitalised, word);
  for (const [word] of text.matchAll(/(?<![\p{L}\p{N}-])\p{Ll}{3,}(?!\p{L})/gu)) count(lower, word);
}

/** Often enough, and hardly ever in lower case. */
const words = [...capitalised]
  .filter(([word, times]) => times >= 2 && (lower.get(word.toLowerCase()) ?? 0) * 20 <= times)
  .map(([word]) => word);
const named = [...places]
  .filter(([word, times]) => times >= 2 && (lower.get(word.toLowerCase()) ?? 0) === 0)
  .map(([word]) => word);
/** Countries and languages, from the data of Unicode that Node holds. */
const fromUnicode = (['region', 'language'] as const).flatMap((type) => {
  const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.flatMap((code) => names.of(type === 'region' ? code.toUpperCase() : code) ?? []);
});
const known = fromUnicode.filter((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word));
const list = [...new Set([...words, ...named, ...known])].sort();
writeFileSync(target, `${JSON.stringify(list.join(' '))}\n`);
console.log(`${list.length} words`);

interface CorpusRecord {
  readonly abstract?: string | readonly { readonly text: string }[];
  readonly authors?: readonly { readonly affiliations?: readonly string[] }[];
}

import { parseWordPairs } from '../domain/text/word-pairs.ts';

/**
 * One spelling for words that British and American English spell in two ways, mostly medical ones. The result may be
 * neither of the two: it only has to be the same for texts and queries. Expects lower case.
 */
export function foldSpelling(word: string): string {
  if (word.length < 4) return word;
  let folded = word;
  for (const [hint, rules] of families) {
    if (!folded.includes(hint)) continue;
    for (const [pattern, replacement] of rules) folded = folded.replace(pattern, replacement);
  }
  for (const [part, replacement] of pairs) folded = folded.replaceAll(part, replacement);
  return folded;
}

type Rule = readonly [pattern: RegExp, replacement: string];

/** Rules by letters that a word must include for any of them to match: a quick test before the regular expressions. */
const families: readonly (readonly [hint: string, rules: readonly Rule[]])[] = [
  [
    'ae',
    [
      [/aem(?=[aiou])/g, 'em'],
      [/aed(?=i)/g, 'ed'],
      [/(gyn|c|f)aec/g, '$1ec'],
      [/anaesth/g, 'anesth'],
      [/aetio/g, 'etio'],
      [/caes(?=ar|iu)/g, 'ces'],
      [/(arch|pal)aeo/g, '$1eo'],
      [/mediaev/g, 'mediev'],
    ],
  ],
  [
    'oe',
    [
      [/oedem/g, 'edem'],
      [/oesoph/g, 'esoph'],
      [/oestr/g, 'estr'],
      [/foet(?=[aiu])/g, 'fet'],
      [/rrhoe/g, 'rrhe'],
      [/pnoe/g, 'pne'],
      [/coeli/g, 'celi'],
      [/amoeb/g, 'ameb'],
      [/homoeo/g, 'homeo'],
      [/manoeuvr/g, 'maneuver'],
    ],
  ],
  ['our', [[/(tum|col|behavi|lab|fav|hum|od|vap|neighb|hon|harb|flav|rum|vig|endeav|parl|arm)our/g, '$1or']]],
  [
    're',
    [
      [/(cent|lit|met|fib|theat|calib|spect)re(s?)$/, '$1er$2'],
      [/^centred$/, 'centered'],
    ],
  ],
  [
    'z',
    [
      [/yz(e|ed|es|er|ers|ing)$/, 'ys$1'],
      [/(?<=..)iz(e|ed|es|er|ers|ing|able|ation|ations)$/, 'is$1'],
    ],
  ],
  [
    'll',
    [
      [
        /(model|label|travel|cancel|counsel|channel|signal|total|equal|fuel|level|panel|tunnel|initial|spiral|dial)l(?=ed$|ing$|ers?$|ation$|ations$)/,
        '$1',
      ],
      [/^(enrol|fulfil|instal)l(?=$|ment)/, '$1'],
    ],
  ],
  ['gue', [[/logue(s?)$/, 'log$1']]],
  ['ce', [[/(defen|offen|licen|preten)ce/, '$1se']]],
  ['programme', [[/programme(s?)$/, 'program$1']]],
  ['scept', [[/scept(?=ic)/, 'skept']]],
];

/** Parts of words that are replaced wherever they are. */
const pairs = parseWordPairs(
  'leuc leuk sulph sulf practis practic ageing aging mould mold dgement dgment speciality specialty grey gray aluminium aluminum',
);

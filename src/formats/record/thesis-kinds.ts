import type { ThesisKind } from '../../domain/publication/publication.ts';

/** What citations call a thesis of each kind. `findThesisKind` finds the kind again. */
export const thesisWords: Readonly<Record<ThesisKind, string>> = {
  doctoral: 'Doctoral dissertation',
  professional: 'Professional doctorate thesis',
  master: "Master's thesis",
  bachelor: "Bachelor's thesis",
  habilitation: 'Habilitation thesis',
  specialist: 'Medical specialty thesis',
};

/** The kind in words such as `Ph.D.`, `MSc thesis` or `پایان‌نامه کارشناسی ارشد`; undefined if they name none. */
export function findThesisKind(words: string): ThesisKind | undefined {
  const text = ` ${words
    .toLowerCase()
    .replace(/(?<=\b\p{L}{1,3})\.(?=\p{L})/gu, '')
    .replace(/[ئي]/g, 'ی')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()} `;
  return kinds.find(([pattern]) => pattern.test(text))?.[1];
}

const kinds: readonly (readonly [RegExp, ThesisKind])[] = [
  [/ habilitation/, 'habilitation'],
  [/ (?:speciali[sz]t|specialty|speciality|residency) | دستیاری | تخصص /, 'specialist'],
  [/ professional (?:doctorate|doctoral|doctor) | (?:md|pharmd|dds|dvm) | دکترای? حرفه | دکتری حرفه /, 'professional'],
  [/ master s? ?| masters ?thesis | mathesis | (?:msc|ma|mphil|mph|mba|meng|ms) | کارشناسی ارشد /, 'master'],
  [/ bachelor s? ?| bathesis | (?:bsc|ba|beng|bs) | کارشناسی /, 'bachelor'],
  [/ doctor(?:al|ate)? | (?:phd|dphil|scd|phdthesis) | دکترای? | دکتری | رساله /, 'doctoral'],
];

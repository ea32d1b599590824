import { foldLatin, nameGreekLetters } from './plain-letters.ts';
import { parseWordPairs } from './word-pairs.ts';

/** Replaces Greek, Cyrillic, Arabic and Persian letters by plain Latin ones. Expects lower case without accents. */
export function transliterate(text: string): string {
  return nameGreekLetters(foldLatin(text), '').replace(
    /[\u0370-\u04FF\u0600-\u06FF]/g,
    (letter) => otherScripts[letter] ?? letter,
  );
}

const greek = toRecord(
  'α a β b γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ϐ b ϑ th ϕ f ϖ p ϵ e',
);

const cyrillic = toRecord(
  'а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ' +
    'ю yu я ya ђ dj ѓ g є ye ѕ dz і i ї i ј j љ lj њ nj ћ c ќ k ў u џ dz ґ g ғ gh қ q ң ng ү u ұ u һ h ө o ә a ъ - ь -',
);

/** Consonants and long vowels. Short vowels are not written in these scripts. */
const arabic = toRecord(
  'ا a آ a أ a إ i ب b پ p ت t ث s ج j چ ch ح h خ kh د d ذ z ر r ز z ژ zh س s ش sh ص s ض z ط t ظ z ع a غ gh ف f ق q ک k ك k ' +
    'گ g ل l م m ن n و v ؤ v ه h ۀ h ة h ی i ي i ى a ئ i ڤ v ہ h ھ h ے e ٹ t ڈ d ڑ r ں n ۆ o ێ e ە e ڕ r ڵ l ء - ـ - ' +
    '٠ 0 ١ 1 ٢ 2 ٣ 3 ٤ 4 ٥ 5 ٦ 6 ٧ 7 ٨ 8 ٩ 9 ۰ 0 ۱ 1 ۲ 2 ۳ 3 ۴ 4 ۵ 5 ۶ 6 ۷ 7 ۸ 8 ۹ 9',
);

const otherScripts: Readonly<Record<string, string>> = { ...greek, ...cyrillic, ...arabic };

/** Parses `letter plain letter plain …`; `-` means that the letter is dropped. */
function toRecord(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(parseWordPairs(text), ([letter, plain]) => [letter, plain.replace('-', '')]));
}

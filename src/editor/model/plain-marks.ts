import { westernDigits } from '../../domain/text/western-digits.ts';

/** Markup and raised signs as plain text: `Sara<sup>۱</sup>`, `Sara^1^`, `Sara¹` and `Saraᵃ` as `Sara1`. */
export const plainMarks = (text: string): string =>
  westernDigits(
    text
      .replace(/<\/?(?:sup|sub|b|i|em|strong)>|\^/giu, '')
      .replace(/[˒ʼ‚]/gu, ',')
      .replace(/[⁎∗＊]/gu, '*')
      .replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)))
      // Affiliations in letters are a, b, c in the order of the list.
      .replace(/[ᵃᵇᶜᵈᵉᶠᵍʰ]+/gu, (letters) => Array.from(letters, (letter) => 'ᵃᵇᶜᵈᵉᶠᵍʰ'.indexOf(letter) + 1).join(',')),
  );

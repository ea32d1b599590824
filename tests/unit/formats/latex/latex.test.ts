import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWithCitationJs } from '../../../../src/formats/bibtex/read-with-citation-js.ts';
import { toLatex } from '../../../../src/formats/latex/write-latex.ts';
import {
  greekLetters,
  mathSymbols,
  specialCharacters,
  textSymbols,
} from '../../../../src/formats/latex/latex-symbols.ts';
import { hostileText } from '../hostile-text.ts';
import { parseBibtex } from '../../../../src/formats/bibtex/parse-bibtex.ts';
import { foldForLatex, readLatex } from './read-latex.ts';

describe('toLatex', () => {
  it.each([
    ['Özgür', '{\\"O}zg{\\"u}r'],
    ['García', "Garc{\\'\\i}a"],
    ['Åsa Łukasz Đặng Ærø Straße', '{\\r{A}}sa {\\L}ukasz {\\DJ}{\\u{\\d{a}}}ng {\\AE}r{\\o} Stra{\\ss}e'],
    ['Nguyễn Thị Hường', 'Nguy{\\~{\\^e}}n Th{\\d{i}} H{\\uhorn}{\\`\\ohorn}ng'],
    ['Ş ș ā ī č ő ḥ', '{\\c{S}} {\\textcommabelow{s}} {\\=a} {\\=\\i} {\\v{c}} {\\H{o}} {\\d{h}}'],
    ['10⁻³ and H₂O₂', '10\\textsuperscript{-3} and H\\textsubscript{2}O\\textsubscript{2}'],
    ['p ≥ 0.05 ± −1 × 2', 'p $\\geq$ 0.05 {\\textpm} $-$1 {\\texttimes} 2'],
    ['TNF-α, αβ, ΔG', 'TNF-$\\alpha$, $\\alpha$$\\beta$, {$\\Delta$}G'],
    ['1–2—3', '1--2---3'],
    ['a -- b', 'a -{}- b'],
    ['–-', '--{}-'],
    ['“O’Brien”', '{\\textquotedblleft}O{\\textquoteright}Brien{\\textquotedblright}'],
    [
      '# $ % & _ { } ~ ^ \\',
      '\\# \\$ \\% \\& \\_ {\\textbraceleft} {\\textbraceright} {\\textasciitilde} {\\textasciicircum} {\\textbackslash}',
    ],
    ['a\u00a0b', 'a~b'],
    ['a\r\n\tb\0c\u2028d', 'a b c d'],
  ])('writes %s as %s', (text, latex) => expect(toLatex(text)).toBe(latex));

  it.each(['ʿAlī'.slice(0, 1), 'سلام دنیا', 'می‌شود', '中文', 'Журнал', 'Διάγνωση', '😀', 'q\u0335'])(
    'leaves %s as it is',
    (text) => expect(toLatex(text)).toBe(text),
  );

  it('writes precomposed and combining characters in the same way', () => {
    expect(toLatex('e\u0301')).toBe(toLatex('é'));
    expect(toLatex('e\u0302\u0301')).toBe(toLatex('ế'));
    expect(toLatex('x\u0301')).toBe("{\\'x}");
  });

  it('has one command for each character, in ASCII', () => {
    const table = [...specialCharacters, ...textSymbols, ...mathSymbols, ...greekLetters];
    for (const [sign] of table) expect(toLatex(sign)).toMatch(/^[\x20-\x7e]+$/);
    expect(new Set(table.map(([sign]) => sign)).size).toBe(table.length);
  });

  it('writes every letter of Vietnamese in ASCII, which Citation.js and our import both read', () => {
    const lower = 'aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ';
    for (const form of ['NFC', 'NFD'] as const) {
      const text = `${lower} ${lower.toUpperCase()}`.normalize(form);
      const latex = toLatex(text);
      expect(latex).toMatch(/^[ -~]*$/);
      const entry = `@article{x, title = {{${latex}}}, year = 2024}`;
      expect(foldForLatex(String(readWithCitationJs(entry)[0]?.['title']))).toBe(text.normalize('NFC'));
      expect(parseBibtex(entry).records[0]?.title).toBe(text.normalize('NFC'));
    }
  });

  it('never loses a character of any text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readLatex(toLatex(text))).toBe(foldForLatex(text));
      }),
      { numRuns: 3000, seed: 2024 },
    );
  });
});

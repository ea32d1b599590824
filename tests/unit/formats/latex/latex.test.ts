import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWithCitationJs } from '../../../../src/formats/bibtex/read-with-citation-js.ts';
import { toLatex } from '../../../../src/formats/latex/write-latex.ts';
import signForms from '../../../../src/formats/latex/sign-forms.json' with { type: 'json' };
import { latexToPlain } from '../../../../src/formats/latex/read-latex.ts';
import { hostileText } from '../hostile-text.ts';
import { parseBibtex } from '../../../../src/formats/bibtex/parse-bibtex.ts';
import { foldForLatex, readLatex } from './read-latex.ts';

describe('toLatex', () => {
  it.each([
    ['Özgür', '{\\"O}zg{\\"u}r'],
    ['García', "Garc{\\'i}a"],
    ['Åsa Łukasz Đặng Ærø Straße', '{\\r A}sa {\\L}ukasz Đặng {\\AE}r{\\o} Stra{\\ss}e'],
    ['Nguyễn Thị Hường', 'Nguyễn Th{\\d i} Hường'],
    ['Ş ș ā ī č ő œ', '{\\c S} ș {\\=a} {\\=i} {\\v c} {\\H o} œ'],
    ['10⁻³ and H₂O₂', '10$^{-3}$ and H$_{2}$O$_{2}$'],
    ['p ≥ 0.05 ± −1 × 2', 'p $\\geq$ 0.05 ± $-$1 × 2'],
    ['TNF-α, αβ, ΔG', 'TNF-$\\alpha$, $\\alpha$$\\beta$, {$\\Delta$}G'],
    ['1–2—3', '1–2—3'],
    ['a -- b', 'a -{}- b'],
    ['–-', '–{}-'],
    ['p < 0.05 | q > 1', 'p $<$ 0.05 $|$ q $>$ 1'],
    ['“O’Brien”', '{\\textquotedblleft}O{\\textquoteright}Brien{\\textquotedblright}'],
    ['# $ % & _ { } ~ ^ \\', '\\# \\$ \\% \\& \\_ \\{ \\} {\\textasciitilde} {\\textasciicircum} {\\textbackslash}'],
    // Every program reads \{ and \}, but counts them as braces of the field.
    ['a {b {c}} d', 'a \\{b \\{c\\}\\} d'],
    ['a } b { c', 'a {\\textbraceright} b {\\textbraceleft} c'],
    ['a {b', 'a {\\textbraceleft}b'],
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

  it('writes each sign in the form that the programs read, which our import reads too', () => {
    const entries = Object.entries(signForms);
    expect(entries.length).toBeGreaterThan(1400);
    for (const [sign, [form = '', ...readers]] of entries) {
      expect(toLatex(sign)).toBe(form);
      expect(foldForLatex(latexToPlain(`Aa ${form}bb cc`))).toBe(foldForLatex(`Aa ${sign}bb cc`));
      // Two programs that most people use, or nothing can be done for this sign.
      expect(readers.length, sign).toBeGreaterThan(1);
    }
  });

  it('writes the letters that a dotless i or a command would spoil as all five programs read them', () => {
    const forms: Readonly<Record<string, readonly string[]>> = signForms;
    for (const sign of 'íìîïĩīĵÍőűœđĐßøłşčéüñ<>|') expect(forms[sign]?.slice(1), sign).toHaveLength(5);
    for (const form of Object.values(signForms).map(([one]) => one ?? ''))
      expect(form).not.toMatch(/\\[ij]\b.*\}\}|^\{\\.\\[ij]\}$/);
  });

  it('reads the forms that older files hold', () => {
    const old: readonly (readonly [string, string])[] = [
      ["Garc{\\'\\i}a", 'García'],
      ['{\\=\\i}{\\u{\\i}}{\\^\\j}', 'īĭĵ'],
      ['{\\H{o}}{\\oe}{\\DJ}', 'őœĐ'],
      ['Nguy{\\~{\\^e}}n H{\\uhorn}{\\`\\ohorn}ng', 'Nguyễn Hường'],
      ['{\\textless}{\\textgreater}{\\textbar}', '<>|'],
      ['1--2---3 {\\textpm}', '1–2—3 ±'],
    ];
    for (const [latex, text] of old) expect(latexToPlain(latex)).toBe(text);
  });

  it('writes every letter of Vietnamese so that Citation.js and our import both read it', () => {
    const lower = 'aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ';
    for (const form of ['NFC', 'NFD'] as const) {
      const text = `${lower} ${lower.toUpperCase()}`.normalize(form);
      const latex = toLatex(text);
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

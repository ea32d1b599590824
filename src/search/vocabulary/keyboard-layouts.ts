/** Letters on the keys of keyboards, in the order of {@link keys}; two letters on one key are none. */
const keys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./\\";
const layouts: readonly string[] = [
  // Persian: ISIRI 9147, and the older layout of Windows.
  '‍ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو./ژ',
  '‍ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدئو./پ',
  // Arabic (101).
  'ذضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزظ\\',
];

/** A text as other keyboard layouts would have typed it, for readers who typed with the wrong one: `sghl` is سلام. */
export function otherKeyboards(text: string): string[] {
  const arabic = /[\u0600-\u06FF]/.test(text);
  if (arabic === /[a-z]/i.test(text)) return [];
  const texts = layouts.map((layout) => {
    const [from, to] = arabic ? [layout, keys] : [keys, layout];
    return Array.from(text.toLowerCase(), (letter) => {
      const key = letter === ' ' ? -1 : from.indexOf(letter);
      return key < 0 ? letter : to[key]!;
    }).join('');
  });
  return [...new Set(texts)];
}

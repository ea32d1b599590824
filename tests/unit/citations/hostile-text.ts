import fc from 'fast-check';

/** Texts that break careless writers: what the formats use themselves, signs of every script, and anything at all. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '{', '}', '\\', '%', '#', '@', '$', '&', '_', '~', '^', '<', '>', '|', '"', "'", '`', ',', ';', '=', '-', '–', '—', '‐', '!', '?',
        '\n', '\r\n', '\t', '\0', '\u0085', '\u2028', ' ', '  ', '\u00a0', '\u202f', '\u200c', 'ER  - ', 'TY  - JOUR', '\nPMID- 1', '}\n\n@article{x,',
        ' and ', '\\end', '\\textbf{', 'é', 'e\u0301', 'ế', 'ı', 'í', 'ǻ', 'ợ', 'ß', 'ʿ', '⁻', '³', '₂', '≥', '∆', 'Δ', 'α', 'αβγ', 'ά', 'ﬁ', '’', '“',
        'سلام', 'می‌شود', '中文', 'Ж', '😀', '\ud800', '\u0301', '\u0335', '<i>', '<sup>', '$x$', '--', "''", '``', ',,', 'word', 'A', 'mRNA', '1',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

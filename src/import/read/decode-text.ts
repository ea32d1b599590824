/** The text of a file and its encoding. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** True if the encoding was guessed: letters outside ASCII may be wrong. */
  readonly guessed: boolean;
}

/**
 * Decodes by byte order mark; as UTF-16 if every other byte is zero; as UTF-8 if it is valid; as the encoding that a
 * BibTeX file names; as GB 18030 if the bytes look like Chinese text; else as windows-1252. Undefined if the file is
 * not text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.length === 0) return { text: '', encoding: 'utf-8', guessed: false };
  const mark = marks.find(({ start }) => start.every((byte, index) => bytes[index] === byte));
  if (mark) return { text: new TextDecoder(mark.encoding).decode(bytes), encoding: mark.encoding, guessed: false };
  const wide = findUtf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, guessed: false };
  if (bytes.subarray(0, 65_536).includes(0)) return undefined;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false };
  } catch {
    const named = namedEncoding(bytes);
    const encoding = named ?? (looksLikeGbk(bytes) ? 'gb18030' : 'windows-1252');
    return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: named === undefined };
  }
}

const marks: readonly { readonly start: readonly number[]; readonly encoding: string }[] = [
  { start: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { start: [0xff, 0xfe], encoding: 'utf-16le' },
  { start: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** In UTF-16, every other byte of ASCII text is zero. */
function findUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return odd > half * 0.4 && even < half * 0.05 ? 'utf-16le' : undefined;
}

/**
 * The encoding in `% Encoding: Cp1252`, as JabRef writes it; undefined for UTF-8, because the bytes are not valid
 * UTF-8.
 */
function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2000));
  const name = /(?:^%+ *Encoding: *|encoding=["'])([\w-]+)/im
    .exec(head)?.[1]
    ?.toLowerCase()
    .replace(/^cp(?=125)/, 'windows-');
  if (name === undefined || /^utf-?8$/.test(name)) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/** True if all bytes outside ASCII are pairs of GBK, and most pairs are common characters. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  let single = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const next = bytes[index + 1] ?? 0;
    if (byte >= 0x81 && byte <= 0xfe && next >= 0xa1 && next <= 0xfe) {
      pairs += 1;
      // Level 1 of GB 2312: the characters of everyday texts.
      if (byte >= 0xb0 && byte <= 0xd7) common += 1;
      index += 1;
    } else single += 1;
  }
  return pairs > 0 && single === 0 && common >= pairs * 0.7;
}

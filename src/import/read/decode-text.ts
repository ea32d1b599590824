/** The text of a file and its encoding. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** True if the encoding was guessed: letters outside ASCII may be wrong. */
  readonly guessed: boolean;
}

/**
 * Decodes by byte order mark; as UTF-16 if every other byte is zero; as UTF-8 if it is valid; as the encoding that a
 * BibTeX file names; as GB 18030 or windows-1256 if the bytes look like Chinese or like Persian and Arabic; line by line
 * if most lines are UTF-8; else as windows-1252. Byte order marks inside the text, where files were joined, are
 * removed. Undefined if the file is not text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const found = decode(bytes);
  return found?.text.includes('\uFEFF') ? { ...found, text: found.text.replace(/^\uFEFF+/gm, '') } : found;
}

function decode(bytes: Uint8Array): DecodedText | undefined {
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
    const mixed = named === undefined ? decodeLines(bytes) : undefined;
    if (mixed !== undefined) return { text: mixed, encoding: 'utf-8 and windows-1252', guessed: true };
    const encoding =
      named ?? (looksLikeGbk(bytes) ? 'gb18030' : looksLikeArabic(bytes) ? 'windows-1256' : 'windows-1252');
    return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: named === undefined };
  }
}

const marks: readonly { readonly start: readonly number[]; readonly encoding: string }[] = [
  { start: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { start: [0xff, 0xfe], encoding: 'utf-16le' },
  { start: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** In UTF-16, every other byte of ASCII text is zero, and tags and spaces are ASCII in every script. */
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
  if (even > half * 0.12 && odd < half * 0.01) return 'utf-16be';
  return odd > half * 0.12 && even < half * 0.01 ? 'utf-16le' : undefined;
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

/**
 * The text of files that were joined: each line is UTF-8, or else windows-1252. Undefined if less than half of the lines
 * with other bytes than ASCII are UTF-8.
 */
function decodeLines(bytes: Uint8Array): string | undefined {
  const [utf8, other] = [new TextDecoder('utf-8', { fatal: true }), new TextDecoder('windows-1252')];
  const lines: string[] = [];
  const counts = { utf8: 0, other: 0 };
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(lineFeed, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    start += line.length;
    const isAscii = line.every((byte) => byte < 0x80);
    try {
      lines.push(utf8.decode(line));
      if (!isAscii) counts.utf8 += 1;
    } catch {
      lines.push(other.decode(line));
      counts.other += 1;
    }
  }
  return counts.utf8 >= counts.other ? lines.join('') : undefined;
}
const lineFeed = 0x0a;

/**
 * True if most bytes outside ASCII are beside each other, as in words of another script, and are letters of Arabic and
 * Persian in windows-1256. Between them that encoding has the letters of French, which never make whole words.
 */
function looksLikeArabic(bytes: Uint8Array): boolean {
  const letters = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const isArabic = Array.from(letters, (letter) => /[\p{Script=Arabic}\u200c\u200d\u060c\u061b\u061f]/u.test(letter));
  let all = 0;
  let beside = 0;
  let arabic = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    all += 1;
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80) continue;
    beside += 1;
    if (isArabic[byte]) arabic += 1;
  }
  return beside > all * 0.7 && arabic > beside * 0.95;
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

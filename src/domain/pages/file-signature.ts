/** True if the first bytes of a file fit its extension. An extension without a known signature always fits. */
export function hasSignature(bytes: Uint8Array, extension: string): boolean {
  return signatures[extension]?.(latin1(bytes.subarray(0, 1024))) ?? true;
}

type SignatureTest = (start: string) => boolean;

const startsWithAny =
  (...starts: readonly string[]): SignatureTest =>
  (start) =>
    starts.some((text) => start.startsWith(text));
const zip = startsWithAny('PK\x03\x04', 'PK\x05\x06');

/** UTF-16 texts hold zeros, and begin with a byte order mark. */
function isText(start: string): boolean {
  return /^(?:\xff\xfe|\xfe\xff)/.test(start) || !start.includes('\0');
}

/** By extension, from the specifications of the formats. */
const signatures: Readonly<Partial<Record<string, SignatureTest>>> = {
  '.png': startsWithAny('\x89PNG\r\n\x1a\n'),
  '.jpg': startsWithAny('\xff\xd8\xff'),
  '.jpeg': startsWithAny('\xff\xd8\xff'),
  '.gif': startsWithAny('GIF87a', 'GIF89a'),
  '.webp': (start) => start.startsWith('RIFF') && start.startsWith('WEBP', 8),
  '.avif': (start) => start.startsWith('ftyp', 4) && /avi[fs]/.test(start.slice(8, 40)),
  '.svg': (start) => /^(?:\xef\xbb\xbf)?\s*</.test(start),
  '.pdf': (start) => start.includes('%PDF-'),
  '.zip': zip,
  '.docx': zip,
  '.xlsx': zip,
  '.pptx': zip,
  '.odt': zip,
  '.ods': zip,
  '.odp': zip,
  '.epub': zip,
  '.gz': startsWithAny('\x1f\x8b'),
  '.json': isText,
  '.ipynb': isText,
  '.csv': isText,
  '.tsv': isText,
  '.txt': isText,
  '.mp4': (start) => start.startsWith('ftyp', 4),
  '.webm': startsWithAny('\x1a\x45\xdf\xa3'),
  '.mp3': (start) => start.startsWith('ID3') || /^\xff[\xe0-\xff]/.test(start),
  '.vtt': (start) => /^(?:\xef\xbb\xbf)?WEBVTT/.test(start),
};

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/**
 * Why a file of this path cannot be kept, served and checked out on every system, in words that follow its name; undefined
 * for what can. Sources: learn.microsoft.com, "Naming Files, Paths, and Namespaces"; 255 bytes are the most that common
 * file systems hold in one name.
 */
export function portabilityFault(path: string): string | undefined {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(path)) return 'is not a path from the file that names it';
  for (const name of path.replace(/^(?:\.\/)+/, '').split('/')) {
    if (name === '..' || name === '') return 'leaves the folder, or has an empty part';
    // Persian words are written with the invisible joiners U+200C and U+200D.
    const character = /[\\:*?"<>|\p{Cc}]|(?![\u200c\u200d])\p{Cf}/u.exec(name)?.[0];
    if (character !== undefined)
      return `holds the sign ${showCharacter(character)}, which not every system allows in a file's name`;
    if (name.startsWith('.')) return 'begins with a stop, which hides it';
    if (/[. ]$/.test(name)) return 'ends with a stop or a space, which Windows drops';
    if (deviceNames.test(name)) return 'is the name of a device on Windows, where no file can be called so';
    if (new TextEncoder().encode(name).length > maxBytes) return `is longer than ${maxBytes} bytes`;
  }
  return undefined;
}

/** Below 255, because systems that keep accents apart from their letters need more bytes for the same name. */
const maxBytes = 200;

const deviceNames = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

const showCharacter = (character: string): string =>
  /[\p{Cc}\p{Cf}]/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : character;

/** The same for two paths that are one file where capitals or the form of accents do not count, as on macOS and Windows. */
export const portableKey = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC');

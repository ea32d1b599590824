import { codePointOf } from '../text/code-point.ts';

/**
 * Why a file with this path cannot be stored, served or checked out on every system: a phrase that follows the file's
 * name; undefined if it can. Sources: learn.microsoft.com, "Naming Files, Paths, and Namespaces"; common file systems
 * allow 255 bytes in one name.
 */
export function portabilityFault(path: string): string | undefined {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(path)) return 'is not a path from the file that names it';
  for (const name of path.replace(/^(?:\.\/)+/, '').split('/')) {
    if (name === '..' || name === '') return 'leaves the folder, or has an empty part';
    // Persian words need the invisible joiners U+200C and U+200D.
    const character = /[\\:*?"<>|\p{Cc}]|(?![\u200c\u200d])\p{Cf}/u.exec(name)?.[0];
    if (character !== undefined)
      return `contains ${showCharacter(character)}, which not every system allows in a file's name`;
    if (name.startsWith('.')) return 'begins with a full stop, which hides it';
    if (/[. ]$/.test(name)) return 'ends with a full stop or a space, which Windows removes';
    if (deviceName.test(name)) return 'is the name of a device on Windows, where no file can have this name';
    if (new TextEncoder().encode(name).length > maxBytes) return `is longer than ${maxBytes} bytes`;
  }
  return undefined;
}

/** Below 255, because systems that store accents separately need more bytes for the same name. */
const maxBytes = 200;

/** Names of devices on Windows, which no file may have, with any extension (learn.microsoft.com, "Naming Files"). */
export const deviceName = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

const showCharacter = (character: string): string =>
  /[\p{Cc}\p{Cf}]/u.test(character) ? codePointOf(character) : character;

/**
 * Equal for two paths that are one file on systems that ignore case or the form of accents, such as macOS and Windows.
 */
export const portableKey = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC');

import type { LocalizedText } from '../languages/localized-text.ts';
import { foldName } from './name-key.ts';

/**
 * The names of a person in other scripts that say more than `shown`, the one that a reader sees already: languages that
 * write a name alike, or differ only in letters that look alike (ي and ی), give it once.
 */
export function otherNames(native: LocalizedText | undefined, shown: string): readonly (readonly [string, string])[] {
  const seen = new Set([foldName(shown)]);
  return Object.entries(native ?? {}).filter(([, text]) => {
    const key = foldName(text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

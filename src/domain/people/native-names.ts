import type { LocalizedText } from '../languages/localized-text.ts';
import { foldName } from './name-key.ts';

/**
 * Names of a person in other scripts, each with its language, without `shown`, the name that a reader already sees. A
 * name that differs only in letter variants (ي and ی) is returned once.
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

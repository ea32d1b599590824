import { withStorage } from '../with-storage.ts';

/** Unsaved text that this device keeps. */
export interface KeptText {
  readonly text: string;
  /** Version of the file on which it is based; undefined for a new file. */
  readonly version?: string;
}

/** Stores unsaved text. False where the browser has no storage, or no space. */
export function keepText(base: string, file: string, kept: KeptText): boolean {
  try {
    localStorage.setItem(keyOf(base, file), JSON.stringify(kept));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

export function readKept(base: string, file: string): KeptText | undefined {
  const stored = withStorage(() => localStorage.getItem(keyOf(base, file)));
  if (!stored) return undefined;
  try {
    const kept: unknown = JSON.parse(stored);
    if (typeof kept !== 'object' || kept === null || !('text' in kept) || typeof kept.text !== 'string')
      return undefined;
    const version = 'version' in kept && typeof kept.version === 'string' ? { version: kept.version } : {};
    return { text: kept.text, ...version };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const forgetKept = (base: string, file: string): void => {
  withStorage(() => localStorage.removeItem(keyOf(base, file)));
};

const keyOf = (base: string, file: string): string => `colophon-desk:${base}:${file}`;

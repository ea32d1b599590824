import { deskLanguages, type DeskLanguage } from './strings/desk-words.ts';

const key = 'colophon-desk-language';

/** The language that was chosen on this device, else the first of the site that the desk speaks, else English. */
export function chosenLanguage(locales: readonly string[]): DeskLanguage {
  const chosen = readChosen();
  return (
    [chosen, ...locales].map((wanted) => deskLanguages.find((language) => language === wanted)).find(Boolean) ?? 'en'
  );
}

export function keepLanguage(language: DeskLanguage): void {
  try {
    localStorage.setItem(key, language);
  } catch (error) {
    // Where the browser keeps nothing, the choice holds until the page is closed.
    if (!(error instanceof DOMException)) throw error;
  }
}

function readChosen(): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

import { deskLanguages, type DeskLanguage } from './strings/desk-words.ts';

const key = 'colophon-desk-language';

/** Event of the window whose `detail` is the language that was chosen. */
export const languageEvent = 'colophon-desk-language';

/** The language that was chosen on this device, else the first language of the site that the desk has, else English. */
export function chosenLanguage(locales: readonly string[]): DeskLanguage {
  const chosen = readChosen();
  return (
    [chosen, ...locales].map((wanted) => deskLanguages.find((language) => language === wanted)).find(Boolean) ?? 'en'
  );
}

/** Stores the chosen language on this device, and dispatches {@link languageEvent} for the parts of the page outside of the desk. */
export function keepLanguage(language: DeskLanguage): void {
  dispatchEvent(new CustomEvent<DeskLanguage>(languageEvent, { detail: language }));
  try {
    localStorage.setItem(key, language);
  } catch (error) {
    // Without storage, the choice is kept until the page is closed.
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

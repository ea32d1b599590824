import { element } from '../page/element.ts';

/** Downloads a text as a file. */
export function download(text: string, mediaType: string, name: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  element('a', { href, download: name }).click();
  // The browser may ask for a folder before it reads the file.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

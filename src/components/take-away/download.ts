import { element } from '../page/element.ts';

/** Gives the reader a file that was made in the browser. */
export function download(text: string, mediaType: string, name: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  element('a', { href, download: name }).click();
  // The browser reads it when it has asked the reader where to put it.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

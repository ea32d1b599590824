import type { Fault } from '../../domain/problems/problem.ts';
import { quote } from '../../domain/text/quote.ts';

/**
 * A picture, a video or captions of another server, or ones that are written into the text: a page asks nobody else for
 * anything, and its Content-Security-Policy would forbid it. Browsers take `\\` for `/`, and drop tabs and line breaks.
 */
export function findExternalMedia(source: string): Fault | undefined {
  const address = source.replace(/[\0-\x20]/g, '').replaceAll('\\', '/');
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return undefined;
  return {
    name: 'picture-elsewhere',
    message: `${quote(source)} is not on this site, and pages ask no other site for anything`,
    hint: 'save the file beside the text, and write its name, such as ./figure.png; or write a link to it',
  };
}

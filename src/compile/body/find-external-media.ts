import type { Fault } from '../../domain/problems/problem.ts';
import { quote } from '../../domain/text/quote.ts';

/**
 * The fault of a picture, a video or captions from another server, or from a `data:` address. A page loads nothing from
 * other sites, and its Content-Security-Policy forbids it. Browsers read `\\` as `/`, and drop tabs and line breaks.
 */
export function findExternalMedia(source: string): Fault | undefined {
  const address = source.replace(/[\0-\x20]/g, '').replaceAll('\\', '/');
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return undefined;
  return {
    name: 'picture-elsewhere',
    message: `${quote(source)} is not on this site, and pages load nothing from other sites`,
    hint: 'save the file beside the text, and write its name, such as ./figure.png; or write a link to it',
  };
}

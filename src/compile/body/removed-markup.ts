import type { Fault } from '../../domain/problems/problem.ts';
import { quote } from '../../domain/text/quote.ts';

/** A link whose address is none that a page may hold: its words stay, and link to nothing. */
export const removedLink = (address: string): Fault => ({
  severity: 'warning',
  name: 'link-left-out',
  message: `the link to ${quote(address)} is left out, and its words stand without one: links begin with https://, http:// or mailto:`,
  hint: 'write the address of a page, such as https://example.org/data, or delete the link',
});

/** An attribute of an element that a text does not keep: one that runs code, or sets how a page looks. */
export const removedAttribute = (name: string, tag: string, kept: readonly string[]): Fault => ({
  severity: 'warning',
  name: 'attribute-left-out',
  message: `the attribute ${quote(name)} of <${tag}> is left out: a text keeps what says something, and neither scripts nor styles`,
  hint: `delete it; <${tag}> takes ${kept.join(', ')}`,
});

import type { Fault } from '../domain/problems/problem.ts';
import { findMailAddresses } from '../domain/people/mail-address.ts';
import type { Report } from './compile-report.ts';
import type { Frontmatter } from './yaml/read-yaml.ts';

/**
 * Reports each mail address that a file of a publication or a person would publish without intention, such as one in an
 * affiliation or at the end of an abstract. Intended addresses are no fault: those of `site.yaml`, of text pages, and links
 * to `mailto:`.
 */
export function findPublishedMail(front: Frontmatter, report: Report): void {
  for (const [path, text] of texts(front.fields, []))
    for (const address of findMailAddresses(text))
      report.addAt(faultOf(address, markdownFields.has(String(path[0]))), front, path);
  const found = new Set(findMailAddresses(front.body));
  for (const [index, line] of front.body.split('\n').entries())
    for (const address of findMailAddresses(line))
      if (found.delete(address)) report.add(faultOf(address, true), { line: index + 1 + front.bodyLine, column: 1 });
}

/** Fields that may hold a link. */
const markdownFields: ReadonlySet<string> = new Set(['abstracts', 'summary', 'bio']);

const faultOf = (address: string, linked: boolean): Fault => ({
  severity: 'warning',
  name: 'mail-address-published',
  message: `the mail address ${address} would be published, and senders of spam collect addresses from pages`,
  hint: linked
    ? `delete it, or write [${address}](mailto:${address}) if readers should use it`
    : 'delete it: readers find the authors by their names and ORCID iDs',
});

function* texts(value: unknown, path: readonly (string | number)[]): Generator<[readonly (string | number)[], string]> {
  if (typeof value === 'string') {
    // An address in a name is reported as an error of the name.
    if (!(path[0] === 'names' || (path[0] === 'authors' && (path.length === 2 || path[2] === 'name'))))
      yield [path, value];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      yield* texts(item, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

import { findLicense } from '../../domain/publication/license.ts';
import { child, children, fieldOf, isElement, rawText, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';

/** Adds the line of copyright and the licence. */
export function addJatsPermissions(record: MutableRecord, permissions: XmlElement | undefined): void {
  if (!permissions) return;
  const [statement] = children(permissions, 'copyright-statement');
  const [year, holder] = ['copyright-year', 'copyright-holder'].map((name) => textOf(child(permissions, name)));
  if (statement) setText(record, 'copyright', fieldOf(statement));
  else if (holder) setText(record, 'copyright', fieldOf(permissions), ['©', year, holder].filter(Boolean).join(' '));
  for (const license of children(permissions, 'license')) {
    const addresses = addressesIn(license);
    const known = [...addresses, textOf(license)].map(findLicense).find((id) => id !== undefined);
    if (known !== undefined) setText(record, 'license', fieldOf(license, 'license', known));
    else reportUnplaced(record, fieldOf(license, 'license', [...addresses, textOf(license)].join(' ')), 'no place');
  }
  for (const name of ['copyright-year', 'copyright-holder'])
    for (const part of children(permissions, name))
      if (record.copyright !== undefined && !record.copyright.includes(textOf(part)))
        reportUnplaced(record, fieldOf(part), 'no place');
  for (const reference of children(permissions, 'ali:license_ref')) {
    const known = findLicense(rawText(reference));
    if (known !== undefined) setText(record, 'license', fieldOf(reference, 'license', known));
  }
}

/** The addresses in an element: attributes and the references of `ali:license_ref`. */
function addressesIn(element: XmlElement): readonly string[] {
  const own = [element.attributes['xlink:href'] ?? '', element.name === 'ali:license_ref' ? textOf(element) : ''];
  return [...own.filter(Boolean), ...element.children.flatMap((node) => (isElement(node) ? addressesIn(node) : []))];
}

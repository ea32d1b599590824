import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import { child, children, fieldOf, isElement, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, type MutableRecord } from '../record/mutable-record.ts';

/** Adds the awards of each funder. A sentence about funding has no place. */
export function addJatsFunding(record: MutableRecord, meta: XmlElement): void {
  for (const group of children(meta, 'funding-group')) {
    for (const award of children(group, 'award-group')) addAward(record, award);
    for (const part of group.children.filter(isElement))
      if (part.name !== 'award-group') reportUnplaced(record, fieldOf(part), 'no place');
  }
  for (const object of children(meta, 'related-object')) {
    const id = object.attributes['document-id'] ?? object.attributes['object-id'] ?? textOf(object);
    if (parseTrialRegistration(id).ok) record.trials.push(id);
    else reportUnplaced(record, fieldOf(object, 'related-object', [id, textOf(object)].join(' ')), 'no place');
  }
}

function addAward(record: MutableRecord, group: XmlElement): void {
  const awards = children(group, 'award-id').map(textOf).filter(Boolean);
  const sources = children(group, 'funding-source');
  for (const source of sources) {
    const funder =
      textOf(child(source, 'institution-wrap', 'institution')) ||
      textOf(child(source, 'institution')) ||
      textOf(withoutIdentifiers(source));
    if (funder === '') continue;
    if (awards.length === 0) record.funding.push({ funder });
    for (const award of awards) record.funding.push({ funder, award });
  }
  for (const part of group.children.filter(isElement))
    if ((part.name === 'award-id' && sources.length === 0) || !['award-id', 'funding-source'].includes(part.name))
      reportUnplaced(record, fieldOf(part), 'no place');
}

const withoutIdentifiers = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.filter((node) => !isElement(node) || node.name !== 'institution-id'),
});

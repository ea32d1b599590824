import { child, children, fieldOf, isElement, textOf, type XmlElement } from '../record/read-xml.ts';
import type { ForeignAuthor } from '../record/foreign-record.ts';
import { addAffiliation, groupAuthor, reportUnplaced, type MutableRecord } from '../record/mutable-record.ts';
import { affiliationsById, readAffiliation } from './jats-affiliations.ts';
import { readJatsName } from './jats-name.ts';
import { withoutNotes } from './jats-titles.ts';
import { withoutOrcidAddress } from '../../domain/identifiers/orcid.ts';

/** Adds authors, editors and translators, with identifiers, affiliations and marks. */
export function addJatsContributors(record: MutableRecord, meta: XmlElement): void {
  const groups = children(meta, 'contrib-group');
  const addresses = affiliationsById([meta, ...groups]);
  const notes = notesById(child(meta, 'author-notes'));
  const used = new Set<string>();
  for (const group of groups) {
    const contributors = children(group, 'contrib');
    // An address in the group without a mark is that of all its people.
    const shared = contributors.some((one) => referencesOf(one, 'aff').length > 0)
      ? []
      : children(group, 'aff').filter(({ attributes }) => attributes['id'] === undefined);
    for (const element of contributors) addContributor(element, group, shared);
  }
  for (const [id, address] of addresses) if (!used.has(id)) addAffiliation(record, address.name, address.ror);
  for (const element of children(meta, 'aff').filter(({ attributes }) => attributes['id'] === undefined)) {
    const { name, ror } = readAffiliation(element);
    if (name !== '') addAffiliation(record, name, ror);
  }
  for (const note of child(meta, 'author-notes')?.children.filter(isElement) ?? [])
    reportUnplaced(record, fieldOf(note), 'no place');

  function addContributor(element: XmlElement, group: XmlElement, shared: readonly XmlElement[]): void {
    const kind = element.attributes['contrib-type'] ?? group.attributes['content-type'] ?? 'author';
    const author = contributorOf(record, element);
    if (!author) return;
    if (/editor/i.test(kind)) record.editors.push(withAffiliations(author));
    else if (/translator/i.test(kind)) record.translators.push(withAffiliations(author));
    else if (!/author|^$|collab|group/i.test(kind)) {
      reportUnplaced(record, fieldOf(element, `contrib[${kind}]`, author.name), 'no place');
      return;
    } else {
      const references = [...referencesOf(element, 'fn'), ...referencesOf(element, 'author-notes')];
      record.authors.push({
        ...withAffiliations(author),
        ...(isCorresponding(element) ? { corresponding: true } : {}),
        ...(element.attributes['equal-contrib'] === 'yes' || references.some((id) => notes.get(id) === 'equal')
          ? { equal: true }
          : {}),
      });
    }
    for (const part of element.children.filter(isElement))
      if (!readElements.has(part.name)) reportUnplaced(record, fieldOf(part), 'database');

    function withAffiliations(person: ForeignAuthor): ForeignAuthor {
      const marked = referencesOf(element, 'aff').flatMap((id) => {
        used.add(id);
        return addresses.get(id) ?? [];
      });
      const own = [...children(element, 'aff'), ...shared].map(readAffiliation);
      const named = [...marked, ...own].filter(({ name }) => name !== '');
      const numbers = named.map(({ name, ror }) => addAffiliation(record, name, ror));
      return { ...person, affiliations: [...new Set(numbers)] };
    }
  }
}

function contributorOf(record: MutableRecord, element: XmlElement): ForeignAuthor | undefined {
  const collab = child(element, 'collab') ?? child(element, 'collab-alternatives', 'collab');
  const orcids = children(element, 'contrib-id');
  const orcid = orcids.find(({ attributes }) => attributes['contrib-id-type'] === 'orcid');
  for (const other of orcids) if (other !== orcid) reportUnplaced(record, fieldOf(other), 'database');
  const known = orcid ? { orcid: withoutOrcidAddress(textOf(orcid)) } : {};
  if (collab) {
    const name = textOf(withoutMembers(withoutNotes(collab)));
    // Members of a group are not authors of their own.
    for (const member of children(child(collab, 'contrib-group'), 'contrib'))
      reportUnplaced(
        record,
        fieldOf(member, 'member of a group', readJatsName(member)?.name ?? textOf(member)),
        'no place',
      );
    return name === '' ? undefined : { ...groupAuthor(name), ...known };
  }
  const name = readJatsName(element);
  return name && { ...name, ...known };
}

const withoutMembers = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.filter((node) => !isElement(node) || !/^(?:contrib-group|aff|xref)$/.test(node.name)),
});

/** The ids that `xref` elements of a kind refer to. A `rid` may hold several. */
const referencesOf = (element: XmlElement, kind: string): readonly string[] =>
  children(element, 'xref')
    .filter(({ attributes }) => attributes['ref-type'] === kind)
    .flatMap(({ attributes }) => (attributes['rid'] ?? '').split(/\s+/).filter(Boolean));

const isCorresponding = (element: XmlElement): boolean =>
  element.attributes['corresp'] === 'yes' || referencesOf(element, 'corresp').length > 0;

/** Notes that say that authors contributed equally. */
const notesById = (notes: XmlElement | undefined): ReadonlyMap<string, 'equal'> =>
  new Map(
    children(notes, 'fn').flatMap((note) => {
      const id = note.attributes['id'];
      const isEqual =
        note.attributes['fn-type'] === 'equal' || /contributed equally|equal contribution/i.test(textOf(note));
      return id !== undefined && isEqual ? [[id, 'equal'] as const] : [];
    }),
  );

const readElements: ReadonlySet<string> = new Set(
  'name name-alternatives string-name collab collab-alternatives contrib-id xref aff anonymous'.split(' '),
);

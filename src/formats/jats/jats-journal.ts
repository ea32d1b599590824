import { child, children, fieldOf, isElement, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';

/** Adds the journal, its abbreviation, ISSNs and publisher. */
export function addJatsJournal(record: MutableRecord, meta: XmlElement | undefined): void {
  for (const group of [meta, ...children(meta, 'journal-title-group')]) {
    for (const title of children(group, 'journal-title')) setText(record, 'container', fieldOf(title));
    for (const title of children(group, 'journal-subtitle')) reportUnplaced(record, fieldOf(title), 'no place');
    for (const short of children(group, 'abbrev-journal-title')) setText(record, 'abbreviation', fieldOf(short));
  }
  for (const id of children(meta, 'journal-id')) {
    const kind = id.attributes['journal-id-type'] ?? '';
    // The abbreviation of NLM catalogs: it counts if the publisher gives none.
    if ((kind === 'nlm-ta' || kind === 'iso-abbrev') && record.abbreviation === undefined) {
      if (textOf(id) !== record.container) setText(record, 'abbreviation', fieldOf(id));
    } else if (textOf(id) !== record.abbreviation)
      reportUnplaced(record, fieldOf(id, `journal-id[${kind}]`), 'database');
  }
  for (const issn of children(meta, 'issn')) {
    const kind = `${issn.attributes['pub-type'] ?? ''} ${issn.attributes['publication-format'] ?? ''}`;
    setText(record, /epub|electronic|online/i.test(kind) ? 'eissn' : 'issn', fieldOf(issn));
  }
  for (const issn of children(meta, 'issn-l'))
    if (textOf(issn) !== record.issn && textOf(issn) !== record.eissn)
      reportUnplaced(record, fieldOf(issn), 'database');
  const publisher = child(meta, 'publisher');
  const name = child(publisher, 'publisher-name');
  if (name) setText(record, 'publisher', fieldOf(name));
  for (const place of children(publisher, 'publisher-loc')) reportUnplaced(record, fieldOf(place), 'database');
  for (const element of meta?.children.filter(isElement) ?? [])
    if (!readElements.has(element.name)) reportUnplaced(record, fieldOf(element), 'database');
}

const readElements: ReadonlySet<string> = new Set(
  'journal-id journal-title journal-title-group journal-subtitle abbrev-journal-title issn issn-l publisher'.split(' '),
);

import { child, children, fieldOf, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';

/** Adds the identifiers of the article, and its article number if PubMed has it instead of pages. */
export function addPubmedIdentifiers(
  record: MutableRecord,
  citation: XmlElement | undefined,
  article: XmlElement | undefined,
  data: XmlElement | undefined,
): void {
  // The latest version comes first.
  const pmids = [...children(citation, 'PMID')].sort(
    (a, b) => Number(b.attributes['Version'] ?? 1) - Number(a.attributes['Version'] ?? 1),
  );
  for (const pmid of pmids) setText(record, 'pmid', fieldOf(pmid));
  const ids = [
    ...children(child(data, 'ArticleIdList'), 'ArticleId'),
    ...children(child(citation, 'ArticleIdList'), 'ArticleId'),
  ];
  const pages = textOf(child(article, 'Pagination', 'MedlinePgn'));
  for (const id of [...children(article, 'ELocationID'), ...ids]) {
    const kind = (id.attributes['EIdType'] ?? id.attributes['IdType'] ?? '').toLowerCase();
    const field = fieldOf(id, `${id.name}[${kind}]`);
    if (kind === 'doi') {
      if (record.doi?.toLowerCase() !== field.value.toLowerCase()) setText(record, 'doi', field);
    } else if (kind === 'pmc') setText(record, 'pmcid', field);
    else if (kind === 'pii' && field.value === pages) setText(record, 'articleNumber', field);
    else if (kind !== 'pubmed' && !record.unplaced.some(({ value }) => value === field.value))
      reportUnplaced(record, field, 'database');
  }
  for (const id of children(citation, 'OtherID')) {
    if (/^PMC\d+$/.test(textOf(id))) setText(record, 'pmcid', fieldOf(id));
    else reportUnplaced(record, fieldOf(id), 'database');
  }
}

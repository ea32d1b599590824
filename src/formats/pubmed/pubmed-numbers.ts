import { child, children, fieldOf, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, place, type RecordSketch } from '../record/record-sketch.ts';

/** The identifiers of the article, and its number where that stands in place of pages. */
export function placePubmedNumbers(
  sketch: RecordSketch,
  citation: XmlElement | undefined,
  article: XmlElement | undefined,
  data: XmlElement | undefined,
): void {
  // Of several versions the last counts.
  const pmids = [...children(citation, 'PMID')].sort(
    (a, b) => Number(b.attributes['Version'] ?? 1) - Number(a.attributes['Version'] ?? 1),
  );
  for (const pmid of pmids) place(sketch, 'pmid', fieldOf(pmid));
  const ids = [
    ...children(child(data, 'ArticleIdList'), 'ArticleId'),
    ...children(child(citation, 'ArticleIdList'), 'ArticleId'),
  ];
  const pages = textOf(child(article, 'Pagination', 'MedlinePgn'));
  for (const id of [...children(article, 'ELocationID'), ...ids]) {
    const kind = (id.attributes['EIdType'] ?? id.attributes['IdType'] ?? '').toLowerCase();
    const field = fieldOf(id, `${id.name}[${kind}]`);
    if (kind === 'doi') {
      if (sketch.doi?.toLowerCase() !== field.value.toLowerCase()) place(sketch, 'doi', field);
    } else if (kind === 'pmc') place(sketch, 'pmcid', field);
    else if (kind === 'pii' && field.value === pages) place(sketch, 'articleNumber', field);
    else if (kind !== 'pubmed' && !sketch.unplaced.some(({ value }) => value === field.value))
      reportUnplaced(sketch, field, 'database');
  }
  for (const id of children(citation, 'OtherID')) {
    if (/^PMC\d+$/.test(textOf(id))) place(sketch, 'pmcid', fieldOf(id));
    else reportUnplaced(sketch, fieldOf(id), 'database');
  }
}

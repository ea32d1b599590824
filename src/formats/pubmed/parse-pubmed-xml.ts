import type { ForeignProblem, ParsedRecords } from '../record/foreign-record.ts';
import { readPubmedArticle } from './pubmed-article.ts';
import { readXml } from '../record/read-xml.ts';

/** Parses the XML of PubMed: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/ */
export function parsePubmedXml(text: string): ParsedRecords {
  const { elements, problems } = readXml(text, ['PubmedArticle', 'PubmedBookArticle', 'DeleteCitation']);
  const deleted: ForeignProblem[] = elements
    .filter(({ name }) => name === 'DeleteCitation')
    .map(({ line }) => ({
      severity: 'warning',
      name: 'deleted-citations',
      line,
      message: 'PubMed lists records here that it has withdrawn; nothing was deleted',
      hint: 'look at them by hand',
    }));
  return {
    records: elements.filter(({ name }) => name !== 'DeleteCitation').map(readPubmedArticle),
    problems: [...problems, ...deleted],
  };
}

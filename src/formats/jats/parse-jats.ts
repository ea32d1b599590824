import { readXml } from '../record/read-xml.ts';
import type { ParsedRecords } from '../record/foreign-record.ts';
import { readJatsArticle } from './jats-article.ts';

/** Parses articles in JATS, alone or in a list, such as those of PubMed Central. https://jats.nlm.nih.gov/archiving/tag-library/1.4/ */
export function parseJats(text: string): ParsedRecords {
  const { elements, problems } = readXml(text, ['article']);
  return { records: elements.map(readJatsArticle), problems };
}

import { toPlainText } from '../../formats/record/xml-markup.ts';
import { decodeEntities } from '../../formats/record/html-entities.ts';
import type { ForeignAuthor, ForeignRecord } from '../../formats/record/foreign-record.ts';

/**
 * Replaces the character references of HTML in a record: databases leave `&lt;` and `&eacute;` in plain text. Titles that are
 * written as in content files are left, because their references are markup.
 */
export function decodeReferences(record: ForeignRecord): ForeignRecord {
  if (record.markup !== 'plain') return record;
  const lists = Object.fromEntries(authorLists.map((name) => [name, record[name].map(decodeAuthor)]));
  const texts = Object.fromEntries(
    textFields.flatMap((name) => (record[name] === undefined ? [] : [[name, decodeEntities(record[name])]])),
  );
  return {
    ...record,
    ...texts,
    ...lists,
    titles: record.titles.map((one) => ({ ...one, text: decodeEntities(one.text) })),
    affiliations: record.affiliations.map((one) => ({ ...one, name: decodeEntities(one.name) })),
    keywords: record.keywords.map(decodeEntities),
    abstracts: record.abstracts.map((abstract) => ({
      ...abstract,
      sections: abstract.sections.map((section) => ({ ...section, text: withoutMarkup(decodeEntities(section.text)) })),
    })),
  };
}

/** Programs copy `<i>E. coli</i>` and `10<sup>3</sup>` from pages into abstracts, which are plain text. */
const withoutMarkup = (text: string): string =>
  text.replace(/<(i|b|em|strong|sub|sup)>([^<>]{1,200})<\/\1>/gi, (_, name: string, inside: string) =>
    toPlainText({ name, attributes: {}, children: [inside], line: 0 }),
  );

const decodeAuthor = (author: ForeignAuthor): ForeignAuthor => ({ ...author, name: decodeEntities(author.name) });

const authorLists = ['authors', 'editors', 'translators', 'seriesEditors', 'advisors'] as const;
const textFields = ['title', 'container', 'abbreviation', 'publisher', 'series', 'copyright', 'originalTitle'] as const;

import { decodeEntities } from '../../formats/record/html-entities.ts';
import type { ForeignAbstract, ForeignAuthor, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { withoutHtml } from './abstract-html.ts';

/**
 * Replaces the character references of HTML in a record: databases leave `&lt;` and `&eacute;` in plain text. Titles that are
 * written as in content files are left, because their references are markup. Abstracts lose the markup of pages.
 */
export function decodeRecord(record: ForeignRecord): ForeignRecord {
  if (record.markup !== 'plain')
    return { ...record, abstracts: record.abstracts.map((abstract) => withTexts(abstract, withoutHtml)) };
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
    abstracts: record.abstracts.map((abstract) => withTexts(abstract, (text) => withoutHtml(decodeEntities(text)))),
  };
}

const withTexts = (abstract: ForeignAbstract, change: (text: string) => string): ForeignAbstract => ({
  ...abstract,
  sections: abstract.sections.map((section) => ({ ...section, text: change(section.text) })),
});

const decodeAuthor = (author: ForeignAuthor): ForeignAuthor => ({ ...author, name: decodeEntities(author.name) });

const authorLists = ['authors', 'editors', 'translators', 'seriesEditors', 'advisors'] as const;
const textFields = ['title', 'container', 'abbreviation', 'publisher', 'series', 'copyright', 'originalTitle'] as const;

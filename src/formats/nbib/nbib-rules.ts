import { isGroup, type PersonName } from '../../domain/people/person-name.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { isArticle } from '../record/cited-publication.ts';
import { marcLanguage } from '../record/language-names.ts';
import { oneLine } from '../record/one-line.ts';
import { foldMarkup } from '../proof/folds.ts';
import type { FormatRules } from '../proof/format-rules.ts';

export const nbibRules: FormatRules = {
  fold: foldMarkup,
  foldNames: foldMarkup,
  foldKeywords: foldMarkup,
  omits: (field, cited) => ['url', 'arxiv'].includes(field) || (field === 'publisher' && isArticle(cited)),
  lacks: {
    arxiv: 'has the identifiers of MEDLINE alone',
    handle: 'has the identifiers of MEDLINE alone',
    url: 'has no field for an address',
    citekey: 'has no keys',
  },
  author: ({ name }) => medlineName(name),
  marksGroups: true,
  nativeName: oneLine,
  unwrap: (text) => text.replaceAll('\n      ', ' '),
  language: marcLanguage,
  label: (label) => label.toUpperCase(),
  paragraphSeparator: ' ',
  title: richTextToPlain,
  notice: ({ type, doi, ...others }) => (doi ? { type, doi } : { type, ...others }),
};

const medlineName = (name: PersonName): string =>
  isGroup(name)
    ? name.group
    : [name.given ? `${name.family}, ${name.given}` : name.family, name.suffix?.replace(/\.$/, '')]
        .filter(Boolean)
        .join(' ');

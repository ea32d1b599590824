import { isGroup, type PersonName } from '../../domain/person-name.ts';
import { richTextToPlain } from '../../domain/rich-text.ts';
import { isArticle } from '../cited-publication.ts';
import { marcLanguage } from '../languages.ts';
import { oneLine } from '../one-line.ts';
import { foldMarkup } from './folds.ts';
import type { FormatRules } from './format-rules.ts';

export const nbibRules: FormatRules = {
  fold: foldMarkup,
  foldNames: foldMarkup,
  foldKeywords: foldMarkup,
  without: (field, cited) => ['url', 'arxiv'].includes(field) || (field === 'publisher' && isArticle(cited)),
  author: ({ name }) => medlineName(name),
  tellsGroups: true,
  nativeName: oneLine,
  unwrap: (text) => text.replaceAll('\n      ', ' '),
  language: marcLanguage,
  label: (label) => label.toUpperCase(),
  between: ' ',
  title: richTextToPlain,
};

const medlineName = (name: PersonName): string =>
  isGroup(name)
    ? name.group
    : [name.given ? `${name.family}, ${name.given}` : name.family, name.suffix?.replace(/\.$/, '')]
        .filter(Boolean)
        .join(' ');

import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { findTypeInWords, typesByName } from '../record/publication-kinds.ts';
import type { BibtexEntry } from './bibtex-syntax.ts';

/** The type of an entry, from its entry type, and from words in its fields, which may be more specific. */
export function bibtexType(entry: BibtexEntry, words: readonly string[]): PublicationType {
  const known = entryTypes.get(entry.type);
  const named = findTypeInWords(words.filter(Boolean));
  const has = (...names: readonly string[]): boolean => entry.fields.some(({ name }) => names.includes(name));
  if (known === undefined)
    return (
      named ??
      (has('journal')
        ? 'article'
        : isOfArxiv(entry)
          ? 'preprint'
          : entry.fields.some(({ name, source }) => name === 'publisher' && dataRepositories.test(source))
            ? 'dataset'
            : has('howpublished', 'url')
              ? 'media'
              : 'report')
    );
  const rough = known === 'article' || known === 'report' || known === 'media' || known === 'preprint';
  return rough && named !== undefined ? named : known;
}

const isOfArxiv = ({ fields }: BibtexEntry): boolean =>
  fields.some(({ name, source }) => /^(?:archiveprefix|eprinttype)$/.test(name) && /arxiv/i.test(source)) &&
  fields.some(({ name }) => name === 'eprint');

/** Repositories that hold data and nothing else. */
const dataRepositories = /^\{?(?:Mendeley Data|Dryad|PANGAEA|[\p{L} ]{2,30} Dataverse|Dataverse)(?![\p{L}])/u;

/** Entry types of BibTeX, biblatex and their extensions. */
export const entryTypes: ReadonlyMap<string, PublicationType> = typesByName({
  article: 'article periodical suppperiodical conference-article',
  book: 'book mvbook collection mvcollection proceedings mvproceedings reference booklet manual',
  chapter: 'inbook incollection suppbook bookinbook inreference',
  'conference-paper': 'inproceedings conference',
  thesis: 'phdthesis mastersthesis thesis bathesis',
  report: 'techreport report standard',
  preprint: 'unpublished preprint',
  dataset: 'dataset data',
  software: 'software',
  media: 'online electronic www video audio webpage',
  patent: 'patent',
});

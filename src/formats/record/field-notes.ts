import type { Publication } from '../../domain/publication/publication.ts';
import { richTextToPlain, type RichText } from '../../domain/text/rich-text.ts';
import { readLanguage } from './foreign-language.ts';
import { setText, type MutableRecord, type SourceField, type TextField } from './mutable-record.ts';
import { addPagination } from './pagination.ts';

/** A note that holds a field for which a format has no place, such as `Volume: 12`; none without a value. */
export const fieldNote = (label: FieldLabel, value: string | undefined): readonly string[] =>
  value === undefined || value.trim() === '' ? [] : [`${label}: ${value.trim()}`];

/** `Trial registration: IRCT20080728001031N29`. */
export const trialNotes = ({ trials }: Publication): readonly string[] =>
  trials.map(({ id }) => `Trial registration: ${id}`);

/** `Funding: Example Foundation, award 97-01-33`. */
export const fundingNotes = ({ funding }: Publication): readonly string[] =>
  funding.map(({ funder, award }) => `Funding: ${funder.trim()}${award?.trim() ? `, award ${award.trim()}` : ''}`);

/** `Translated title (fa): …`, with titles as the format writes them. */
export const translatedTitleNotes = (
  { titles }: Publication,
  formatTitle: (title: RichText) => string = richTextToPlain,
): readonly string[] =>
  Object.entries(titles).map(([lang, title]) => `Translated title (${lang}): ${formatTitle(title)}`);

/** Sets the field of such a note; false for any other note. */
export function addFieldNote(record: MutableRecord, field: SourceField): boolean {
  const [, label = '', , lang, text = ''] =
    /^([A-Za-z]+(?: [a-z]+)?)( \(([\w-]+)\))?: (\S.*)$/s.exec(field.value.trim()) ?? [];
  if (label === 'Funding') addFunding(record, text);
  else if (label === 'Translated title')
    record.titles.push({ text, ...(lang === undefined ? {} : { lang: readLanguage(lang) ?? lang }) });
  else if (label === 'Pages') addPagination(record, field, text);
  else if (label === 'Publisher') addPublisher(record, field, text);
  else {
    const target = Object.hasOwn(targets, label) ? targets[label as keyof typeof targets] : undefined;
    if (target === undefined) return false;
    setText(record, target, field, text);
  }
  return true;
}

function addFunding(record: MutableRecord, text: string): void {
  const [, funder = text, award] = /^(.+), award (\S.*)$/s.exec(text) ?? [];
  record.funding.push({ funder, ...(award === undefined ? {} : { award }) });
}

/** Besides a publisher in a note, the field for the publisher holds the university or repository. */
function addPublisher(record: MutableRecord, field: SourceField, text: string): void {
  if (record.publisher !== undefined && record.container === undefined) {
    record.container = record.publisher;
    delete record.publisher;
  }
  setText(record, 'publisher', field, text);
}

const targets = {
  Volume: 'volume',
  Issue: 'issue',
  'Article number': 'articleNumber',
  'Published in': 'container',
  ISSN: 'issn',
  eISSN: 'eissn',
  Copyright: 'copyright',
} as const satisfies Readonly<Record<string, TextField>>;

type FieldLabel = keyof typeof targets | 'Pages' | 'Publisher' | 'PMID' | 'PMCID' | 'arXiv' | 'ISBN' | 'MeSH';

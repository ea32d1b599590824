import { addLanguage } from '../record/foreign-language.ts';
import { reportUnplaced, setText, type MutableRecord, type SourceField } from '../record/mutable-record.ts';

/**
 * Reads the language and the PMID that EBSCO writes into a note: `Accession Number: 1. Language: English. … PMID: NLM23803397.` All
 * of it is in the report as well. False for another note.
 */
export function addEbscoNote(record: MutableRecord, field: SourceField): boolean {
  if (!/(?:^|\. ?)(?:Accession Number|Journal Subset|NLM UID): \S/.test(field.value)) return false;
  const language = /(?:^|\. ?)Language: (\p{L}+)\./u.exec(field.value)?.[1];
  if (language !== undefined && record.lang === undefined) addLanguage(record, { ...field, value: language });
  const pmid = /(?:^|\. ?)PMID: (?:NLM)?(\d{1,8})\./.exec(field.value)?.[1];
  if (pmid !== undefined && record.pmid === undefined) setText(record, 'pmid', field, pmid);
  reportUnplaced(record, field, 'no place');
  return true;
}

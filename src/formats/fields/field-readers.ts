import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { readAuthor } from '../authors/name-list.ts';
import { readForeignDate } from '../record/foreign-date.ts';
import { addAffiliation, reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import type { FieldReader } from './read-fields.ts';
import { splitAwards } from './split-awards.ts';

/** The lists of people that a record has. */
type People = 'authors' | 'editors' | 'translators' | 'seriesEditors' | 'advisors';

/** The parts of a list, without empty ones. */
export const splitList = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

/** Reads names that a sign divides, such as `Karimi, Sara; Müller, Jan`. */
export const addNames =
  (list: People, separator: RegExp = /[;؛]/): FieldReader =>
  (record, { value }) => {
    for (const name of splitList(value, separator)) record[list].push(readAuthor(name.replace(/,$/, '')));
  };

/** Reads keywords that a sign divides. */
export const addKeywords =
  (separator: RegExp = /[;؛\n]/): FieldReader =>
  (record, { value }) => {
    for (const word of splitList(value, separator)) if (!record.keywords.includes(word)) record.keywords.push(word);
  };

/** Reads addresses of institutions that a sign divides, of which the source does not say whose they are. */
export const addAddresses =
  (separator: RegExp = /;\s*/): FieldReader =>
  (record, { value }) => {
    for (const address of splitList(value, separator)) addAffiliation(record, address.replace(/\.$/, ''));
  };

/** Reads funders that semicolons divide, each with its awards in brackets. */
export const addFunding: FieldReader = (record, { value }) => {
  for (const item of splitList(value, /;\s*/)) record.funding.push(...splitAwards(item));
};

/** Reads the abstract. A second one is unplaced. */
export const addAbstract: FieldReader = (record, field) => {
  const [first] = record.abstracts;
  if (!first) record.abstracts.push({ sections: [{ text: field.value.trim() }] });
  else if (first.sections[0]?.text !== field.value.trim()) reportUnplaced(record, field, 'second value');
};

/** Reads the address of the publication. */
export const addWebAddress: FieldReader = (record, { value }) => addLink(record, value.trim());

/** Reads addresses that a sign divides. */
export const addWebAddresses =
  (separator: RegExp = /;\s|\s/): FieldReader =>
  (record, { value }) => {
    for (const url of splitList(value, separator)) addLink(record, url);
  };

function addLink(record: MutableRecord, url: string): void {
  if (record.url === undefined) record.url = url;
  else if (record.url !== url && !record.links.some((link) => link.url === url)) record.links.push({ url });
}

/** Reads numbers of registered trials; other numbers are unplaced. */
export const addTrials =
  (separator: RegExp = /[;,]\s*/): FieldReader =>
  (record, field) => {
    for (const written of splitList(field.value, separator)) {
      // `ClinicalTrials.gov (NCT01234567)`
      const id = /\(([^()]+)\)$/.exec(written)?.[1] ?? written;
      if (parseTrialRegistration(id).ok) record.trials.push(id);
      else reportUnplaced(record, { ...field, value: written }, 'no place');
    }
  };

/** Reads the day on which the source was visited. */
export const addAccessed: FieldReader = (record, field) => {
  const found = readForeignDate(field.value);
  if (found && found.rest === undefined) setText(record, 'accessed', field, formatPartialDate(found.date));
  else reportUnplaced(record, field, 'database');
};

/** Reads a title in another language, such as the original one. */
export const addOtherTitle: FieldReader = (record, { value }) => {
  if (value !== record.title) record.titles.push({ text: value });
};

/** Reads the kind of open access in words such as `Gold, Green Submitted`. */
export const addOpenAccess: FieldReader = (record, field) => {
  // `Hybrid Gold` of Scopus is open access in a journal that is not open as a whole.
  const words = field.value.replace(/\bhybrid gold\b/gi, 'hybrid');
  const kind = openAccessByPriority.find((name) => new RegExp(`\\b${name}\\b`, 'i').test(words));
  if (kind) record.openAccess = kind;
  else reportUnplaced(record, field, 'no place');
};

/** The publisher's own version counts more than a copy elsewhere. */
const openAccessByPriority = ['diamond', 'gold', 'hybrid', 'bronze', 'green', 'closed'] as const;

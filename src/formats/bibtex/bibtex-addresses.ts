import { latexToPlain } from '../latex/read-latex.ts';
import { createAuthorFinder } from '../authors/find-author.ts';
import { addAffiliation, reportUnplaced, type MutableRecord } from '../record/mutable-record.ts';
import { markCorresponding, splitNamedAddress } from '../authors/named-address.ts';
import { addWosAddresses, addWosOrcids } from '../wos/wos-values.ts';
import type { DecodedEntry } from './bibtex-fields.ts';

/** Adds what databases write about authors in fields of their own. The record must have its authors. */
export function addAddresses(record: MutableRecord, entry: DecodedEntry): void {
  for (const field of entry.fields) {
    switch (field.name.replaceAll(' ', '-')) {
      case 'affiliation':
      case 'affiliations': {
        // Web of Science has the addresses in the one field, and the names of their institutions in the other.
        if (field.name === 'affiliations' && entry.fields.some(({ name }) => name === 'affiliation')) {
          reportUnplaced(record, field, 'database');
          break;
        }
        const lines = field.source.split(/\.\s*(?:\n|$)/).map((line) => latexToPlain(line.replace(/\s+/g, ' ')));
        const written = lines.filter((line) => line !== '');
        // Scopus divides addresses by semicolons, and numbers none of them.
        if (!addWosAddresses(record, field, written))
          for (const name of field.value.split(/;\s+/)) if (name.trim() !== '') addAffiliation(record, name.trim());
        break;
      }
      case 'orcid-numbers':
        addWosOrcids(record, field);
        break;
      case 'correspondence_address':
      case 'correspondence_address1': {
        const { authors } = splitNamedAddress(field.value, createAuthorFinder(record.authors));
        for (const author of authors) markCorresponding(record, author);
        reportUnplaced(record, field, 'no place');
      }
    }
  }
}

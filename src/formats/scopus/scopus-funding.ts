import { splitList } from '../fields/field-readers.ts';
import type { FieldReader } from '../fields/read-fields.ts';
import { splitAwards } from '../fields/split-awards.ts';

/**
 * Reads `Example Agency, EA, (12345, 67890); Sample Fund`. Until 2023 BibTeX had a field for each funder, with its name twice:
 * `Example AgencyExample Agency, EA, 12345, 67890`.
 */
export const addScopusFunding: FieldReader = (record, { value }) => {
  const [, funder, rest = ''] = /^(.{2,150})\1(?:, (.*))?$/s.exec(value.trim()) ?? [];
  if (funder === undefined) for (const item of splitList(value, /;\s*/)) record.funding.push(...splitAwards(item));
  else {
    const parts = splitList(rest, /,\s*/);
    const awards = parts.filter((part) => /\d/.test(part));
    const name = [funder, ...parts.filter((part) => !/\d/.test(part))].join(', ');
    if (awards.length === 0) record.funding.push({ funder: name });
    else for (const award of awards) record.funding.push({ funder: name, award });
  }
};

import { z } from 'zod';
import { parseCountry } from '../domain/institute/country.ts';
import { parseOrcid } from '../domain/identifiers/orcid.ts';
import { parseRor } from '../domain/identifiers/ror.ts';
import { trimEndOf } from '../domain/text/trim-end-of.ts';
import { addFault, choice, flag, idOf, line, listOf, localized, parsed, textOrGroup, wholeNumber } from './fields.ts';

const creditRoles = [
  'conceptualization',
  'data-curation',
  'formal-analysis',
  'funding-acquisition',
  'investigation',
  'methodology',
  'project-administration',
  'resources',
  'software',
  'supervision',
  'validation',
  'visualization',
  'writing-original-draft',
  'writing-review-editing',
] as const;

/** An author as printed on the paper. A text alone is the name. */
export const contributionSchema = textOrGroup(
  'name',
  z
    .strictObject({
      name: line.optional().meta({
        description: 'The author as printed: `Family, Given`, or `Family INITIALS` as PubMed prints it.',
        examples: ['Hajizadehsaffar, E'],
      }),
      group: line.optional().meta({
        description: 'A group that signs as an author; never split into names.',
        examples: ['Example Consortium'],
      }),
      affiliations: listOf(wholeNumber).meta({
        description: 'Numbers in the list of affiliations, as on the paper.',
        examples: ['[2, 4]'],
      }),
      orcid: parsed(parseOrcid, 'orcid')
        .optional()
        .meta({ description: 'ORCID iD of this author.', examples: ['0000-0002-1825-0097'] }),
      person: idOf('people')
        .optional()
        .meta({ description: 'Id of the author in `content/people`.', examples: ['hajizadehsaffar-e'] }),
      corresponding: flag
        .default(false)
        .meta({ description: 'Whether this is a corresponding author.', examples: ['true'] }),
      equal: flag.default(false).meta({
        description: 'Whether this author contributed equally with the other authors that have this mark.',
        examples: ['true'],
      }),
      roles: listOf(choice(creditRoles)).meta({
        description: 'Roles of the author in the CRediT taxonomy (credit.niso.org).',
        examples: ['[conceptualization]'],
      }),
      native: localized
        .optional()
        .meta({ description: 'The name in its own script, by language.', examples: ['{ fa: "حاجی‌زاده‌صفار" }'] }),
    })
    .superRefine((author, context) => {
      if (author.name && author.group) {
        addFault(context, {
          name: 'author-name-and-group',
          message: 'an author is either a person or a group, and this one has both `name` and `group`',
          hint: 'keep one of the two, and give the other an entry of its own',
        });
      } else if (!author.name && !author.group) {
        addFault(context, {
          name: 'author-without-name',
          message: 'this author has no name',
          hint: 'write `name: "Family, Given"`, or `group: "Name of the group"`',
        });
      } else if (author.group && /[,;]$/.test(author.group)) {
        const repaired = trimEndOf(author.group, /[,; ]/);
        addFault(
          context,
          {
            name: 'malformed-name',
            message: `the name of a group ends with "${author.group.at(-1)}", which programs read as the end of the name`,
            hint: `write "${repaired}"`,
            repaired,
          },
          ['group'],
        );
      }
    }),
);

/** An affiliation as printed. A text alone is the name. */
export const affiliationSchema = textOrGroup(
  'name',
  z.strictObject({
    name: line.meta({
      description: 'The affiliation as printed.',
      examples: ['Department of Regenerative Medicine, Royan Institute, Tehran, Iran'],
    }),
    ror: parsed(parseRor, 'ror')
      .optional()
      .meta({ description: 'ROR identifier of the organisation.', examples: ['01c4pz451'] }),
    unit: idOf('units')
      .optional()
      .meta({ description: 'Id of the unit in `content/units`.', examples: ['regenerative-medicine'] }),
    country: parsed(parseCountry, 'country')
      .optional()
      .meta({
        description: 'Country as two letters (ISO 3166); default: the country at the end of the name.',
        examples: ['IR'],
      }),
  }),
);

export type ContributionField = keyof z.output<typeof contributionSchema>;
export type AffiliationField = keyof z.output<typeof affiliationSchema>;

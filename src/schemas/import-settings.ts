import { z } from 'zod';
import { parseSourceQuery } from '../domain/identifiers/source-query.ts';
import { parsePartialDate } from '../domain/dates/partial-date.ts';
import { flag, line, listOf, parsed } from './fields.ts';

/** `content/import.yaml`: what `npm run import` looks for. */
export const importSettingsSchema = z.strictObject({
  sources: listOf(parsed(parseSourceQuery)).meta({
    description:
      'What `npm run import` looks for: institutes by ROR identifier, people by ORCID iD, journals by ISSN, words of an address, a query of Europe PMC, or single publications.',
    examples: ['["ror:01c4pz451", \'affiliation:"Example Institute"\', "orcid:0000-0002-1825-0097"]'],
  }),
  since: parsed(parsePartialDate)
    .optional()
    .meta({ description: 'Publications before this date are not searched for.', examples: ['2024'] }),
  ignore: z
    .array(
      z.strictObject({
        id: parsed(parseSourceQuery).meta({
          description: 'DOI or PMID of a publication, or of a notice about one.',
          examples: ['doi:10.5555/12345678'],
        }),
        reason: line.meta({ description: 'Why the office rejected it.', examples: ['author of the same name'] }),
      }),
    )
    .default([])
    .meta({
      description: 'What the import never takes again.',
      examples: ['[{ id: "doi:10.5555/12345678", reason: "author of the same name" }]'],
    }),
  abstracts: flag.default(true).meta({
    description: 'false: abstracts are not imported, for who may not publish them.',
    examples: ['false'],
  }),
  watch: flag.default(true).meta({
    description:
      'false: `npm run import` does not ask Crossref and PubMed whether publications of the site were retracted or corrected.',
    examples: ['false'],
  }),
});

export type ImportSettings = z.output<typeof importSettingsSchema>;

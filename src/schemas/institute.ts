import { z } from 'zod';
import { parseIssn } from '../domain/identifiers/issn.ts';
import { parseMesh } from '../domain/identifiers/mesh.ts';
import { parseOrcid } from '../domain/identifiers/orcid.ts';
import { parseRor } from '../domain/identifiers/ror.ts';
import { parseWebAddress } from '../domain/identifiers/web-address.ts';
import { parsePersonName } from '../domain/people/person-name.ts';
import {
  description,
  filePath,
  flag,
  idOf,
  line,
  listOf,
  localized,
  nonEmptyListOf,
  parsed,
  slug,
  wholeNumber,
} from './fields.ts';

/** `content/people/<id>.yaml`. */
export const personSchema = z.strictObject({
  names: nonEmptyListOf(parsed(parsePersonName, 'person-name')).meta({
    description: 'The canonical name first, then every other form in which papers print it.',
    examples: ['["Jamshidi, Ahmadreza", "Jamshidi A"]'],
  }),
  native: localized
    .optional()
    .meta({ description: 'The name in its own script, by language.', examples: ['{ fa: "…" }'] }),
  orcid: parsed(parseOrcid, 'orcid')
    .optional()
    .meta({ description: 'ORCID iD.', examples: ['0000-0002-1825-0097'] }),
  unit: idOf('units')
    .optional()
    .meta({ description: 'Id of the unit in `content/units`.', examples: ['rheumatology-research-center'] }),
  role: localized
    .optional()
    .meta({ description: 'Post at the institute.', examples: ['{ en: "Professor of Rheumatology" }'] }),
  image: filePath.optional().meta({ description: 'Portrait beside the file.', examples: ['./photo.jpg'] }),
  links: z
    .array(
      z.strictObject({
        label: line.meta({ description: 'Text of the link.', examples: ['Google Scholar'] }),
        url: parsed(parseWebAddress, 'web-address').meta({
          description: 'Address of the profile.',
          examples: ['https://example.org'],
        }),
      }),
    )
    .default([])
    .meta({ description: 'Profiles on other sites.', examples: ['[{ label: "Google Scholar", url: "https://…" }]'] }),
  bio: localized.optional().meta({ description: 'A few sentences, as Markdown.', examples: ['{ en: "…" }'] }),
  aliases: listOf(slug)
    .optional()
    .meta({ description: 'Old ids, whose addresses redirect here.', examples: ['[karimi-s]'] }),
  alumni: flag.default(false).meta({ description: 'Whether the person has left the institute.', examples: ['true'] }),
  page: flag.default(true).meta({
    description:
      'false: the person has no page, list, feed, embedded list or portrait, and is not in the search filters, the index of people, the lists of units or the network of co-authors. The search still finds publications by every name of the file.',
    examples: ['false'],
  }),
  private: flag.default(false).meta({
    description:
      'true: nothing of this file is published. Publications still show what they print of their authors; `person: <id>` in them has no effect. Names and ORCID iD are used only so that no other person is mistaken for this one.',
    examples: ['true'],
  }),
});

export type PersonFields = z.output<typeof personSchema>;

/** `content/units/<id>.yaml`. */
export const unitSchema = z.strictObject({
  name: localized.meta({
    description: 'Name in every language of the site.',
    examples: ['{ en: "Rheumatology Research Center" }'],
  }),
  ror: parsed(parseRor, 'ror')
    .optional()
    .meta({ description: 'ROR identifier.', examples: ['01c4pz451'] }),
  parent: idOf('units')
    .optional()
    .meta({ description: 'Id of the unit that this one belongs to.', examples: ['school-of-medicine'] }),
  names: listOf(line).meta({
    description: 'Former names, and names as papers print them.',
    examples: ['["Rheumatology Center"]'],
  }),
  url: parsed(parseWebAddress, 'web-address')
    .optional()
    .meta({ description: 'Web site.', examples: ['https://example.org'] }),
  description,
});

/** `content/journals/<id>.yaml`. */
export const journalSchema = z.strictObject({
  title: line.meta({ description: 'Full title.', examples: ['Regenerative Medicine'] }),
  abbreviation: line.optional().meta({ description: 'Abbreviated title, as in PubMed.', examples: ['Regen Med'] }),
  issn: parsed(parseIssn, 'issn')
    .optional()
    .meta({ description: 'ISSN of the printed journal.', examples: ['1746-0751'] }),
  eissn: parsed(parseIssn, 'issn')
    .optional()
    .meta({ description: 'ISSN of the electronic journal.', examples: ['1746-076X'] }),
  publisher: line.optional().meta({ description: 'Publisher.', examples: ['Example Press'] }),
  url: parsed(parseWebAddress, 'web-address')
    .optional()
    .meta({ description: 'Web site.', examples: ['https://example.org'] }),
  description,
});

/** `content/topics/<id>.yaml`. */
export const topicSchema = z.strictObject({
  label: localized.meta({
    description: 'Label in every language of the site.',
    examples: ['{ en: "Cell therapy", fa: "سلول‌درمانی" }'],
  }),
  parent: idOf('topics')
    .optional()
    .meta({ description: 'Id of the broader topic.', examples: ['regenerative-medicine'] }),
  mesh: parsed(parseMesh, 'mesh')
    .optional()
    .meta({ description: 'MeSH descriptor.', examples: ['D064987'] }),
  terms: listOf(line).meta({
    description:
      'Other names of the topic, such as entry terms of its MeSH descriptor; the search treats them as the same.',
    examples: ['["Cellular therapy", "Cell transplantation"]'],
  }),
  description,
});

/** Frontmatter of `content/pages/<locale>/<id>.mdx`. */
export const textPageSchema = z.strictObject({
  title: line.meta({ description: 'Heading of the page, and text of its link in the footer.', examples: ['About'] }),
  order: wholeNumber.optional().meta({ description: 'Position in the footer.', examples: ['1'] }),
});

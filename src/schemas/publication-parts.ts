import { z } from 'zod';
import { parseDoi } from '../domain/identifiers/doi.ts';
import { parseLinkAddress } from '../domain/identifiers/link-address.ts';
import { parseIsbn } from '../domain/identifiers/isbn.ts';
import { parseMesh } from '../domain/identifiers/mesh.ts';
import { parseRor } from '../domain/identifiers/ror.ts';
import { parseWebAddress } from '../domain/identifiers/web-address.ts';
import { noticeTypes, linkRelations, thesisKinds } from '../domain/publication/publication.ts';
import { contributionSchema } from './byline.ts';
import { choice, date, filePath, line, localizedLine, parsed, textOrGroup } from './fields.ts';
import { parseDoiOrSlug } from '../domain/identifiers/doi-or-slug.ts';

/*
 * The groups of fields in a publication, such as a link or an event.
 */

export const link = z.strictObject({
  rel: choice(linkRelations).meta({ description: 'What the address leads to.', examples: ['publisher'] }),
  url: parsed(parseLinkAddress, 'link-address').meta({
    description: 'The address, with https; or a file beside the publication, which is published with it.',
    examples: ['https://example.org/article', './slides.pdf'],
  }),
  label: line
    .optional()
    .meta({ description: 'Text of the link; default: the name of its kind.', examples: ['Data on OSF'] }),
});

export const funding = z.strictObject({
  funder: line.meta({ description: 'Who paid.', examples: ['Example Science Foundation'] }),
  ror: parsed(parseRor, 'ror')
    .optional()
    .meta({ description: 'ROR identifier of the funder.', examples: ['01c4pz451'] }),
  award: line.optional().meta({ description: 'Number of the grant.', examples: ['97-01-33'] }),
});

export const notice = z.strictObject({
  type: choice(noticeTypes).meta({ description: 'What the journal announced.', examples: ['retraction'] }),
  date: date.optional().meta({ description: 'Date of the notice.', examples: ['2025-02-01'] }),
  doi: parsed(parseDoi, 'doi')
    .optional()
    .meta({ description: 'DOI of the notice.', examples: ['10.5555/notice'] }),
  url: parsed(parseWebAddress, 'web-address')
    .optional()
    .meta({ description: 'Address of the notice, where it has no DOI.', examples: ['https://example.org/notice'] }),
  reason: line
    .optional()
    .meta({ description: 'The reason in one sentence.', examples: ['The data could not be verified.'] }),
});

export const image = z.strictObject({
  src: filePath.meta({ description: 'File beside the publication.', examples: ['./figure.png'] }),
  alt: localizedLine.meta({
    description: 'What the picture shows, for those who cannot see it.',
    examples: ['Flow of participants through the trial', '{ en: "Flow of participants", fa: "…" }'],
  }),
  caption: localizedLine
    .optional()
    .meta({ description: 'Text under the picture.', examples: ['Participants by group'] }),
  credit: localizedLine
    .optional()
    .meta({ description: 'Who made it.', examples: ['Drawing: Office of Science Communication'] }),
});

/** A container. A text alone is its title. */
export const container = textOrGroup(
  'title',
  z.strictObject({
    title: line.meta({ description: 'Its title.', examples: ['Proceedings of the Example Conference'] }),
    isbn: parsed(parseIsbn, 'isbn')
      .optional()
      .meta({ description: 'Its ISBN; the same as `isbn`.', examples: ['978-3-16-148410-0'] }),
    doi: parsed(parseDoi, 'doi')
      .optional()
      .meta({ description: 'DOI of the whole book or proceedings.', examples: ['10.5555/book'] }),
  }),
);

export const thesis = z.strictObject({
  kind: choice(thesisKinds)
    .optional()
    .meta({
      description:
        'Degree: `professional` is a professional doctorate, such as in general medicine or pharmacy, `specialist` the thesis of a medical residency.',
      examples: ['master'],
    }),
  institution: line.optional().meta({
    description: 'University that gave the degree.',
    examples: ['Tehran University of Medical Sciences'],
  }),
  advisor: z
    .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(contributionSchema))
    .default([])
    .meta({ description: 'Advisors, written as authors are.', examples: ['"Example, Erika"'] }),
});

export const event = z.strictObject({
  name: line.optional().meta({ description: 'Name of the congress.', examples: ['3rd Congress of Examples'] }),
  place: line.optional().meta({ description: 'Where it was.', examples: ['Shiraz, Iran'] }),
  start: date.optional().meta({ description: 'Its first day.', examples: ['2024-05-02'] }),
  end: date.optional().meta({ description: 'Its last day.', examples: ['2024-05-04'] }),
});

/** A MeSH heading. A text alone is its number. */
export const meshHeading = textOrGroup(
  'id',
  z.strictObject({
    id: parsed(parseMesh, 'mesh').meta({ description: 'Number of the descriptor.', examples: ['D001172'] }),
    label: line.optional().meta({ description: 'The heading in words.', examples: ['Arthritis, Rheumatoid'] }),
  }),
);

/** Another version of the work, which may be a publication of this site. */
export const versionOf = parsed(parseDoiOrSlug, 'doi-or-slug');

export const versions = z.strictObject({
  preprint: versionOf.optional().meta({ description: 'DOI or slug of the preprint.', examples: ['10.5555/preprint'] }),
  published: versionOf
    .optional()
    .meta({ description: 'DOI or slug of the version of record.', examples: ['10.5555/article'] }),
});

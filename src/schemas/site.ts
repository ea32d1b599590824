import { z } from 'zod';
import { contrastFault } from '../domain/institute/color.ts';
import { parseContactAddress, parseWebAddress } from '../domain/identifiers/web-address.ts';
import { defaultFormatIds, offeredFormatIds, permanentFormatIds } from '../domain/publication/offered-format.ts';
import { shareTargets } from '../domain/institute/site.ts';
import { editorHosts, findEditorFault } from '../domain/institute/site-editor.ts';
import {
  addFault,
  choice,
  filePath,
  flag,
  languageTag,
  line,
  listOf,
  localized,
  nonEmptyListOf,
  parsed,
  textOrGroup,
  wholeNumber,
} from './fields.ts';
import { writtenForms } from './written-form.ts';

const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { abort: true })
  .register(writtenForms, { input: { type: 'identifier', identifier: 'color' } });
const defaultAccent = { light: '#0b5563', dark: '#86cad6' };

/** `content/site.yaml`: who publishes, and how. */
export const siteSchema = z.strictObject({
  institute: localized.meta({
    description: 'Name of the institute, in every locale.',
    examples: ['{ en: "Example University", fa: "…" }'],
  }),
  platform: localized.optional().meta({
    description: 'Name of this site; default: "Publications", in every locale.',
    examples: ['{ en: "Science Communicator Platform" }'],
  }),
  url: parsed(parseWebAddress, 'web-address').meta({
    description: 'Address of the site.',
    examples: ['https://publications.example.org'],
  }),
  locales: nonEmptyListOf(languageTag)
    .default(['en'])
    .meta({
      description: 'Languages of the site; the first is the default.',
      examples: ['[en, fa]'],
    }),
  logo: filePath.optional().meta({ description: 'Picture in `public/`, by its address.', examples: ['/logo.svg'] }),
  accent: textOrGroup(
    'light',
    z.strictObject({
      light: color.meta({
        description: 'On a light background; contrast of at least 4.5 to 1.',
        examples: ['"#0b5563"'],
      }),
      dark: color
        .default(defaultAccent.dark)
        .meta({ description: 'On a dark background; contrast of at least 4.5 to 1.', examples: ['"#86cad6"'] }),
    }),
  )
    .default(defaultAccent)
    .superRefine((accent, context) => {
      for (const scheme of ['light', 'dark'] as const) {
        const fault = contrastFault(accent[scheme], scheme);
        if (fault) addFault(context, fault, [scheme]);
      }
    })
    .meta({
      description: 'Colour of links and buttons, on a light and on a dark background.',
      examples: ['{ light: "#0b5563", dark: "#86cad6" }'],
    }),
  social: z
    .array(
      z.strictObject({
        service: line.meta({ description: 'Name of the service.', examples: ['x', 'telegram'] }),
        url: parsed(parseWebAddress, 'web-address').meta({
          description: 'Address of the account.',
          examples: ['https://x.com/example'],
        }),
      }),
    )
    .default([])
    .meta({ description: 'Accounts to follow.', examples: ['[{ service: x, url: "https://x.com/example" }]'] }),
  share: z
    .array(choice(shareTargets))
    .optional()
    .meta({
      description:
        'Services to which readers can share a page, in this order; without it those that are usual in the language.',
      examples: ['[x, telegram, mail]'],
    }),
  styles: listOf(line)
    .default(['vancouver', 'apa', 'ama'])
    .meta({
      description: 'Citation styles that readers can choose; an empty list offers none.',
      examples: ['[vancouver, apa]'],
    }),
  formats: listOf(choice(offeredFormatIds))
    .default([...defaultFormatIds])
    .meta({
      description: `Formats in which readers can take citations; ${permanentFormatIds.join(' and ')} are always offered. Default: ${defaultFormatIds.join(', ')}.`,
      examples: ['[bibtex, ris, csl-json]'],
    }),
  corrections: parsed(parseContactAddress, 'contact-address')
    .optional()
    .meta({
      description:
        'Where readers report an error: a mail address, or a web address that may hold {url}, {title}, {slug} and {field} (the part of the record that is wrong).',
      examples: ['library@example.org'],
    }),
  trust: choice(['mdx', 'markdown'])
    .default('mdx')
    .meta({ description: 'markdown: no body may hold code.', examples: ['mdx'] }),
  errors: choice(['stop', 'hold-back'])
    .default('stop')
    .meta({
      description:
        'What a build does with a file that has errors. stop: nothing is published. hold-back: the rest is published; of the file, its last good page, or nothing.',
      examples: ['hold-back'],
    }),
  features: z
    .strictObject({
      search: flag.default(true).meta({ description: 'Full-text search.', examples: ['false'] }),
      statistics: flag.default(true).meta({ description: 'The statistics page.', examples: ['false'] }),
      related: flag.default(true).meta({ description: 'Related publications on each page.', examples: ['false'] }),
      embeds: flag.default(true).meta({ description: 'Small pages for other sites to embed.', examples: ['false'] }),
      linkset: flag.default(false).meta({ description: 'Signposting, level 2.', examples: ['true'] }),
      oai: flag.default(false).meta({ description: 'OAI-PMH static repository.', examples: ['true'] }),
      cards: choice(['all', 'recent', 'none'])
        .default('recent')
        .meta({ description: 'Share pictures.', examples: ['recent'] }),
      bulk: z
        .strictObject({
          split: wholeNumber.default(20).meta({
            description:
              'Megabytes of the citation files of a list, all formats together, above which they are divided by year, and a large year by month; default: 20. With 0, every list of more than one page is.',
            examples: ['50'],
          }),
          archive: flag.default(false).meta({
            description: 'One `/publications.zip` with all citations in every format. Each change writes it again.',
            examples: ['true'],
          }),
        })
        .prefault({})
        .meta({ description: 'Citation files of lists.', examples: ['{ split: 50, archive: true }'] }),
      editor: z
        .strictObject({
          host: choice(editorHosts).meta({
            description: 'Kind of the server that keeps the repository.',
            examples: ['github'],
          }),
          repository: line.meta({
            description: 'Owner and name of the repository, as in its address.',
            examples: ['institute/publications'],
          }),
          branch: line
            .default('main')
            .meta({ description: 'Branch from which the site is built; default: main.', examples: ['main'] }),
          folder: line.default('content').meta({
            description: 'Content folder in the repository; default: content.',
            examples: ['content'],
          }),
          api: parsed(parseWebAddress, 'web-address')
            .optional()
            .meta({
              description: 'Address of the API of a server other than github.com and gitlab.com.',
              examples: ['https://git.example.org/api/v1'],
            }),
        })
        .superRefine((editor, context) => {
          const fault = findEditorFault(editor);
          if (fault) addFault(context, fault[1], [fault[0]]);
        })
        .optional()
        .meta({
          description:
            'The desk at `/edit/` of the published site, for those who may write to the repository; without it there is none.',
          examples: ['{ host: github, repository: institute/publications }'],
        }),
    })
    .prefault({})
    .meta({ description: 'Parts of the site that can be switched on or off.', examples: ['{ search: false }'] }),
});

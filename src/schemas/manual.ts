import type { z } from 'zod';
import { importSettingsSchema } from './import-settings.ts';
import { manualOf } from './field-manual.ts';
import { journalSchema, personSchema, textPageSchema, topicSchema, unitSchema } from './institute.ts';
import { publicationSchema } from './publication.ts';
import { elementOf, fieldsAt, isOptional, wordsOf } from './schema-shape.ts';
import { siteSchema } from './site.ts';
import { synonymsSchema } from './synonyms.ts';

/** What is below the fields of a publication. */
const publicationText = `### The text below the fields

The text before the first \`##\` heading, or under \`## Abstract\`, is the abstract. Each of its parts begins with a label: bold words at the
start of a paragraph (\`**Aims:** …\`), a \`###\` heading, or a label in the running text, as an abstract that was copied from PubMed has
it (\`AIMS: … METHODS: …\`, \`هدف: … روش کار: …\`). One label in the middle of a text, and labels beside marked ones, stay text. Pages show
common labels in the language of the reader. Later \`##\` sections are shown after the abstract.`;

/** The schema of each kind of file, in the order in which a new user needs them, and what else the file holds. */
const files: readonly (readonly [file: string, schema: z.ZodType, more?: string])[] = [
  ['site.yaml', siteSchema],
  ['publications/<year>/<slug>.mdx', publicationSchema, publicationText],
  ['people/<id>.yaml', personSchema],
  ['units/<id>.yaml', unitSchema],
  ['journals/<id>.yaml', journalSchema],
  ['topics/<id>.yaml', topicSchema],
  ['pages/<locale>/<id>.mdx', textPageSchema],
  ['synonyms.yaml', synonymsSchema],
  ['import.yaml', importSettingsSchema],
];

/** The manual of all fields as Markdown, built from the schemas. */
export function writeManual(): string {
  const parts = files.map(([file, schema, more]) =>
    [`## ${file}`, table(schema), ...(more ? [more] : [])].join('\n\n'),
  );
  return `# Every field\n\nBuilt from the schemas in \`src/schemas\`, which check what you write. A field in **bold** is required.\n\n${parts.join('\n\n')}\n`;
}

function table(schema: z.ZodType): string {
  const rows = Object.entries(fieldsAt(schema)).flatMap(([name, field]) => fieldRows(name, field));
  return ['| field | meaning | example |', '|---|---|---|', ...rows].join('\n');
}

/** The row of a field, and the rows of the fields in it. */
function fieldRows(name: string, field: z.ZodType): string[] {
  const { description = '', examples = [] } = manualOf(field);
  const shown = isOptional(field) ? `\`${name}\`` : `**\`${name}\`**`;
  const words = wordsOf(field);
  const meaning = words.length > 0 ? `${description} One of ${words.join(', ')}.` : description;
  const row = `| ${shown} | ${cell(meaning)} | ${examples.map((example) => `\`${cell(example)}\``).join(', ')} |`;
  const element = elementOf(field);
  const inner = Object.entries(fieldsAt(element ?? field)).flatMap(([key, part]) =>
    fieldRows(`${name}${element ? '[]' : ''}.${key}`, part),
  );
  return [row, ...inner];
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

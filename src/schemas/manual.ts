import type { z } from 'zod';
import { importSettingsSchema } from './import-settings.ts';
import { manualOf } from './field-manual.ts';
import { journalSchema, personSchema, textPageSchema, topicSchema, unitSchema } from './institute.ts';
import { publicationSchema } from './publication.ts';
import { elementOf, fieldsAt, isOptional, wordsOf } from './schema-shape.ts';
import { siteSchema } from './site.ts';
import { synonymsSchema } from './synonyms.ts';

/** The schema of each kind of file, in the order in which a new user needs them. */
const files: readonly (readonly [string, z.ZodType])[] = [
  ['site.yaml', siteSchema],
  ['publications/<year>/<slug>.mdx', publicationSchema],
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
  const parts = files.map(([file, schema]) => `## ${file}\n\n${table(schema)}`);
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

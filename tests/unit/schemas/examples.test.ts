import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { readYaml } from '../../../src/compile/yaml/read-yaml.ts';
import { importSettingsSchema } from '../../../src/schemas/import-settings.ts';
import { synonymsSchema } from '../../../src/schemas/synonyms.ts';
import {
  journalSchema,
  personSchema,
  textPageSchema,
  topicSchema,
  unitSchema,
} from '../../../src/schemas/institute.ts';
import { publicationSchema } from '../../../src/schemas/publication.ts';
import { siteSchema } from '../../../src/schemas/site.ts';
import { validateFields } from '../../../src/schemas/validate.ts';

interface Described {
  readonly schema: z.ZodObject;
  readonly least: Readonly<Record<string, unknown>>;
}

/** Each schema with its required fields. */
const schemas: Record<string, Described> = {
  publication: { schema: publicationSchema, least: { title: 'A', authors: ['A B'], published: '2024' } },
  person: { schema: personSchema, least: { names: ['A B'] } },
  unit: { schema: unitSchema, least: { name: 'A' } },
  journal: { schema: journalSchema, least: { title: 'A' } },
  topic: { schema: topicSchema, least: { label: 'A' } },
  page: { schema: textPageSchema, least: { title: 'A' } },
  'list of synonyms': { schema: synonymsSchema, least: { synonyms: [['A', 'B']] } },
  'folder of imports': { schema: importSettingsSchema, least: {} },
  site: { schema: siteSchema, least: { institute: 'A', url: 'https://example.org' } },
};

describe.each(Object.entries(schemas))('the manual of a %s', (_, { schema, least }) => {
  test('has examples that are valid as they are', () => {
    for (const [name, field] of Object.entries(schema.shape)) {
      const examples = (field.meta()?.examples ?? []) as string[];
      expect(examples.length, `${name} has an example`).toBeGreaterThan(0);
      for (const example of examples) {
        // An ellipsis is a placeholder for words or addresses of the author.
        const written = example.replace(/https:\/\/…/g, 'https://example.org').replace(/…/g, 'x');
        const { fields, faults } = readYaml(
          `${name}: ${written.startsWith('[') || written.startsWith('{') ? written : JSON.stringify(written)}\n`,
        );
        expect(faults, `${name}: ${example}`).toEqual([]);
        expect(validateFields(schema, { ...least, ...fields }), `${name}: ${example}`).toHaveProperty('fields');
      }
    }
  });

  test('accepts the required fields alone, and refuses every unknown name', () => {
    expect(validateFields(schema, least)).toHaveProperty('fields');
    for (const name of ['__proto__x', 'constructor', 'toString', 'Title', '']) {
      expect(validateFields(schema, { ...least, [name]: 'x' }), name).toMatchObject({
        faults: [{ name: 'unknown-key' }],
      });
    }
  });

  test('reports each missing field', () => {
    for (const name of Object.keys(least)) {
      const without = Object.fromEntries(Object.entries(least).filter(([other]) => other !== name));
      expect(validateFields(schema, without), name).toMatchObject({
        faults: [{ name: 'missing-field', path: [name] }],
      });
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { projectDir } from '../../src/settings.ts';

/** What libxml2 finds wrong with a document by a schema of `tests/cases/schemas`. */
export async function xmlFaults(
  text: string,
  schema: 'sitemap.xsd' | 'opensearch.xsd' | 'atom.rng' | 'oai.rng',
): Promise<string[]> {
  const result = await validateXML({
    xml: { fileName: 'document.xml', contents: text },
    schema: { fileName: schema, contents: readFileSync(join(projectDir, 'tests/cases/schemas', schema), 'utf8') },
    extension: schema.endsWith('.rng') ? 'relaxng' : 'schema',
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  return result.valid ? [] : result.errors.map(({ rawMessage }) => rawMessage);
}

/** What keeps a document from being well-formed XML. */
export async function wellFormedFaults(text: string): Promise<string[]> {
  const result = await validateXML({
    xml: { fileName: 'document.xml', contents: text },
    normalization: 'c14n',
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  return result.valid ? [] : result.errors.map(({ rawMessage }) => rawMessage);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { projectDir } from '../../src/project/settings.ts';

/** Errors that libxml2 finds in a document with a schema of `tests/cases/schemas`. */
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

/** Errors of well-formedness in XML documents, which are given by path. */
export async function wellFormedFaults(documents: Readonly<Record<string, string>>): Promise<string[]> {
  // xmllint allows no folders in file names.
  const paths = Object.keys(documents);
  const result = await validateXML({
    xml: Object.values(documents).map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    normalization: 'c14n',
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  if (result.valid) return [];
  return result.errors.map(({ rawMessage }) =>
    rawMessage.replace(/^(\d+)\.xml\b/, (_, index: string) => paths[Number(index)] ?? ''),
  );
}

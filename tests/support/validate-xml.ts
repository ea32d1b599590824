import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { projectDir } from '../../src/project/settings.ts';

type Schema = 'sitemap.xsd' | 'opensearch.xsd' | 'atom.rng' | 'oai.rng';

/** Errors that libxml2 finds in a document with a schema of `tests/cases/schemas`. */
export const xmlFaults = (text: string, schema: Schema): Promise<string[]> =>
  xmlFaultsOfAll({ 'document.xml': text }, schema);

/** The same for many documents, which are given by path. */
export function xmlFaultsOfAll(documents: Readonly<Record<string, string>>, schema: Schema): Promise<string[]> {
  const contents = readFileSync(join(projectDir, 'tests/cases/schemas', schema), 'utf8');
  return faultsOf(documents, {
    schema: { fileName: schema, contents },
    extension: schema.endsWith('.rng') ? 'relaxng' : 'schema',
  });
}

/** Errors of well-formedness in XML documents, which are given by path. */
export const wellFormedFaults = (documents: Readonly<Record<string, string>>): Promise<string[]> =>
  faultsOf(documents, { normalization: 'c14n' });

/** Each call starts libxml2 anew and reads the schema, so that all documents are checked by one. */
async function faultsOf(
  documents: Readonly<Record<string, string>>,
  options:
    { readonly schema: XMLFileInfo; readonly extension: 'relaxng' | 'schema' } | { readonly normalization: 'c14n' },
): Promise<string[]> {
  // xmllint allows no folders in file names.
  const paths = Object.keys(documents);
  const result = await validateXML({
    xml: Object.values(documents).map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
    ...options,
  });
  if (result.valid) return [];
  return result.errors.map(({ rawMessage }) =>
    rawMessage.replace(/^(\d+)\.xml\b/, (_, index: string) => paths[Number(index)] ?? ''),
  );
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { readFrontmatter } from '../compile/yaml/read-frontmatter.ts';
import { readYaml } from '../compile/yaml/read-yaml.ts';
import type { ExistingContent, ExistingPublication } from '../import/match/existing.ts';
import { compareText } from '../domain/problems/problem.ts';
import { findReadFault } from '../project/inside-folder.ts';

/**
 * The content folder for an import. Files with errors are read as far as possible, so that they do not prevent an import.
 */
export function readExisting(folder: string, locale: string): ExistingContent {
  const publications = readPublications(folder);
  const institute = (kind: string): readonly (readonly [id: string, fields: Readonly<Record<string, unknown>>])[] =>
    filesIn(folder, kind, '.yaml').map((file) => [
      basename(file, '.yaml'),
      readYaml(readFileSync(join(folder, file), 'utf8')).fields ?? {},
    ]);
  return {
    publications,
    people: institute('people').map(([id, fields]) => ({
      id,
      names: texts(fields['names']),
      ...(typeof fields['orcid'] === 'string' ? { orcid: fields['orcid'] } : {}),
    })),
    units: institute('units').map(([id, fields]) => ({
      id,
      names: [...texts(fields['name']), ...texts(fields['names'])],
      ...(typeof fields['parent'] === 'string' ? { parent: fields['parent'] } : {}),
    })),
    journals: institute('journals').map(([id, fields]) => ({
      id,
      names: [...texts(fields['title']), ...texts(fields['abbreviation'])],
      issns: [...texts(fields['issn']), ...texts(fields['eissn'])],
    })),
    takenSlugs: takenSlugs(publications),
    locale,
  };
}

/** The publications of a content folder. */
export const readPublications = (folder: string): readonly ExistingPublication[] =>
  filesIn(folder, 'publications', '.mdx').map((file): ExistingPublication => {
    const text = readFileSync(join(folder, file), 'utf8');
    const { fields, body } = readFrontmatter(text);
    const slug = basename(file, '.mdx');
    return fields
      ? { file, slug, text, fields, body }
      : { file, slug, text, fields: looseFields(text), body, broken: true };
  });

/** The names of the units with a ROR identifier. */
export const namesOfUnits = (folder: string, ror: string): readonly string[] =>
  filesIn(folder, 'units', '.yaml').flatMap((file) => {
    const fields = readYaml(readFileSync(join(folder, file), 'utf8')).fields ?? {};
    return fields['ror'] === ror ? [...texts(fields['name']), ...texts(fields['names'])] : [];
  });

/** The identifiers in a file whose YAML is malformed, so that its publication is found and not imported again. */
export const looseFields = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/^(doi|pmid|pmcid|title|published):(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value
        .split(' #', 1)[0]!
        .trim()
        .replace(/^["']|["']$/g, ''),
    ]),
  );

/** All slugs and aliases: present and former addresses of publications. */
export const takenSlugs = (publications: readonly ExistingPublication[]): ReadonlySet<string> =>
  new Set(publications.flatMap(({ slug, fields }) => [slug, ...texts(fields['aliases'])]));

/**
 * A message about the content folder itself; undefined when files can be written to it. `shown`: its path in the message.
 */
export function contentFolderFault(folder: string, shown: string): string | undefined {
  if (!existsSync(folder))
    return `The content folder ${shown} does not exist.\n→ set CONTENT_DIR to the folder that holds site.yaml, or do not set it`;
  if (!statSync(folder).isDirectory())
    return `${shown} is a file, but should be the content folder.\n→ set CONTENT_DIR to the folder that holds site.yaml`;
  if (!existsSync(join(folder, 'site.yaml')))
    return `The folder ${shown} holds no site.yaml, so it is not the content of a site; nothing was written.\n→ set CONTENT_DIR to the folder that holds site.yaml, or write site.yaml there first`;
  return undefined;
}

function filesIn(folder: string, kind: string, extension: string): readonly string[] {
  const root = join(folder, kind);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith(extension))
    .map((entry) => [entry, join(entry.parentPath, entry.name).slice(folder.length + 1)] as const)
    .filter(([entry, path]) => entry.isFile() || (entry.isSymbolicLink() && !findReadFault(folder, path)))
    .map(([, path]) => path.split(sep).join('/'))
    .sort(compareText);
}

/** The texts in a field: a text alone, those of a list, or those of a map of languages. */
const texts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).filter((item): item is string => typeof item === 'string')
      : [];

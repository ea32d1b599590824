import { readFrontmatter } from '../../../src/compile/yaml/read-frontmatter.ts';
import { looseFields } from '../../../src/commands/read-existing.ts';
import type { ExistingContent, ExistingPublication } from '../../../src/import/match/existing.ts';
import type { ForeignProblem } from '../../../src/formats/record/foreign-record.ts';
import { recogniseFormat } from '../../../src/formats/table.ts';
import { importPublications, type ImportOptions } from '../../../src/import/import-publications.ts';
import type { ImportReport } from '../../../src/import/import-report.ts';

/** Imports a text into files of content, which are returned with what was written, and the problems of the text. */
export function runImport(
  text: string,
  before: ReadonlyMap<string, string> = new Map(),
  update: readonly string[] = [],
  people = false,
  read = recogniseFormat(text)?.read,
  place: ImportOptions['place'] = 'terminal',
): {
  report: ImportReport;
  files: Map<string, string>;
  written: Map<string, string>;
  problems: readonly ForeignProblem[];
} {
  const parsed = read?.(text) ?? { records: [], problems: [] };
  const written = new Map<string, string>();
  const report = importPublications(
    [{ source: 'test', ...parsed }],
    existing(before),
    { update: new Set(update), today: '2026-01-02', proposePeople: people, place },
    { write: (file, content) => written.set(file, content), progress: () => undefined },
  );
  return { report, written, files: new Map([...before, ...written]), problems: parsed.problems };
}

function existing(files: ReadonlyMap<string, string>): ExistingContent {
  const publications: ExistingPublication[] = [...files].flatMap(([file, text]) => {
    if (!file.endsWith('.mdx')) return [];
    const { fields, body } = readFrontmatter(text);
    const slug = file.replace(/^.*\/|\.mdx$/g, '');
    return [
      fields ? { file, slug, text, fields, body } : { file, slug, text, fields: looseFields(text), body, broken: true },
    ];
  });
  const institute = (kind: string) =>
    [...files].flatMap(([file, text]) =>
      file.startsWith(`${kind}/`)
        ? [[file.replace(/^.*\/|\.yaml$/g, ''), readFrontmatter(`---\n${text}---\n`).fields ?? {}] as const]
        : [],
    );
  const aliases = publications.flatMap(({ fields }) => (fields['aliases'] as string[] | undefined) ?? []);
  return {
    publications,
    people: institute('people').map(([id, fields]) => ({ id, names: fields['names'] as string[] })),
    units: institute('units').map(([id, fields]) => ({
      id,
      names: Object.values(fields['name'] as Record<string, string>),
    })),
    journals: institute('journals').map(([id, fields]) => ({
      id,
      names: [fields['title'] as string],
      issns: [fields['issn'], fields['eissn']].filter((one) => typeof one === 'string'),
    })),
    takenSlugs: new Set([...publications.map(({ slug }) => slug), ...aliases]),
    locale: 'en',
  };
}

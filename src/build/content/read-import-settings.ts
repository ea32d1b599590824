import { Report } from '../../compile/compile-report.ts';
import { readYaml } from '../../compile/yaml/read-yaml.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { importSettingsSchema, type ImportSettings } from '../../schemas/import-settings.ts';
import { readOwnText } from './read-own-text.ts';

/** Reads `import.yaml`. `settings` is absent where there is no such file, or where it has errors. */
export function readImportSettings(folder: string): {
  readonly settings?: ImportSettings;
  readonly problems: readonly Problem[];
} {
  const report = new Report('import.yaml');
  const text = readOwnText(folder, 'import.yaml', report);
  const front = text === undefined ? undefined : readYaml(text);
  for (const { position, ...fault } of front?.faults ?? []) report.add(fault, position);
  const settings = front && report.validate(importSettingsSchema, front);
  for (const [index, { id }] of settings?.ignore.entries() ?? [])
    if (front && id.kind !== 'doi' && id.kind !== 'pmid')
      report.addAt(
        {
          name: 'ignored-not-a-publication',
          message: 'only a publication can be ignored, by its DOI or PMID',
          hint: 'write doi:10.5555/12345678 or pmid:35757629',
        },
        front,
        ['ignore', index, 'id'],
      );
  const failed = report.problems.some(({ severity }) => severity === 'error');
  return { ...(failed || !settings ? {} : { settings }), problems: report.problems };
}

import { Report } from '../../compile/compile-report.ts';
import { readYaml } from '../../compile/yaml/read-yaml.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { synonymsSchema } from '../../schemas/synonyms.ts';
import { readOwnText } from './read-own-text.ts';

/** Reads `synonyms.yaml`. There are no synonyms where there is no such file, or where it has errors. */
export function readSynonyms(folder: string): {
  readonly synonyms: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
} {
  const report = new Report('synonyms.yaml');
  const text = readOwnText(folder, 'synonyms.yaml', report);
  const front = text === undefined ? undefined : readYaml(text);
  for (const { position, ...fault } of front?.faults ?? []) report.add(fault, position);
  const fields = front && report.validate(synonymsSchema, front);
  const failed = report.problems.some(({ severity }) => severity === 'error');
  return { synonyms: failed || !fields ? [] : fields.synonyms, problems: report.problems };
}

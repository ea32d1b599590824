import { readContentFolder } from '../build/read-content-folder.ts';
import type { Problem } from '../domain/problems/problem.ts';
import type { Settings } from '../project/settings.ts';

/** The warnings of `check` and `build` about citations of these content files that do not give back their record. */
export async function findWithheld(settings: Settings, files: ReadonlySet<string>): Promise<readonly Problem[]> {
  const { problems, store } = await readContentFolder(settings, { drafts: true, writesCitations: false });
  store?.close();
  return problems.filter(({ name, file }) => name === 'citation-withheld' && files.has(file));
}

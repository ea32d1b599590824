import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText, type Report } from '../../compile/compile-report.ts';
import { findReadFault } from '../../project/inside-folder.ts';

/**
 * The text of a file of the content folder, such as `synonyms.yaml`. Undefined where there is no such file, or where it may not be
 * read: then the report has a problem.
 */
export function readOwnText(folder: string, path: string, report: Report): string | undefined {
  const fault = findReadFault(folder, path);
  if (fault) report.add(fault);
  else if (existsSync(join(folder, path))) return decodeText(readFileSync(join(folder, path)), report);
  return undefined;
}

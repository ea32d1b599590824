import type { ReferenceNote } from '../catalog/reference-notes.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { toVisible, toVisibleLine } from '../domain/text/visible-text.ts';

/** Problems that are listed for people; `--json` lists all. */
const problemLimit = 1000;

/** Message for a damaged cache, which is deleted. */
export const damagedCache = 'The cache is damaged, and is made again.';

/** Problems for people: each file once, then its problems with their positions, messages and hints. */
export function formatProblems(problems: readonly Problem[], folder: string): string {
  const lines: string[] = [];
  let file = '';
  for (const problem of problems.slice(0, problemLimit)) {
    if (problem.file !== file) {
      file = problem.file;
      lines.push('', `${folder}/${file}`);
    }
    const position = problem.line === undefined ? '' : `${problem.line}:${problem.column ?? 1} `;
    lines.push(
      `  ${position}${problem.severity}  ${problem.field ? `${problem.field}: ` : ''}${problem.message}`,
      `      → ${problem.hint}  (${problem.name})`,
    );
  }
  if (problems.length > problemLimit)
    lines.push('', `… and ${countProblems(problems.slice(problemLimit))} more: npm run check -- --json lists all`);
  return lines.map(toVisibleLine).join('\n').trimStart();
}

/** Publications that a note names; `--json` names all. */
const namedFiles = 3;

/** Notes on references for people: a line for each thing that is lacking, and a few of its files. */
export function formatNotes(notes: readonly ReferenceNote[], folder: string): string {
  const lines = notes.flatMap(({ message, styles, hint, files }) => {
    const more = files.length - namedFiles;
    const named = files.slice(0, namedFiles).map((file) => `${folder}/${file}`);
    return [
      `  ${message} (${styles.join(', ')}): ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
      `      → ${hint}`,
    ];
  });
  return ['What references will lack, which is no problem of the site:', ...lines].map(toVisibleLine).join('\n');
}

/** Problems as GitHub Actions shows them beside the lines of a pull request. */
export function formatAnnotations(problems: readonly Problem[], folder: string): string {
  // https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
  const message = (text: string) => toVisible(text).replace(/%/g, '%25').replace(/\n/g, '%0A');
  const property = (text: string) => message(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return problems
    .slice(0, problemLimit)
    .map(({ severity, name, file, line, column, field, message: what, hint }) => {
      const properties = [
        `file=${property(`${folder}/${file}`)}`,
        ...(line === undefined ? [] : [`line=${line}`, `col=${column ?? 1}`]),
        `title=${property(name)}`,
      ];
      return `::${severity} ${properties.join(',')}::${message(`${field ? `${field}: ` : ''}${what.replace(/\.$/, '')}. ${hint}`)}`;
    })
    .join('\n');
}

/** The number of problems in words, such as `3 errors and 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return problems.length === 0
    ? 'no problems'
    : [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : '']
        .filter(Boolean)
        .join(' and ');
}

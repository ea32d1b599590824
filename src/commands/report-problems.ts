import type { Problem } from '../domain/problems/problem.ts';

/** More than anybody mends before the next run; programs get all of them as data. */
const longest = 1000;

/** Problems for people: the file once, then each problem with its place, what is wrong, and what to write. */
export function formatProblems(problems: readonly Problem[], folder: string): string {
  const lines: string[] = [];
  let file = '';
  for (const problem of problems.slice(0, longest)) {
    if (problem.file !== file) {
      file = problem.file;
      lines.push('', `${folder}/${file}`);
    }
    const place = problem.line === undefined ? '' : `${problem.line}:${problem.column ?? 1} `;
    lines.push(
      `  ${place}${problem.severity}  ${problem.field ? `${problem.field}: ` : ''}${problem.message}`,
      `      → ${problem.hint}  (${problem.name})`,
    );
  }
  if (problems.length > longest)
    lines.push('', `… and ${countProblems(problems.slice(longest))} more: npm run check -- --json lists all`);
  return lines.map(visible).join('\n').trimStart();
}

/** Text of an author on one line, without what a terminal, or a log that reads commands, would obey. */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (sign) =>
    sign === '\n' || sign === '\r' ? ' ' : `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );

/** Problems as GitHub Actions shows them beside the lines of a pull request. */
export function formatAnnotations(problems: readonly Problem[], folder: string): string {
  // https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
  const property = (text: string) =>
    text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/:/g, '%3A').replace(/,/g, '%2C');
  const message = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  return problems
    .slice(0, longest)
    .map(({ severity, name, file, line, column, field, message: what, hint }) => {
      const place = [
        `file=${property(`${folder}/${file}`)}`,
        ...(line === undefined ? [] : [`line=${line}`, `col=${column ?? 1}`]),
        `title=${property(name)}`,
      ];
      return `::${severity} ${place.join(',')}::${message(`${field ? `${field}: ` : ''}${what.replace(/\.$/, '')}. ${hint}`)}`;
    })
    .join('\n');
}

/** `3 errors and 1 warning`. */
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

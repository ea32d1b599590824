import { createHash } from 'node:crypto';
import type { Problem } from '../../domain/problems/problem.ts';
import { toVisible } from '../../domain/text/visible-text.ts';
import { countProblems, formatProblems } from '../report-problems.ts';

/** GitHub takes 65,536 characters in a comment (docs.github.com/en/rest/issues/comments). */
const commentLimit = 60_000;

/**
 * The problems of a proposal as a comment in Markdown. Words of the content are in a block of code, so that nothing in it
 * is markup, a mention or a link.
 */
export function formatComment(problems: readonly Problem[], folder: string): string {
  const errors = problems.some(({ severity }) => severity === 'error');
  const title = `**Content: ${countProblems(problems)}.**`;
  if (problems.length === 0) return `${title} The site can be built.\n`;
  const lines = toVisible(formatProblems(problems, folder))
    .split('\n')
    .map((line) => `    ${line}`.trimEnd());
  const text = [
    `${title} ${errors ? 'An error stops the build; each line with → says what to write.' : 'The site can be built; warnings are for you to judge.'}`,
    '',
    ...lines,
    '',
  ].join('\n');
  if (text.length <= commentLimit) return text;
  return `${text.slice(0, text.lastIndexOf('\n', commentLimit))}\n\nThere are more: \`npm run check\` lists all.\n`;
}

/** The problems as GitLab reads them (docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export const formatCodeQuality = (problems: readonly Problem[], folder: string): string =>
  `${JSON.stringify(
    problems.map(({ severity, name, file, line = 1, field, message, hint }) => ({
      description: toVisible(`${field ? `${field}: ` : ''}${message}. ${hint}`),
      check_name: name,
      fingerprint: createHash('sha256')
        .update(JSON.stringify([name, file, field, message]))
        .digest('hex'),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: `${folder}/${file}`, lines: { begin: line } },
    })),
    undefined,
    2,
  )}\n`;

import type { ImportReport, RecordReport } from './import-report.ts';
import { isUnseen, type PublicationUpdate } from './updates/apply-updates.ts';
import { formatUpdates } from './updates/format-updates.ts';

export interface SummaryInput {
  readonly report: ImportReport;
  readonly updates: readonly PublicationUpdate[];
  /** File of a new publication → ids of the people of the institute whose ORCID iD is in it. */
  readonly peopleOf: (file: string) => readonly string[];
}

/**
 * What an import has done, for those who decide whether to accept it: as Markdown, whose first line is a title of numbers
 * only. Texts from outside are in blocks of code, so that nothing in them is markup, a mention or a link.
 */
export function formatSummary({ report, updates, peopleOf }: SummaryInput): string {
  const of = (outcome: RecordReport['outcome']): readonly RecordReport[] =>
    report.records.filter((record) => record.outcome === outcome);
  const written = of('written');
  const drafts = written.filter(({ draft }) => draft === true);
  const matched = written.filter(({ file }) => peopleOf(file ?? '').length > 0);
  const others = written.filter((record) => !matched.includes(record) && !drafts.includes(record));
  const unseen = updates.filter(isUnseen);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Retracted or corrected: these need you', formatUpdates(unseen)],
    ['Retracted or corrected', formatUpdates(updates.filter((update) => !unseen.includes(update)))],
    [
      'New, by people of the institute (ORCID iD)',
      matched.flatMap(({ file = '', title }) => [`${file}: ${peopleOf(file).join(', ')}`, `    ${title}`]),
    ],
    ['New, without a known person: is it yours?', others.flatMap(({ file = '', title }) => [file, `    ${title}`])],
    [
      'Drafts, because the source has no authors: write them, and delete `draft: true`',
      drafts.flatMap(({ file = '', title }) => [file, `    ${title}`]),
    ],
    ['Doubtful', doubts(report)],
    ['Changed', of('filled').map(({ file, filled }) => `${file ?? ''}: ${filled.join(', ')}`)],
    ['Refused', of('refused').flatMap(({ title, reason }) => [title, `    ${reason ?? ''}`])],
    [
      'Problems',
      report.sources.flatMap(({ source, problems }) =>
        problems.flatMap(({ message, hint }) => [`${source}: ${message}`, `    ${hint}`]),
      ),
    ],
    [
      'The source says otherwise, and the file was not changed',
      report.records.flatMap(({ file, different }) =>
        different.flatMap((one) => [`${file ?? ''}: ${one.field}: ${one.file}`, `    source: ${one.source}`]),
      ),
    ],
  ];
  const retracted = updates.filter(({ status }) => status === 'retracted').length;
  const counts = [
    count(retracted, 'retracted'),
    count(updates.length - retracted, 'corrected or doubtful'),
    count(written.length, 'new'),
    count(of('filled').length, 'changed'),
  ].filter(Boolean);
  const text = [
    `Import publications: ${counts.length > 0 ? counts.join(', ') : 'nothing new'}`,
    ...sections.flatMap(([heading, lines]) => (lines.length === 0 ? [] : ['', `## ${heading}`, '', ...block(lines)])),
    '',
  ].join('\n');
  if (text.length <= maxText) return text;
  const whole = text.slice(0, text.lastIndexOf('\n', maxText));
  return `${whole}\n\nThis is too long for a proposal. The log of the import has the rest.\n`;
}

/** Titles that another publication has, and names that may be those of people. */
function doubts({ records, pairs }: ImportReport): readonly string[] {
  return [
    ...records.flatMap(({ file, similar }) =>
      similar.map((other) => `${file ?? ''} has the title of ${other}: are they the same work?`),
    ),
    ...new Set(
      pairs.map(({ person, known, printed }) => `people/${person}.yaml (${known}): ${printed}, is it the same person?`),
    ),
  ];
}

const count = (number: number, word: string): string => (number === 0 ? '' : `${number} ${word}`);

/** Lines of code. Those that are too many are counted. */
const block = (lines: readonly string[]): readonly string[] => [
  ...lines.slice(0, maxLines).map((line) => `    ${line.replace(/[\r\n]+/g, ' ').slice(0, maxLength)}`),
  ...(lines.length > maxLines ? [`    … and ${lines.length - maxLines} more lines`] : []),
];

/** A proposal of GitHub has at most 65,536 characters, and the check adds its own. */
const maxText = 50_000;
const maxLines = 60;
const maxLength = 160;

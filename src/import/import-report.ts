import type { DraftFields } from './draft/draft.ts';
import type { ForeignField, ForeignProblem } from '../formats/record/foreign-record.ts';
import type { ProposedPerson, PossibleMatch } from './match/match-people.ts';

/** Result of an import: what was written, and what was not. */
export interface ImportReport {
  readonly sources: readonly SourceReport[];
  readonly records: readonly RecordReport[];
  /** New files of journals. */
  readonly journals: readonly string[];
  readonly people: readonly (ProposedPerson & { readonly file: string; readonly text: string })[];
  readonly pairs: readonly (PossibleMatch & { readonly file: string })[];
}

export interface SourceReport {
  readonly source: string;
  readonly format?: string;
  readonly encoding?: string;
  readonly records: number;
  readonly problems: readonly ForeignProblem[];
  readonly abstractsOmitted?: number;
}

export interface RecordReport {
  readonly source: string;
  readonly line: number;
  readonly title: string;
  /** `written`: a new file; `filled`: empty fields of a file; `unchanged`; `refused`: not written. */
  readonly outcome: 'written' | 'filled' | 'unchanged' | 'refused';
  readonly file?: string;
  /** Why the record was refused. */
  readonly reason?: string;
  /** What was read of a refused record, so that nothing of it is lost. */
  readonly record?: { readonly fields: DraftFields; readonly body: string };
  /** True for a new file that is a draft, because the source has no authors. */
  readonly draft?: boolean;
  readonly filled: readonly string[];
  readonly different: readonly { readonly field: string; readonly file: string; readonly source: string }[];
  readonly unplaced: readonly ForeignField[];
  /** Files with the same title, which may be other versions. */
  readonly similar: readonly string[];
}

/** True if a record was refused or is a draft, a value could not be read, or a source has an error. */
export const isLossy = ({ sources, records }: ImportReport): boolean =>
  sources.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ||
  records.some(
    ({ outcome, draft, unplaced }) =>
      outcome === 'refused' || draft === true || unplaced.some(({ reason }) => reason === 'unreadable'),
  );

/** Formats the report as text for the terminal. */
export function formatReport(report: ImportReport): string {
  const lines: string[] = [];
  for (const { source, format, encoding, records, problems, abstractsOmitted = 0 } of report.sources) {
    const how = [format, encoding === undefined || encoding === 'utf-8' ? undefined : encoding]
      .filter(Boolean)
      .join(', ');
    const without = abstractsOmitted === 0 ? '' : `, of which ${count(abstractsOmitted, 'abstract')} not taken`;
    lines.push(`${source}: ${count(records, 'record')}${how === '' ? '' : ` (${how})`}${without}`);
    for (const { severity, line, message, hint, name } of problems.slice(0, maxProblems))
      lines.push(
        `  ${line === undefined ? '' : `line ${line}  `}${severity}  ${message}`,
        `      → ${hint}  (${name})`,
      );
    if (problems.length > maxProblems)
      lines.push(`  … and ${problems.length - maxProblems} more; --report FILE lists all`);
  }
  lines.push(...formatRecords(report.records), ...formatFields(report.records));
  if (report.journals.length > 0)
    lines.push(
      '',
      `Journals: ${count(report.journals.length, 'file')} created, with ISSN and abbreviation: ${listFirst(report.journals)}`,
    );
  if (report.pairs.length > 0) {
    lines.push(
      '',
      'Names that may belong to people of the institute, but were not matched. If they do, add them to `names` in the file:',
    );
    for (const { printed, person, known } of uniquePairs(report.pairs).slice(0, maxLines))
      lines.push(`  people/${person}.yaml (${known}): ${printed}`);
    if (uniquePairs(report.pairs).length > maxLines) lines.push('  …');
  }
  if (report.people.length > 0) {
    lines.push('', 'People without a file. Put the correct ones into content/people:');
    for (const { file, text, count: number } of report.people)
      lines.push(
        `  ${file} (in ${count(number, 'publication')})`,
        ...text
          .trimEnd()
          .split('\n')
          .map((line) => `      ${line}`),
      );
  }
  const outcome = (name: RecordReport['outcome']): number =>
    report.records.filter((record) => record.outcome === name).length;
  const drafts = report.records.filter(({ draft }) => draft === true).length;
  const found = report.sources.reduce((sum, { records }) => sum + records, 0);
  lines.push(
    '',
    `${count(found, 'record')} read: ${outcome('written')} written${drafts === 0 ? '' : ` (${count(drafts, 'draft')} without authors)`}, ${outcome('filled')} filled, ${outcome('unchanged')} unchanged, ${outcome('refused')} refused.`,
  );
  if (outcome('refused') > 0) lines.push('What was read of refused records is in the file of --report.');
  return lines.join('\n');
}

function formatRecords(records: readonly RecordReport[]): readonly string[] {
  const lines: string[] = [];
  const listed = records.filter(
    ({ outcome, different, similar }) => outcome !== 'unchanged' || different.length > 0 || similar.length > 0,
  );
  for (const { outcome, draft, source, line, title, file, reason, filled, different, similar } of listed) {
    const place = `${source}:${line}`;
    if (outcome === 'refused')
      lines.push(
        `  refused    ${place}  ${title === '' ? '(without a title)' : shorten(title)}`,
        `      → ${reason ?? ''}`,
      );
    else if (outcome === 'written')
      lines.push(
        `  written    ${file ?? ''}`,
        ...(draft ? ['      → a draft, because the source has no authors: write them, and delete `draft: true`'] : []),
      );
    else if (outcome === 'filled') lines.push(`  filled     ${file ?? ''}: ${filled.join(', ')}`);
    else lines.push(`  unchanged  ${file ?? ''}`);
    for (const { field, file: own, source: other } of different)
      lines.push(
        `      ${field} differs and was not changed: the file says ${own}`,
        `        the source says ${other}`,
      );
    for (const other of similar)
      lines.push(
        `      has the same title as ${other}, but another type, place or identifier: delete one if they are the same work`,
      );
  }
  const shown =
    lines.length > maxLines * 10
      ? [
          ...lines.slice(0, maxLines * 10),
          `  … and ${lines.length - maxLines * 10} more lines; --report FILE lists all`,
        ]
      : lines;
  return shown.length > 0 ? ['', ...shown] : [];
}

/** Lists unreadable values one by one, and counts the other unplaced fields by name. */
function formatFields(records: readonly RecordReport[]): readonly string[] {
  const lines: string[] = [];
  const all = records.flatMap(({ source, unplaced }) => unplaced.map((field) => ({ source, ...field })));
  const unreadable = all.filter(({ reason }) => reason === 'unreadable');
  if (unreadable.length > 0) {
    lines.push('', 'Could not be taken as written; compare these with the source:');
    for (const { source, line, name, value } of unreadable.slice(0, maxLines))
      lines.push(`  ${source}${line === undefined ? '' : `:${line}`}  ${name}: ${shorten(value)}`);
    if (unreadable.length > maxLines)
      lines.push(`  … and ${unreadable.length - maxLines} more; --report FILE lists all`);
  }
  for (const [reason, words] of [
    ['second value', 'Not taken, because the field has another value already'],
    ['no place', 'Not taken, because publications have no field for it'],
    ['placeholder', 'Missing in the source, which says so in words such as n/a'],
    ['database', "Not taken, because it is about the source's own record"],
  ] as const) {
    const counts = new Map<string, number>();
    for (const field of all) if (field.reason === reason) counts.set(field.name, (counts.get(field.name) ?? 0) + 1);
    if (counts.size > 0)
      lines.push(
        `${lines.length === 0 ? '\n' : ''}${words}: ${[...counts]
          .sort(([, a], [, b]) => b - a)
          .map(([name, number]) => `${name} (${number})`)
          .join(', ')}`,
      );
  }
  return lines;
}

const maxProblems = 20;
const maxLines = 40;

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
const listFirst = (names: readonly string[]): string =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} …`;
const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 97)}…` : text);
const uniquePairs = (pairs: readonly PossibleMatch[]): readonly PossibleMatch[] => [
  ...new Map(pairs.map((pair) => [`${pair.person}|${pair.printed}`, pair])).values(),
];

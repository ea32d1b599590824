import { isPlaceholder } from '../../formats/record/placeholder.ts';
import type { ForeignAbstract, ForeignField, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { splitCopyright } from './split-copyright.ts';

/** The abstracts without placeholders and without lines of publishers, of which the first is the copyright of the record. */
export function cleanAbstracts(record: ForeignRecord): {
  readonly abstracts: readonly ForeignAbstract[];
  readonly copyright?: string;
  readonly unplaced: readonly ForeignField[];
} {
  const unplaced: ForeignField[] = record.abstracts.filter(isMissing).map(({ sections }) => ({
    name: 'abstract',
    value: sections[0]?.text ?? '',
    line: record.line,
    reason: 'placeholder',
  }));
  const found = record.abstracts.filter((abstract) => !isMissing(abstract)).map(splitCopyright);
  const lines = [record.copyright, ...found.map((one) => one.copyright)].filter((one) => one !== undefined);
  const [copyright, ...others] = new Set(lines);
  for (const value of others) unplaced.push({ name: 'copyright', value, line: record.line, reason: 'second value' });
  return {
    abstracts: found.map(({ abstract }) => abstract),
    ...(copyright === undefined ? {} : { copyright }),
    unplaced,
  };
}

const isMissing = ({ sections }: ForeignAbstract): boolean =>
  sections.length === 1 && sections.every(({ text }) => isPlaceholder(text));

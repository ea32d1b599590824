import { slugify } from '../../domain/identifiers/slug.ts';
import { foldName } from '../../domain/people/person-name.ts';
import type { ForeignField } from '../../formats/record/foreign-record.ts';
import type { Draft, DraftJournal } from '../draft/draft.ts';
import type { ExistingContent } from '../match/existing.ts';
import { writeJournal } from './write-mdx.ts';

/**
 * Collects the journals without a file, of which more than the title is known. `write` writes their files after all
 * records were added, and returns the paths.
 */
export function createJournalWriter(
  existing: ExistingContent,
  write: (file: string, text: string) => void,
): { readonly add: (draft: Draft) => readonly ForeignField[]; readonly write: () => readonly string[] } {
  const known = new Map(
    existing.journals.flatMap((journal) =>
      [journal.id, ...journal.names.map(foldName)].map((name) => [name, journal] as const),
    ),
  );
  const made = new Map<string, { journal: DraftJournal }>();
  const byName = new Map<string, { journal: DraftJournal }>();
  // Most records of a source have the same data about their journal: compare each journal once.
  const lastOf = new Map<string, { readonly journal: DraftJournal; readonly left: readonly ForeignField[] }>();
  return {
    add({ journal }) {
      if (!journal || (journal.issn ?? journal.eissn ?? journal.abbreviation) === undefined) return [];
      const last = lastOf.get(journal.title);
      if (
        last &&
        (['abbreviation', 'issn', 'eissn', 'publisher'] as const).every((name) => last.journal[name] === journal[name])
      )
        return last.left;
      const left = collect(journal);
      lastOf.set(journal.title, { journal, left });
      return left;
    },
    write: () =>
      [...made].map(([id, { journal }]) => {
        write(`journals/${id}.yaml`, writeJournal(journal));
        return `journals/${id}.yaml`;
      }),
  };

  /** Adds what a journal lacks. Returns the numbers and the abbreviation for which it has others already. */
  function collect(journal: DraftJournal): readonly ForeignField[] {
    const id = slugify(journal.title);
    const names = [
      id,
      foldName(journal.title),
      ...(journal.abbreviation === undefined ? [] : [foldName(journal.abbreviation)]),
    ];
    const own = names.map((name) => known.get(name)).find((one) => one !== undefined);
    if (own) return own.issns === undefined ? [] : otherValues(journal, own.issns, own.names);
    const found = names.map((name) => byName.get(name)).find((one) => one !== undefined) ?? { journal };
    found.journal = { ...journal, ...found.journal };
    if (![...made.values()].includes(found)) made.set(id, found);
    for (const name of names) if (!byName.has(name)) byName.set(name, found);
    const { issn, eissn, abbreviation, title } = found.journal;
    return otherValues(
      journal,
      [issn, eissn].filter((one) => one !== undefined),
      [title, abbreviation ?? title],
    );
  }
}

function otherValues(
  { issn, eissn, abbreviation }: DraftJournal,
  issns: readonly string[],
  names: readonly string[],
): readonly ForeignField[] {
  const field = (name: string, value: string): ForeignField => ({
    name: `${name} of the journal`,
    value,
    reason: 'second value',
  });
  const numbers = [issn, eissn].flatMap((one) =>
    one === undefined || issns.includes(one) ? [] : [field('ISSN', one)],
  );
  const isOther = abbreviation !== undefined && !names.map(foldName).includes(foldName(abbreviation));
  return isOther ? [...numbers, field('abbreviation', abbreviation)] : numbers;
}

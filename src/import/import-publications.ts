import { gregorianYear } from './draft/written-date.ts';
import { slugify } from '../domain/identifiers/slug.ts';
import { publicationFields } from '../schemas/publication.ts';
import { createDuplicateIndex, type OtherVersion } from './match/find-duplicates.ts';
import type { Draft, DraftFields } from './draft/draft.ts';
import type { ExistingContent, ExistingPublication } from './match/existing.ts';
import { createJournalWriter } from './write/create-journal-writer.ts';
import { fillFile } from './write/fill-file.ts';
import type { ForeignField, ForeignProblem, ForeignRecord } from '../formats/record/foreign-record.ts';
import type { ImportReport, RecordReport } from './import-report.ts';
import { findFreeSlug, buildSlug } from './draft/build-slug.ts';
import { proposePeople, createPossibleMatchFinder, createNearestUnitFinder } from './match/match-people.ts';
import { authorPlaceholder, withoutPlaceholders } from './draft/placeholder-fields.ts';
import { toDraft } from './draft/to-draft.ts';
import { writeField, writeMdx } from './write/write-mdx.ts';

/** Records from one file, one service or standard input. */
export interface ImportSource {
  readonly source: string;
  readonly format?: string;
  readonly encoding?: string;
  readonly records: readonly ForeignRecord[];
  readonly problems: readonly ForeignProblem[];
  /** Records whose abstracts were not taken, where the office asked for that. */
  readonly abstractsOmitted?: number;
}

export interface ImportOptions {
  /** Fields that the source may overwrite; `abstract` means the body. */
  readonly update: ReadonlySet<string>;
  /** Value of `added` in new files. */
  readonly today: string;
  readonly proposePeople: boolean;
  /** Where the report is read. In the desk, reasons name what can be done there instead of commands. */
  readonly place: 'terminal' | 'desk';
}

export interface ImportEffects {
  /** Writes a file of content completely or not at all. `before` is its current text, undefined for a new file. */
  readonly write: (file: string, text: string, before: string | undefined) => void;
  /** Called for every 200 records. */
  readonly progress: (done: number, all: number) => void;
}

/**
 * Imports records: a new publication is written to a new file, and a known one fills empty fields of its file. One without
 * authors is written as a draft, because a person has to add them; without a title or a date it is refused.
 */
export function importPublications(
  sources: readonly ImportSource[],
  existing: ExistingContent,
  options: ImportOptions,
  effects: ImportEffects,
): ImportReport {
  const index = createDuplicateIndex<ExistingPublication>();
  const files = new Map<string, ExistingPublication>();
  const addExisting = (publication: ExistingPublication, fields: DraftFields | ExistingPublication['fields']): void => {
    files.set(publication.file, publication);
    index.add(publication, fields);
  };
  for (const publication of existing.publications) {
    const fields = withoutPlaceholders(publication.fields);
    addExisting({ ...publication, fields }, fields);
  }
  const taken = new Set(existing.takenSlugs);
  const citekeys = new Set(
    existing.publications.flatMap(({ slug, fields }) => [
      slug,
      typeof fields['citekey'] === 'string' ? fields['citekey'] : slug,
    ]),
  );
  const journals = createJournalWriter(existing, (file, text) => {
    effects.write(file, text, undefined);
  });
  const findUnit = createNearestUnitFinder(existing.units);
  const findPairs = createPossibleMatchFinder(existing.people);
  const records: RecordReport[] = [];
  const pairs: ImportReport['pairs'][number][] = [];
  const drafts: DraftFields[] = [];
  const all = sources.reduce((sum, source) => sum + source.records.length, 0);
  for (const { source, records: found } of sources)
    for (const record of found) {
      if (records.length % 200 === 0) effects.progress(records.length, all);
      const draft = toDraft(record, { source, locale: existing.locale, findUnit });
      const common = {
        source,
        line: record.line,
        title: record.title ?? record.doi ?? record.key ?? '',
        filled: [],
        different: [],
        unplaced: draft.unplaced,
        similar: [],
      };
      const match = index.find(draft.fields);
      const known = match && files.get(match.file);
      const missing = known
        ? []
        : (['title', 'authors', 'published'] as const).filter((name) => draft.fields[name] === undefined);
      const lacksAuthors = missing.length === 1 && missing[0] === 'authors';
      if (missing.length > 0 && !lacksAuthors) {
        records.push({
          ...common,
          outcome: 'refused',
          reason: `the source has no ${missing.map((name) => fieldNames[name]).join(', no ')}, which every publication needs; ${waysOn(draft.fields, options.place)}`,
          record: { fields: draft.fields, body: draft.body },
        });
        continue;
      }
      if (known?.broken) {
        records.push({
          ...common,
          outcome: 'refused',
          file: known.file,
          record: { fields: draft.fields, body: draft.body },
          reason: `${known.file} holds this publication, but cannot be read; correct it first: ${options.place === 'desk' ? 'open it from the list, which' : 'npm run check'} shows the line`,
        });
        continue;
      }
      const notOfJournal = journals.add(draft).map((field) => ({ ...field, line: record.line }));
      drafts.push(draft.fields);
      if (known) {
        const { text, fields, filled, different } = fillFile(known, withoutCitekey(draft, known), options.update);
        if (text !== known.text) effects.write(known.file, text, known.text);
        const body = filled.includes('abstract') ? `\n${draft.body}\n` : known.body;
        addExisting({ ...known, text, fields, body }, { ...draft.fields, ...fields });
        records.push({
          ...common,
          outcome: filled.length > 0 ? 'filled' : 'unchanged',
          file: known.file,
          filled,
          different,
          unplaced: [...draft.unplaced, ...notOfJournal, ...otherKey(draft, known, record.line)],
        });
        pairs.push(...findPairs(draft.fields).map((pair) => ({ ...pair, file: known.file })));
        continue;
      }
      const other = index.findOtherVersion(draft.fields);
      const linked = other && draft.fields['versions'] === undefined ? other.item.file : undefined;
      const similar = [...new Set(index.findSimilar(draft.fields).map(({ file }) => file))].filter(
        (one) => one !== linked,
      );
      const slug = buildSlug(draft.fields, taken);
      taken.add(slug);
      const key = draft.fields['citekey'];
      const { citekey: _, ...unkeyed } = draft.fields;
      // Do not write a key that another publication has, or that is the slug.
      const keepsKey = typeof key === 'string' && key !== slug && !citekeys.has(key);
      const dropped = typeof key === 'string' && key !== slug && !keepsKey ? [unusedKey(key, record.line)] : [];
      const added = { ...(keepsKey ? draft.fields : unkeyed), added: options.today };
      const fields = withVersion(added, other);
      citekeys.add(keepsKey ? key : slug);
      const year = gregorianYear(fields['published']);
      const file = `publications/${year}/${slug}.mdx`;
      const text = writeMdx(lacksAuthors ? inFileOrder({ ...fields, ...authorPlaceholder }) : fields, draft.body);
      effects.write(file, text, undefined);
      addExisting(
        {
          file,
          slug,
          text,
          fields,
          body: draft.body === '' ? '' : `\n${draft.body}\n`,
        },
        fields,
      );
      records.push({
        ...common,
        outcome: 'written',
        file,
        ...(lacksAuthors ? { draft: true } : {}),
        ...(linked !== undefined && other ? { linked: { file: linked, role: other.role } } : {}),
        similar,
        unplaced: [...draft.unplaced, ...notOfJournal, ...dropped],
      });
      pairs.push(...findPairs(fields).map((pair) => ({ ...pair, file })));
    }
  return {
    sources: sources.map(({ source, format, encoding, records: found, problems, abstractsOmitted }) => ({
      source,
      ...(format === undefined ? {} : { format }),
      ...(encoding === undefined ? {} : { encoding }),
      records: found.length,
      problems,
      ...(abstractsOmitted === undefined ? {} : { abstractsOmitted }),
    })),
    records,
    journals: journals.write(),
    people: options.proposePeople ? buildPeopleFiles(drafts, existing) : [],
    pairs,
  };
}

/** A key that another publication has, or that is not the one of the file. */
const unusedKey = (value: string, line: number): ForeignField => ({ name: 'key', value, line, reason: 'second value' });

const fieldNames = { title: 'title', authors: 'authors', published: 'date of publication' } as const;

/** Links a new publication with its preprint or its article. */
function withVersion(fields: DraftFields, other: OtherVersion<ExistingPublication> | undefined): DraftFields {
  if (!other || fields['versions'] !== undefined) return fields;
  const doi = other.item.fields['doi'];
  const all: DraftFields = { ...fields, versions: { [other.role]: typeof doi === 'string' ? doi : other.item.slug } };
  return inFileOrder(all);
}

const inFileOrder = (all: DraftFields): DraftFields =>
  Object.fromEntries(publicationFields.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));

/** What to do about a record that lacks something. */
function waysOn({ doi, pmid }: DraftFields, place: ImportOptions['place']): string {
  const id =
    typeof doi === 'string' ? `doi:${doi}` : typeof pmid === 'string' || typeof pmid === 'number' ? `pmid:${pmid}` : '';
  if (place === 'desk')
    return `add it to the source${id === '' ? '' : `, look up ${id}`}, or make a new record from the title`;
  return `add it to the source${id === '' ? '' : `, fetch the record with npm run import -- ${id}`}, or create the file with npm run new`;
}

/** The key of a draft that is neither the key nor the slug of its file. */
function otherKey({ fields: { citekey } }: Draft, known: ExistingPublication, line: number): readonly ForeignField[] {
  return typeof citekey !== 'string' || citekey === (known.fields['citekey'] ?? known.slug)
    ? []
    : [unusedKey(citekey, line)];
}

/** The draft without its citation key, because an existing file keeps its own. */
function withoutCitekey(draft: Draft, known: ExistingPublication): Draft {
  const { citekey, ...fields } = draft.fields;
  return citekey === undefined || known.fields['citekey'] === citekey ? draft : { ...draft, fields };
}

function buildPeopleFiles(drafts: readonly DraftFields[], existing: ExistingContent): ImportReport['people'] {
  const taken = new Set(existing.people.map(({ id }) => id));
  return proposePeople(drafts, existing.people).map((person) => {
    const id = findFreeSlug(slugify((person.names[0] ?? '').replace(/,/g, ' ')), taken);
    taken.add(id);
    const text =
      writeField('names', person.names) + (person.orcid === undefined ? '' : writeField('orcid', person.orcid));
    return { ...person, file: `people/${id}.yaml`, text };
  });
}

import { parseDocument } from 'yaml';
import { publicationFields } from '../../schemas/publication.ts';
import type { Draft, DraftValue } from '../draft/draft.ts';
import type { WrittenMap } from '../draft/written-value.ts';
import type { ExistingPublication } from '../match/existing.ts';
import { fillNested, isMissing, formatValue } from './fill-nested.ts';
import { insertField, insertNested, type NestedValue } from './insert-field.ts';
import { findDatesOfIssue } from './dates-of-issue.ts';
import { isSameValue } from './same-value.ts';
import { findOverwrittenAuthors, mayReplaceAffiliations, updateAuthors, withFullerNames } from './update-authors.ts';

export interface Filling {
  readonly text: string;
  /** Fields of `text`. */
  readonly fields: ExistingPublication['fields'];
  /** Fields that have a new value, such as `doi`; `authors.orcid` if items of a list were filled. */
  readonly filled: readonly string[];
  /** Fields that differ from the source and were not changed. */
  readonly different: readonly { readonly field: string; readonly file: string; readonly source: string }[];
}

/**
 * Fills empty fields of a file from a draft, also inside lists and maps, and overwrites the fields in `update`. All
 * other bytes stay the same, including comments and the order of keys: text is only inserted.
 */
export function fillFile(existing: ExistingPublication, draft: Draft, update: ReadonlySet<string>): Filling {
  const whole: [name: string, value: DraftValue][] = [];
  const nested = fillNested(existing.fields, draft.fields);
  const overwritten = findOverwrittenAuthors(existing.fields, draft.fields, update, nested);
  const different = nested.different.filter(({ field }) => !(overwritten && field.startsWith('authors[')));
  const issued = findDatesOfIssue(existing.fields, draft.fields);
  for (const name of publicationFields) {
    const value = name === 'online' && issued ? issued.online : draft.fields[name];
    // An existing file keeps its date and its draft state.
    if (value === undefined || name === 'added' || name === 'draft') continue;
    const own = existing.fields[name];
    if (isMissing(own)) {
      if (!isImplied(name, value, existing.fields)) whole.push([name, value]);
    } else if (name === 'authors' && overwritten) continue;
    else if (isRefinement(name, own, value) || (name === 'published' && issued)) whole.push([name, value]);
    else if (
      update.has(name) &&
      !isSameValue(name, own, value) &&
      (name !== 'affiliations' || mayReplaceAffiliations(existing.fields, overwritten))
    )
      whole.push([name, value]);
    else if (!isComparedByKey(name) && !isSameValue(name, own, value))
      different.push({ field: name, file: formatValue(own), source: formatValue(value) });
  }
  const { online } = draft.fields;
  if (issued && typeof online === 'string' && online !== issued.online)
    different.push({ field: 'online', file: issued.online, source: online });
  const isKeptField = ({ path: [name] }: NestedValue): boolean =>
    !whole.some(([field]) => field === name) && !(overwritten && name === 'authors');
  const missingValues = nested.missingValues.filter(isKeptField);
  const fullerValues = nested.fullerValues.filter(isKeptField);
  const values = [...missingValues, ...fullerValues];
  let text = values.length === 0 ? existing.text : insertNested(existing.text, values);
  if (overwritten)
    text = updateAuthors(
      text,
      existing.fields,
      draft.fields,
      whole.some(([field]) => field === 'affiliations'),
    );
  for (const [name, value] of whole) text = insertField(text, name, value);
  const filled = [
    ...whole.map(([name]) => name),
    ...new Set(values.map(({ path }) => `${path[0]}.${path.at(-1)}`)),
    ...(overwritten ? ['authors'] : []),
  ];
  const own = existing.body.trim();
  if (draft.body !== '') {
    if (own === '' || (update.has('abstract') && own !== draft.body.trim())) {
      text = `${text.slice(0, text.length - existing.body.length).trimEnd()}\n\n${draft.body}\n`;
      filled.push('abstract');
    } else if (
      toComparableText(own) !== toComparableText(draft.body) &&
      !toComparableText(own).includes(toComparableText(draft.body))
    )
      different.push({ field: 'abstract', file: formatValue(own), source: formatValue(draft.body) });
  }
  if (filled.length === 0) return { text, fields: existing.fields, filled: [], different };
  const replaced = new Set([...whole.map(([name]) => name), ...(overwritten ? ['authors'] : [])]);
  const fields = readFilledFields(withFullerNames(existing.fields, fullerValues), text, replaced, missingValues);
  if (fields) return { text, fields, filled, different };
  // For example fields in the form `{ title: … }`, where no line can be inserted.
  const unwritten = filled.map((field) => ({
    field,
    file: '(cannot be inserted into fields in this form)',
    source: formatValue(
      (draft.fields as WrittenMap)[field] ??
        values.find(({ path }) => `${path[0]}.${path.at(-1)}` === field)?.value ??
        draft.body,
    ),
  }));
  return { text: existing.text, fields: existing.fields, filled: [], different: [...different, ...unwritten] };
}

/** `2024-03` says more than `2024`. */
const isRefinement = (name: string, own: unknown, value: DraftValue): boolean =>
  name === 'published' && typeof own === 'string' && typeof value === 'string' && value.startsWith(`${own.trim()}-`);

/**
 * True for a value without new information: a default, a citation key, or a container whose title is in the other
 * field.
 */
const isImplied = (name: string, value: DraftValue, own: ExistingPublication['fields']): boolean =>
  (name === 'type' && value === 'article') ||
  name === 'citekey' ||
  (name === 'thesis' && isOnlyInstitution(value) && !(isMissing(own['container']) && isMissing(own['publisher']))) ||
  (name === 'journal' && !isMissing(own['container'])) ||
  (name === 'container' && !isMissing(own['journal']));

/** A degree of which the source knows only the institution, which may be the container or publisher of the file. */
const isOnlyInstitution = (value: DraftValue): boolean =>
  typeof value === 'object' && Object.keys(value).every((key) => key === 'institution');

/** Maps whose keys are compared one by one. */
const isComparedByKey = (name: string): boolean => ['titles', 'abstracts', 'versions'].includes(name);

/** Parses the new file; undefined if it is malformed, or has lost an old or a new value. */
function readFilledFields(
  before: ExistingPublication['fields'],
  text: string,
  filled: ReadonlySet<string>,
  missingValues: readonly NestedValue[],
): ExistingPublication['fields'] | undefined {
  const yaml = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text)?.[1];
  if (yaml === undefined) return undefined;
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const fields = document.toJS() as Readonly<Record<string, unknown>>;
  const kept = Object.entries(before).every(([name, value]) => filled.has(name) || isKept(value, fields[name]));
  return kept && missingValues.every(({ path }) => !isMissing(document.getIn(path))) ? fields : undefined;
}

/** True if a value is still there. A plain name may have become a map with `name`; empty values do not count. */
const isKept = (before: unknown, after: unknown): boolean =>
  typeof before === 'string'
    ? before === after || before === (after as { readonly name?: unknown } | undefined)?.name
    : Object.keys(before ?? {}).every((key) =>
        isKept((before as Record<string, unknown>)[key], (after as Record<string, unknown> | undefined)?.[key]),
      );

/** Only letters and digits, because the markup of an abstract does not count. */
const toComparableText = (markdown: string): string =>
  markdown
    .replace(/&#\d+;/g, (code) => String.fromCharCode(Number(code.slice(2, -1))))
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

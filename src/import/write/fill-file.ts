import { publicationFields } from '../../schemas/publication.ts';
import type { Draft, DraftValue } from '../draft/draft.ts';
import type { UnknownMap } from '../../domain/values/unknown-map.ts';
import type { ExistingPublication } from '../match/existing.ts';
import { findDatesOfIssue } from './dates-of-issue.ts';
import type { Edit } from './edit.ts';
import { editFile } from './edit-file.ts';
import { fillNested, formatValue, isMissing, type NestedValue } from './fill-nested.ts';
import { isSameValue } from './same-value.ts';
import { findOverwrittenAuthors, mayReplaceAffiliations, updateAuthors } from './update-authors.ts';

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
 * other bytes stay the same, including comments and the order of keys.
 */
export function fillFile(existing: ExistingPublication, draft: Draft, update: ReadonlySet<string>): Filling {
  const whole: NestedValue[] = [];
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
      if (!isImplied(name, value, existing.fields)) whole.push({ path: [name], value });
    } else if (name === 'authors' && overwritten) continue;
    else if (isRefinement(name, own, value) || (name === 'published' && issued)) whole.push({ path: [name], value });
    else if (
      update.has(name) &&
      !isSameValue(name, own, value) &&
      (name !== 'affiliations' || mayReplaceAffiliations(existing.fields, overwritten))
    )
      whole.push({ path: [name], value });
    else if (!isComparedByKey(name) && !isSameValue(name, own, value))
      different.push({ field: name, file: formatValue(own), source: formatValue(value) });
  }
  const { online } = draft.fields;
  if (issued && typeof online === 'string' && online !== issued.online)
    different.push({ field: 'online', file: issued.online, source: online });
  const isWhole = (name: unknown): boolean => whole.some(({ path: [field] }) => field === name);
  const isKeptField = ({ path: [name] }: NestedValue): boolean =>
    !isWhole(name) && !(overwritten && name === 'authors');
  const values = [...nested.missingValues, ...nested.fullerValues].filter(isKeptField);
  const edits = [
    ...values.map(toEdit),
    ...(overwritten ? updateAuthors(existing.fields, draft.fields, isWhole('affiliations')) : []),
    ...whole.map(toEdit),
  ];
  const filled = [
    ...whole.map(({ path: [name] }) => String(name)),
    ...new Set(values.map(({ path }) => `${path[0]}.${path.at(-1)}`)),
    ...(overwritten ? ['authors'] : []),
  ];
  const own = existing.body.trim();
  if (draft.body !== '') {
    if (own === '' || (update.has('abstract') && own !== draft.body.trim())) {
      edits.push({ type: 'body', text: draft.body });
      filled.push('abstract');
    } else if (
      toComparableText(own) !== toComparableText(draft.body) &&
      !toComparableText(own).includes(toComparableText(draft.body))
    )
      different.push({ field: 'abstract', file: formatValue(own), source: formatValue(draft.body) });
  }
  if (filled.length === 0) return { text: existing.text, fields: existing.fields, filled, different };
  const edited = editFile(existing.text, 'publications', edits);
  if ('text' in edited) return { text: edited.text, fields: edited.fields ?? existing.fields, filled, different };
  // For example a value that other places refer to.
  const unwritten = filled.map((field) => ({
    field,
    file: '(cannot be inserted into fields in this form)',
    source: formatValue(
      (draft.fields as UnknownMap)[field] ??
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

const toEdit = ({ path, value }: NestedValue): Edit => ({ type: 'set', path, value });

/** Only letters and digits, because the markup of an abstract does not count. */
const toComparableText = (markdown: string): string =>
  markdown
    .replace(/&#\d+;/g, (code) => String.fromCharCode(Number(code.slice(2, -1))))
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

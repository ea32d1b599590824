import { parseDocument } from 'yaml';
import { fieldOrder, type Draft, type DraftValue } from '../draft/draft.ts';
import type { ExistingPublication } from '../match/existing.ts';
import { fillNested, isMissing, formatValue } from './fill-nested.ts';
import { insertField, insertNested, type NestedValue } from './insert-field.ts';
import { isSameValue } from './same-value.ts';

export interface Filling {
  readonly text: string;
  /** Of the text; those that were read before where nothing was filled. */
  readonly fields: ExistingPublication['fields'];
  /** Fields that were empty, or that `update` names, and hold a value now; `authors.orcid` where list items were filled. */
  readonly filled: readonly string[];
  /** Fields that say something else than the source; they were left as they are. */
  readonly different: readonly { readonly field: string; readonly file: string; readonly source: string }[];
}

/**
 * The file with its empty fields filled from the draft, also inside its lists and maps. Everything else, its comments and
 * the order of its keys too, stays byte for byte: text is put in where a field belongs, and nothing is written anew.
 */
export function fillFile(existing: ExistingPublication, draft: Draft, update: ReadonlySet<string>): Filling {
  const whole: [name: string, value: DraftValue][] = [];
  const nested = fillNested(existing.fields, draft.fields);
  const different = [...nested.different];
  for (const name of fieldOrder) {
    const value = draft.fields[name];
    // An address has its key, its date and its state already.
    if (value === undefined || name === 'added' || name === 'draft') continue;
    const own = existing.fields[name];
    if (isMissing(own)) {
      if (!isImplied(name, value, existing.fields)) whole.push([name, value]);
    } else if (update.has(name) && !isSameValue(name, own, value)) whole.push([name, value]);
    else if (!isComparedByKey(name) && !isSameValue(name, own, value))
      different.push({ field: name, file: formatValue(own), source: formatValue(value) });
  }
  const missingValues = nested.missingValues.filter(({ path: [name] }) => !whole.some(([field]) => field === name));
  let text = missingValues.length === 0 ? existing.text : insertNested(existing.text, missingValues);
  for (const [name, value] of whole) text = insertField(text, name, value);
  const filled = [
    ...whole.map(([name]) => name),
    ...new Set(missingValues.map(({ path }) => `${path[0]}.${path.at(-1)}`)),
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
  const fields = readFilledFields(existing, text, new Set(whole.map(([name]) => name)), missingValues);
  if (fields) return { text, fields, filled, different };
  // Such as fields in the form `{ title: … }`, where no line can be put in.
  const unwritten = filled.map((field) => ({
    field,
    file: '(cannot be put into the fields as they are written)',
    source: formatValue(
      draft.fields[field] ??
        missingValues.find(({ path }) => `${path[0]}.${path.at(-1)}` === field)?.value ??
        draft.body,
    ),
  }));
  return { text: existing.text, fields: existing.fields, filled: [], different: [...different, ...unwritten] };
}

/** What says nothing new: a default, a key beside the slug, and the title of a journal that stands in the other field. */
const isImplied = (name: string, value: DraftValue, own: ExistingPublication['fields']): boolean =>
  (name === 'type' && value === 'article') ||
  name === 'citekey' ||
  (name === 'journal' && !isMissing(own['container'])) ||
  (name === 'container' && !isMissing(own['journal']));

/** Maps of languages and of versions, whose keys are compared one by one. */
const isComparedByKey = (name: string): boolean => ['titles', 'abstracts', 'versions'].includes(name);

/** The fields of the new file, if it can be read, holds what was put in, and says everything that it said. */
function readFilledFields(
  existing: ExistingPublication,
  text: string,
  filled: ReadonlySet<string>,
  missingValues: readonly NestedValue[],
): ExistingPublication['fields'] | undefined {
  const yaml = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text)?.[1];
  if (yaml === undefined) return undefined;
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  const fields = document.toJS() as Readonly<Record<string, unknown>>;
  const kept = Object.entries(existing.fields).every(
    ([name, value]) => filled.has(name) || isKept(value, fields[name]),
  );
  return kept && missingValues.every(({ path }) => !isMissing(document.getIn(path))) ? fields : undefined;
}

/** Empty values inside are left out where the file was read; a name by itself may have become a map. */
const isKept = (before: unknown, after: unknown): boolean =>
  typeof before === 'string'
    ? before === after || before === (after as { readonly name?: unknown } | undefined)?.name
    : Object.keys(before ?? {}).every((key) =>
        isKept((before as Record<string, unknown>)[key], (after as Record<string, unknown> | undefined)?.[key]),
      );

/** Letters and digits alone: how an abstract is set makes no difference. */
const toComparableText = (markdown: string): string =>
  markdown
    .replace(/&#\d+;/g, (code) => String.fromCharCode(Number(code.slice(2, -1))))
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

import { slugify } from '../../domain/identifiers/slug.ts';
import { findFreeSlug } from '../../import/draft/build-slug.ts';
import { newPublication } from '../../import/draft/new-publication.ts';
import { writeField } from '../../import/write/write-mdx.ts';
import { refusal } from '../stores/refusal.ts';
import type { Answer, ProposedFile } from '../stores/store.ts';
import type { DeskKind } from './record.ts';

/** What the name and the first fields of a new record depend on. */
export interface NewRecordContext {
  /** Names of files of this kind, without their endings. */
  readonly taken: ReadonlySet<string>;
  /** Language of a text page. */
  readonly locale: string;
  /** ISO date, such as `2024-12-03`. */
  readonly today: string;
}

/** Name and text of a new file with a title. */
export function newRecord(
  kind: DeskKind,
  title: string,
  { taken, locale, today }: NewRecordContext,
): Answer<ProposedFile> {
  const text = title.replace(/\s+/g, ' ').trim();
  if (text === '') return refusal('title-missing', 'a new record needs a title or a name', 'write one');
  if (kind === 'site' || kind === 'import')
    return refusal('site-exists', 'a site has one file of settings', 'open it from the list');
  if (kind === 'publications') return { ok: true, value: { kind, ...newPublication(text, taken, today) } };
  const folder = kind === 'pages' ? `pages/${locale}` : kind;
  const extension = kind === 'pages' ? '.mdx' : '.yaml';
  const file = `${folder}/${findFreeSlug(slugify(text.replace(/,/g, ' ')), taken)}${extension}`;
  return { ok: true, value: { kind, file, text: firstFields[kind](text) } };
}

const firstFields: Readonly<Record<Exclude<DeskKind, 'site' | 'import' | 'publications'>, (title: string) => string>> =
  {
    people: (name) => writeField('names', [name]),
    units: (name) => writeField('name', name),
    journals: (title) => writeField('title', title),
    topics: (label) => writeField('label', label),
    pages: (title) => `---\n${writeField('title', title)}---\n`,
  };

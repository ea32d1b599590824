import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { slugify } from '../../../domain/identifiers/slug.ts';
import { newPublication } from '../../new/new-publication.ts';
import type { DeskKind } from '../../../editor/model/record.ts';
import type { Answer, ProposedFile } from '../../../editor/stores/store.ts';
import { findFreeSlug } from '../../../import/draft/build-slug.ts';
import { writeField } from '../../../import/write/write-mdx.ts';

/** Name and text of a new file with a title. `locale`: that of a text page. */
export function proposeFile(contentDir: string, kind: DeskKind, title: string, locale: string): Answer<ProposedFile> {
  const text = title.replace(/\s+/g, ' ').trim();
  if (text === '') return refused('title-missing', 'a new record needs a title or a name', 'write one');
  if (kind === 'site') return refused('site-exists', 'a site has one file of settings', 'open it from the list');
  if (kind === 'publications') return { ok: true, value: { kind, ...newPublication(contentDir, text) } };
  const folder = kind === 'pages' ? `pages/${locale}` : kind;
  const extension = kind === 'pages' ? '.mdx' : '.yaml';
  const path = join(contentDir, folder);
  const names = existsSync(path) ? readdirSync(path) : [];
  const taken = new Set(names.map((name) => name.replace(/\.\w+$/, '')));
  const file = `${folder}/${findFreeSlug(slugify(text.replace(/,/g, ' ')), taken)}${extension}`;
  return { ok: true, value: { kind, file, text: firstFields[kind](text) } };
}

const firstFields: Readonly<Record<Exclude<DeskKind, 'site' | 'publications'>, (title: string) => string>> = {
  people: (name) => writeField('names', [name]),
  units: (name) => writeField('name', name),
  journals: (title) => writeField('title', title),
  topics: (label) => writeField('label', label),
  pages: (title) => `---\n${writeField('title', title)}---\n`,
};

const refused = (name: string, message: string, hint: string): Answer<never> => ({
  ok: false,
  refusal: { name, message, hint },
});

import type { z } from 'zod';
import type { ContentKind } from '../domain/institute/content-kind.ts';
import { importSettingsSchema } from './import-settings.ts';
import { journalSchema, personSchema, textPageSchema, topicSchema, unitSchema } from './institute.ts';
import { publicationSchema } from './publication.ts';
import { siteSchema } from './site.ts';

/** The schema of a file, of a field, or of a part of one. */
export type Schema = z.ZodType;

/** What a content folder holds: records of each kind, and the settings of the site and of its imports. */
export type FileKind = ContentKind | SettingsKind;
export type SettingsKind = 'site' | 'import';

/** The schema of the fields of each kind of file. */
export const fileSchemas = {
  publications: publicationSchema,
  people: personSchema,
  units: unitSchema,
  journals: journalSchema,
  topics: topicSchema,
  pages: textPageSchema,
  site: siteSchema,
  import: importSettingsSchema,
} as const satisfies Readonly<Record<FileKind, Schema>>;

/** Kinds whose files have fields between two lines of hyphens, and a body after them. */
export const hasBody = (kind: FileKind): boolean => kind === 'publications' || kind === 'pages';

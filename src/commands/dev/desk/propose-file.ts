import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { localDay } from '../../../domain/dates/local-day.ts';
import { idOfFile } from '../../../editor/model/kind-of-file.ts';
import { newRecord } from '../../../editor/model/new-record.ts';
import type { DeskKind } from '../../../editor/model/record.ts';
import type { Answer, ProposedFile } from '../../../editor/stores/store.ts';
import { readExisting } from '../../read-existing.ts';

/** Name and text of a new file with a title. `locale`: that of a text page. */
export function proposeFile(contentDir: string, kind: DeskKind, title: string, locale: string): Answer<ProposedFile> {
  const taken = (): ReadonlySet<string> => {
    if (kind === 'publications') return readExisting(contentDir, 'en').takenSlugs;
    const path = join(contentDir, kind === 'pages' ? `pages/${locale}` : kind);
    const names = existsSync(path) ? readdirSync(path) : [];
    return new Set(names.map(idOfFile));
  };
  return newRecord(kind, title, { taken: taken(), locale, today: localDay(new Date()) });
}

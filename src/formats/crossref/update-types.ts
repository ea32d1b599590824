import type { NoticeType } from '../../domain/publication/publication.ts';

/**
 * What an update of Crossref says about a work: a notice, nothing against it (`harmless`), or something that a person must
 * read. `expression_of_concern` is also written `Expression of Concern`.
 * https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/
 */
export function readUpdateType(type: string): NoticeType | 'harmless' | undefined {
  const name = type
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return noticeTypes.get(name) ?? (harmless.has(name) ? 'harmless' : undefined);
}

const noticeTypes: ReadonlyMap<string, NoticeType> = new Map([
  ['retraction', 'retraction'],
  ['removal', 'withdrawal'],
  ['withdrawal', 'withdrawal'],
  ['correction', 'correction'],
  ['corrigendum', 'correction'],
  ['erratum', 'correction'],
  ['expression_of_concern', 'concern'],
]);

const harmless: ReadonlySet<string> = new Set(['new_version', 'new_edition']);

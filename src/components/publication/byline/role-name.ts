import type { StringKey } from '../../../i18n/locales.ts';
import type { Translator } from '../../../i18n/translate.ts';

/** Contributor roles of CRediT: https://credit.niso.org/contributor-roles-defined/ */
const roles: Readonly<Record<string, StringKey>> = {
  conceptualization: 'role.conceptualization',
  'data-curation': 'role.data-curation',
  'formal-analysis': 'role.formal-analysis',
  'funding-acquisition': 'role.funding-acquisition',
  investigation: 'role.investigation',
  methodology: 'role.methodology',
  'project-administration': 'role.project-administration',
  resources: 'role.resources',
  software: 'role.software',
  supervision: 'role.supervision',
  validation: 'role.validation',
  visualization: 'role.visualization',
  'writing-original-draft': 'role.writing-original-draft',
  'writing-review-editing': 'role.writing-review-editing',
};

/** The role in the reader's language; a role outside CRediT is shown as written. */
export function roleName(role: string, t: Translator): string {
  const key = roles[role];
  return key === undefined ? role : t(key);
}

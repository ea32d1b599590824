import { join } from 'node:path';
import { projectDir } from '../../src/project/settings.ts';

/** The content folder of a site in `tests/sites`. */
export const siteFolder = (name: string): string => join(projectDir, 'tests/sites', name);

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ZoteroItem } from './zotero.ts';

/** True if a folder of translators also has what reads CSL-JSON: `utilities` (zotero/utilities) and schema.json. */
export const readsCsl = (folder: string): boolean =>
  existsSync(join(folder, 'utilities', 'utilities_item.js')) && existsSync(join(folder, 'schema.json'));

/** What Zotero reads of a file of CSL-JSON: its translator hands each item to a function of Zotero itself. */
export function readCslWithZotero(folder: string, text: string): readonly ZoteroItem[] {
  const load = createRequire(join(folder, 'utilities', 'utilities.js'));
  const zotero: Record<string, unknown> = { locale: 'en-US', isNode: true, debug: () => undefined };
  // The modules look for each other in a global object of this name.
  (globalThis as { Zotero?: unknown }).Zotero = zotero;
  zotero['Schema'] = load('./schema.js');
  const utilities = load('./utilities.js') as Record<string, unknown>;
  zotero['Utilities'] = utilities;
  const items = load('./utilities_item.js') as { itemFromCSLJSON: (item: object, csl: unknown) => void };
  utilities['Item'] = items;
  zotero['Date'] = load('./date.js');
  (zotero['Schema'] as { init: (schema: string) => void }).init(readFileSync(join(folder, 'schema.json'), 'utf8'));
  (zotero['Date'] as { init: (formats: string) => void }).init(
    readFileSync(join(folder, 'utilities', 'resource', 'dateFormats.json'), 'utf8'),
  );
  const types = load('./cachedTypes.js') as { setTypeSchema: (schema: unknown) => void };
  types.setTypeSchema(load('./resource/zoteroTypeSchemaData.js'));
  Object.assign(zotero, types);
  return (JSON.parse(text) as readonly unknown[]).map((csl) => {
    const item = { itemType: '', creators: [], tags: [], notes: [] };
    items.itemFromCSLJSON(item, csl);
    return item;
  });
}

import { expect, test } from 'vitest';
import { schemaFaults, type GraphNode } from '../support/check-schema-types.ts';
import { sharedSite } from '../support/shared-site.ts';
import { graphOf } from './machine-rules/json-ld-rules.ts';
import { machineFolders, readPages } from './site-pages.ts';

test.each(machineFolders)(
  'JSON-LD of %s uses every class and property as the vocabulary defines it',
  async (folder) => {
    const nodes = readPages(await sharedSite(folder))
      .filter(({ path }) => !/^(fa|ar)\//.test(path))
      .flatMap((page) => (graphOf(page) ?? []) as unknown as GraphNode[]);
    expect(nodes.length).toBeGreaterThan(100);
    expect(schemaFaults(nodes)).toEqual([]);
    expect(schemaFaults([{ '@type': 'ScholarlyArticle', isbn: 'belongs to books' }])).not.toEqual([]);
  },
);

import { parentPort, workerData } from 'node:worker_threads';
import { CatalogStore } from '../../store/catalog-store.ts';
import { proveStored, type ProofBatch, type ProofReply, type ProofSettings } from './prove-stored.ts';

const { catalogFile, formats } = workerData as Pick<ProofSettings, 'formats'> & { readonly catalogFile: string };
const proved = new Set<string>();
const store = new CatalogStore(catalogFile, 'read');

parentPort?.on('message', (batch: ProofBatch | undefined) => {
  if (!batch) {
    store.close();
    parentPort?.close();
  } else void store.inReadTransaction(() => prove(batch)).then((reply) => parentPort?.postMessage(reply));
});

function prove({ jobs, proved: elsewhere }: ProofBatch): ProofReply {
  for (const part of elsewhere) proved.add(part);
  const found: string[] = [];
  const known = {
    has: (part: string) => proved.has(part),
    add: (part: string) => {
      found.push(part);
      return proved.add(part);
    },
  };
  return { citations: proveStored(jobs, store, { formats, proved: known }), proved: found };
}

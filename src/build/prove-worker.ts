import { parentPort, workerData } from 'node:worker_threads';
import { CatalogStore } from '../store/catalog-store.ts';
import { proveStored, type ProofJob, type ProofSettings } from './prove-stored.ts';

const { catalogFile, formats } = workerData as Pick<ProofSettings, 'formats'> & { readonly catalogFile: string };
const proved = new Set<string>();
const store = new CatalogStore(catalogFile, 'read');

parentPort?.on('message', (jobs: readonly ProofJob[] | undefined) => {
  if (!jobs) {
    store.close();
    parentPort?.close();
  } else
    void store
      .inReadTransaction(() => proveStored(jobs, store, { formats, proved }))
      .then((reply) => parentPort?.postMessage(reply));
});

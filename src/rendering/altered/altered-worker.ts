import { parentPort, workerData } from 'node:worker_threads';
import { CatalogStore } from '../../store/catalog-store.ts';
import { findAltered } from './altered-files.ts';

const { catalogFile, outDir } = workerData as { readonly catalogFile: string; readonly outDir: string };
const store = new CatalogStore(catalogFile, 'read');
parentPort?.postMessage(findAltered(store, outDir));
store.close();

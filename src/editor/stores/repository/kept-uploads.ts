export interface WaitingUpload {
  /** Path from the content folder. */
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface BesideUpload extends WaitingUpload {
  /** Path of the file of its record. */
  readonly beside: string;
}

/** Uploads on the device of the user, so that they outlive the page. */
export interface UploadKeeper {
  /** Those that were kept before. */
  readonly kept: readonly BesideUpload[];
  keep(upload: BesideUpload): void;
  forget(file: string): void;
  /** Whether each upload that waits is on the device. */
  hasAll(): boolean;
}

/** Opens the uploads that the browser keeps under a name. Where it keeps nothing, `hasAll` is false as soon as there is one. */
export async function openUploadKeeper(name: string): Promise<UploadKeeper> {
  const lost = new Set<string>();
  const database = await open(name).catch(() => undefined);
  const kept = database
    ? await settled<BesideUpload[]>(inStore(database, (store) => store.getAll() as IDBRequest<BesideUpload[]>)).catch(
        () => [],
      )
    : [];
  return {
    kept,
    keep: (upload) => {
      lost.add(upload.file);
      if (database)
        settled(inStore(database, (store) => store.put(upload))).then(
          () => lost.delete(upload.file),
          () => undefined,
        );
    },
    forget: (file) => {
      lost.delete(file);
      if (database) settled(inStore(database, (store) => store.delete(file))).catch(() => undefined);
    },
    hasAll: () => lost.size === 0,
  };
}

const storeName = 'uploads';

/** Rejects also where the browser refuses at once. */
async function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'file' });
  return settled(request);
}

const inStore = <T>(database: IDBDatabase, use: (store: IDBObjectStore) => IDBRequest<T>): IDBRequest<T> =>
  use(database.transaction(storeName, 'readwrite').objectStore(storeName));

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
  });

/** Largest number of files that load at the same time. */
const parallelLimit = 12;

export interface Gathering {
  /** Called after each item with the number of loaded ones. */
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Loads a value for each item, several at a time; returns them in the same order. Throws the first error. */
export async function gather<Item, Loaded>(
  items: readonly Item[],
  load: (item: Item) => Promise<Loaded>,
  { progress, signal }: Gathering,
): Promise<Loaded[]> {
  const loaded: Loaded[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let index = next++; index < items.length; index = next++) {
      signal.throwIfAborted();
      loaded[index] = await load(items[index]!);
      progress((done += 1));
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallelLimit, items.length) }, work));
  return loaded;
}

/** A format for reference managers or spreadsheets, as `OfferedFormat` describes it. */
export interface CitationFile {
  readonly label: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly single: boolean;
  readonly frame: { readonly before: string; readonly between: string; readonly after: string };
}

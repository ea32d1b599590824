/** Files that are loaded at the same time. */
const atOnce = 12;

export interface Gathering {
  /** Called with the number of those that are done. */
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Loads something for each item, several at a time, in their order; ends with the error of the first that fails. */
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
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return loaded;
}

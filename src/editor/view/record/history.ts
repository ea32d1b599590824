/** The texts of a file that is open, in the order in which they came about. */
export interface History {
  readonly past: readonly string[];
  readonly text: string;
  readonly future: readonly string[];
  /** What the last change was about: a change of the same again is one step of undo. */
  readonly key: string | undefined;
}

export const openHistory = (text: string): History => ({ past: [], text, future: [], key: undefined });

/** Adds a text. With the key of the last change, it takes the place of that change. */
export function addText(history: History, text: string, key?: string): History {
  if (text === history.text) return history;
  const together = key !== undefined && key === history.key;
  const past = together ? history.past : [...history.past, history.text].slice(-stepLimit);
  return { past, text, future: [], key };
}

export function undo(history: History): History {
  const text = history.past.at(-1);
  if (text === undefined) return history;
  return { past: history.past.slice(0, -1), text, future: [history.text, ...history.future], key: undefined };
}

export function redo(history: History): History {
  const [text, ...future] = history.future;
  if (text === undefined) return history;
  return { past: [...history.past, history.text], text, future, key: undefined };
}

/** The next change is a step of its own, such as after a field was left. */
export const endStep = (history: History): History => ({ ...history, key: undefined });

const stepLimit = 200;

/** The texts of an open file, for undo and redo. */
export interface History {
  readonly past: readonly string[];
  readonly text: string;
  readonly future: readonly string[];
  /** Key of the last change. A following change with the same key joins its step of undo. */
  readonly key: string | undefined;
}

export const openHistory = (text: string): History => ({ past: [], text, future: [], key: undefined });

/** Adds a text as a new step, or to the last step where it has the same key. */
export function addText(history: History, text: string, key?: string): History {
  if (text === history.text) return history;
  const together = key !== undefined && key === history.key;
  const past = together ? history.past : [...history.past, history.text].slice(-stepLimit);
  return { past, text, future: [], key };
}

/**
 * The text that a change with a key is made to: the one before the step that it joins, so that what is written does not depend
 * on pauses while it is typed. The quotes that `N` needs do not stay around `New`.
 */
export const baseOf = ({ past, text, key: last }: History, key?: string): string =>
  (key !== undefined && key === last ? past.at(-1) : undefined) ?? text;

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

/** The next change begins a new step, such as after a field has lost the focus. */
export const endStep = (history: History): History => ({ ...history, key: undefined });

const stepLimit = 200;

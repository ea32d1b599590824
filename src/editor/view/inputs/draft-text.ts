import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A text while it is typed. It is committed after a short delay, and at once when the field loses the focus. */
export interface DraftText {
  readonly text: string;
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly onBlur: () => void;
  /** Changes the text and commits it at once. */
  readonly write: (text: string) => void;
}

export function useDraftText(value: string, commit: (text: string) => void, endStep?: () => void): DraftText {
  const [text, setText] = useState(value);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; text: string } | undefined>(undefined);
  const last = useRef(value);
  const send = useRef(commit);
  send.current = commit;
  const commitNow = (next: string): void => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = undefined;
    if (next === last.current) return;
    last.current = next;
    send.current(next);
  };
  // Shows a value that was set elsewhere, such as by undo or a repair. The typed text itself may come back trimmed: it is kept.
  useLayoutEffect(() => {
    if (waiting.current || value.trim() === last.current.trim()) return;
    last.current = value;
    setText(value);
  }, [value]);
  // When the field is removed, what was typed last is committed.
  useEffect(
    () => () => {
      if (waiting.current) commitNow(waiting.current.text);
    },
    [],
  );
  return {
    text,
    onInput: ({ currentTarget }) => {
      const next = currentTarget.value;
      setText(next);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { text: next, timer: setTimeout(() => commitNow(next), delay) };
    },
    onBlur: () => {
      if (waiting.current) commitNow(waiting.current.text);
      endStep?.();
    },
    write: (next) => {
      setText(next);
      commitNow(next);
    },
  };
}

/** Milliseconds from the last key to the commit. */
const delay = 200;

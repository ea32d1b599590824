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
  const isTyping = useRef(false);
  const shown = useRef(value);
  shown.current = value;
  const isOwn = useRef(false);
  const send = useRef(commit);
  send.current = commit;
  const commitNow = (next: string): void => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = undefined;
    if (next === last.current) return;
    last.current = next;
    // The value that comes back with the next render is that of this commit.
    isOwn.current = true;
    setTimeout(() => (isOwn.current = false));
    send.current(next);
  };
  // Shows a value that was set elsewhere, such as by undo or a repair. The typed text itself may come back in another form, such as
  // trimmed: it is kept as long as it is typed.
  useLayoutEffect(() => {
    if (waiting.current || value.trim() === last.current.trim() || (isTyping.current && isOwn.current)) return;
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
      isTyping.current = true;
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { text: next, timer: setTimeout(() => commitNow(next), delay) };
    },
    onBlur: () => {
      isTyping.current = false;
      if (waiting.current) commitNow(waiting.current.text);
      else if (shown.current.trim() !== last.current.trim()) {
        last.current = shown.current;
        setText(shown.current);
      }
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

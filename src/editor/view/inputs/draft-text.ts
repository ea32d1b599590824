import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A text while it is typed, which is handed on a moment later, and at once when the field is left. */
export interface DraftText {
  readonly text: string;
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly onBlur: () => void;
  /** Changes the text and hands it on at once. */
  readonly write: (text: string) => void;
}

export function useDraftText(value: string, commit: (text: string) => void, endStep?: () => void): DraftText {
  const [text, setText] = useState(value);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; text: string } | undefined>(undefined);
  const last = useRef(value);
  const send = useRef(commit);
  send.current = commit;
  const hand = (next: string): void => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = undefined;
    if (next === last.current) return;
    last.current = next;
    send.current(next);
  };
  // A value from elsewhere, such as an undo or a repair; never what was typed here, come back without its last space.
  useLayoutEffect(() => {
    if (waiting.current || value.trim() === last.current.trim()) return;
    last.current = value;
    setText(value);
  }, [value]);
  // What was typed last is not lost when the field goes away.
  useEffect(
    () => () => {
      if (waiting.current) hand(waiting.current.text);
    },
    [],
  );
  return {
    text,
    onInput: ({ currentTarget }) => {
      const next = currentTarget.value;
      setText(next);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { text: next, timer: setTimeout(() => hand(next), delay) };
    },
    onBlur: () => {
      if (waiting.current) hand(waiting.current.text);
      endStep?.();
    },
    write: (next) => {
      setText(next);
      hand(next);
    },
  };
}

/** Milliseconds after the last key until a text is written into the file. */
const delay = 200;

import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * For an element on which a file can be dropped: its listeners, and whether a file is over it. A file that is dropped on an
 * element inside another one is taken by the inner one alone. `isOne`: false where several were dropped, of which the first is taken.
 */
export function useFileDrop(take: (file: File, isOne: boolean) => void): {
  readonly isOver: boolean;
  readonly listeners: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
} {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    listeners: {
      onDragOver(event) {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event) {
        setOver(false);
        const files = event.dataTransfer?.files;
        const file = files?.[0];
        if (!files || !file) return;
        event.preventDefault();
        event.stopPropagation();
        take(file, files.length === 1);
      },
    },
  };
}

/**
 * As {@link useFileDrop} for the whole window, also beside what the page shows: a browser would leave the page for a file that is
 * dropped there. Returns whether a file is over it.
 */
export function usePageDrop(take: (file: File, isOne: boolean) => void): boolean {
  const { isOver, listeners } = useFileDrop(take);
  // Before the page is drawn: a file that is dropped at once would be lost, or be that of the record before.
  useLayoutEffect(() => {
    const of = [
      ['dragover', listeners.onDragOver],
      ['dragleave', listeners.onDragLeave],
      ['drop', listeners.onDrop],
    ] as const;
    for (const [type, listener] of of) addEventListener(type, listener);
    return () => {
      for (const [type, listener] of of) removeEventListener(type, listener);
    };
  });
  return isOver;
}

import { useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** The item that is dragged, and the listeners of the handles. */
export interface Dragging {
  /** Position of the item that is dragged; undefined where none is. */
  readonly from: number | undefined;
  /** Position of the item that it would be dropped before; the count of items for the end. */
  readonly before: number | undefined;
  readonly handlers: (index: number) => {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: () => void;
  };
}

/** Dragging items of a list by their handles, with a mouse, a pen or a finger. `first`: position of the first item that is shown. */
export function useDragging(
  list: RefObject<HTMLElement | null>,
  first: number,
  move: (from: number, to: number) => void,
): Dragging {
  const [state, setState] = useState<{ from: number; before: number } | undefined>(undefined);
  const held = useRef<{ from: number; before: number } | undefined>(undefined);
  const update = (next: { from: number; before: number } | undefined): void => {
    held.current = next;
    setState(next);
  };
  return {
    from: state?.from,
    before: state?.before,
    handlers: (index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        update({ from: index, before: index });
      },
      onPointerMove: (event) => {
        if (!held.current || !list.current) return;
        const items = [...list.current.children];
        const at = items.findIndex((item) => {
          const { top, height } = item.getBoundingClientRect();
          return event.clientY < top + height / 2;
        });
        update({ from: held.current.from, before: first + (at === -1 ? items.length : at) });
      },
      onPointerUp: () => {
        const last = held.current;
        update(undefined);
        if (!last) return;
        const to = last.before > last.from ? last.before - 1 : last.before;
        if (to !== last.from) move(last.from, to);
      },
      onPointerCancel: () => update(undefined),
    }),
  };
}

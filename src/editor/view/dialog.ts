import { h, type ComponentChildren, type ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSession } from './session.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
}

/** A window over the page, which Escape closes; the focus then goes back to where it was. */
export function Dialog({ title, onClose, wide, children }: Props): ComponentChild {
  const { words } = useSession();
  const element = useRef<HTMLDialogElement>(null);
  // Opened before the first paint, so that keys pressed at once go into the dialog.
  useLayoutEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    // A dialog that asks for something begins at its first field.
    element.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return h(
    'dialog',
    { class: `dialog${wide ? ' dialog--wide' : ''}`, ref: element, 'aria-labelledby': 'dialog-title', onClose },
    [
      h('div', { class: 'dialog__head' }, [
        h('h2', { id: 'dialog-title' }, title),
        h('button', { type: 'button', class: 'btn btn--small', onClick: onClose }, words.say('desk.close')),
      ]),
      children,
    ],
  );
}

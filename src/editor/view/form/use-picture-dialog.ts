import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { loadLater } from '../load-later.ts';
import type { PictureText } from './picture-dialog.ts';

/** A dialog that is shown while a picture waits for its alternative text and caption; `ask` opens it. */
export function usePictureDialog(onUse: (picture: File, text: PictureText) => void): {
  readonly ask: (picture: File | undefined) => void;
  readonly dialog: ComponentChild;
} {
  const [picture, ask] = useState<File | undefined>(undefined);
  const dialog = picture
    ? h(PictureDialog, {
        picture,
        onClose: () => ask(undefined),
        onUse: (text) => {
          ask(undefined);
          onUse(picture, text);
        },
      })
    : null;
  return { ask, dialog };
}

const PictureDialog = loadLater(async () => (await import('./picture-dialog.ts')).PictureDialog);

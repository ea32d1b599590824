import { h, type ComponentChildren, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { usePageDrop } from '../inputs/drop-file.ts';
import { useUpload } from '../inputs/upload.ts';
import { useSession } from '../session.ts';
import { idOfFile } from '../../model/kind-of-file.ts';
import { itemsOf } from './edit-value.ts';
import { useForm } from './form-context.ts';
import type { PictureText } from './picture-dialog.ts';
import { usePictureDialog } from './use-picture-dialog.ts';

interface Props {
  /** Shows a field that got a value. */
  readonly onField: (name: string) => void;
  readonly children?: ComponentChildren;
}

/** Uploads pictures and PDFs that are dropped anywhere on a form, or chosen. For a picture, a dialog asks for its alternative text. */
export function DropTarget({ onField, children }: Props): ComponentChild {
  const { words, announce } = useSession();
  const { file: record, fields, values, takesFiles, apply } = useForm();
  const { upload, message } = useUpload();
  const { ask, dialog } = usePictureDialog((picture, text) => void usePicture(picture, text));
  const [note, setNote] = useState<string | undefined>(undefined);
  const image = fields.find(({ name }) => name === 'image');
  const takesPdf = fields.some(({ name }) => name === 'links') && fields.some(({ name }) => name === 'doi');
  const take = async (file: File, isOne = true): Promise<void> => {
    setNote(isOne ? undefined : words.say('file.oneTaken', { name: file.name }));
    if (!takesFiles) return setNote(words.say('file.saveFirst'));
    if (/\.pdf$/i.test(file.name) && takesPdf) {
      // A PDF with the name of the publication needs no link; where that name was taken, a link to the new name is added.
      const name = `${idOfFile(record)}.pdf`;
      const source = await upload(new File([file], name, { type: file.type }));
      if (source === undefined) return;
      if (source !== `./${name}`) addLink(source);
      if (isOne) setNote(words.say('file.pdf'));
      announce(words.say('file.pdf'));
    } else if (/\.(?:png|jpe?g|webp|avif|gif|svg)$/i.test(file.name) && image) {
      if (image.input.type === 'group') ask(file);
      else await usePicture(file, undefined);
    } else setNote(words.say('file.notKnown'));
  };
  const addLink = (source: string): void => {
    const index = itemsOf(values['links']).length;
    const link = { rel: 'pdf', url: source };
    apply([
      index === 0
        ? { type: 'set', path: ['links'], value: [link] }
        : { type: 'insert', path: ['links'], index, value: link },
    ]);
    onField('links');
  };
  const usePicture = async (file: File, text: PictureText | undefined): Promise<void> => {
    const source = await upload(file);
    if (source === undefined) return;
    const value = text && { src: source, alt: text.alt, ...(text.caption === '' ? {} : { caption: text.caption }) };
    apply([{ type: 'set', path: ['image'], value: value ?? source }]);
    onField('image');
  };
  const isOver = usePageDrop((file, isOne) => void take(file, isOne));
  return h(
    'div',
    {
      class: `drop-target${isOver ? ' is-over' : ''}`,
    },
    [
      image
        ? h('p', { class: 'drop-line' }, [
            h('label', { class: 'btn btn--small file-button' }, [
              words.say(takesPdf ? 'file.choosePdf' : 'file.choosePicture'),
              h('input', {
                type: 'file',
                class: 'file-button__input',
                accept: takesPdf ? 'image/*,application/pdf' : 'image/*',
                onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
                  const file = currentTarget.files?.[0];
                  currentTarget.value = '';
                  if (file) void take(file);
                },
              }),
            ]),
            h('span', { class: 'note drop-hint' }, words.say('file.drop')),
          ])
        : null,
      message === undefined ? null : h('p', { class: 'message message--error', role: 'alert' }, message),
      note === undefined ? null : h('p', { class: 'banner', role: 'status' }, note),
      children,
      dialog,
    ],
  );
}

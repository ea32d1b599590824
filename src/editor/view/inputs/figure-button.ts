import { h, type ComponentChild } from 'preact';
import { addFigure } from '../../model/write-figure.ts';
import { useForm } from '../form/form-context.ts';
import { usePictureDialog } from '../form/use-picture-dialog.ts';
import { useSession } from '../session.ts';
import { useUpload } from './upload.ts';

/** Adds a picture with its alternative text and caption at the end of a body. `heading`: of the section that it may need. */
export function FigureButton({ heading }: { readonly heading: string | undefined }): ComponentChild {
  const { words, settings } = useSession();
  const { editBody, takesFiles } = useForm();
  const { upload, message } = useUpload();
  const { ask, dialog } = usePictureDialog((picture, text) => {
    void upload(picture).then((src) => {
      if (src !== undefined)
        editBody((body) => addFigure(body, { src, ...text }, heading, settings.holdsCode), 'figure');
    });
  });
  return h('div', { class: 'actions' }, [
    h('label', { class: 'btn btn--small file-button' }, [
      words.say('file.figure'),
      h('input', {
        type: 'file',
        class: 'file-button__input',
        accept: 'image/*',
        disabled: !takesFiles,
        onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
          ask(currentTarget.files?.[0]);
          currentTarget.value = '';
        },
      }),
    ]),
    takesFiles ? null : h('span', { class: 'note' }, words.say('file.saveFirst')),
    message === undefined ? null : h('p', { class: 'message message--error', role: 'alert' }, message),
    dialog,
  ]);
}

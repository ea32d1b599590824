import { h, type ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';
import type { Path } from '../../model/record.ts';
import { useForm, type Described } from '../form/form-context.ts';
import { useSession } from '../session.ts';
import { useFileDrop } from './drop-file.ts';
import { useUpload } from './upload.ts';

interface Props extends Described {
  readonly path: Path;
  readonly value: string;
  readonly onChange: (source: string) => void;
  readonly label: string;
}

/** The path of a file beside the record. A file that is chosen or dropped is uploaded. */
export function FileInput({ value, onChange, label, id, describedBy, invalid }: Props): ComponentChild {
  const { words } = useSession();
  const { takesFiles } = useForm();
  const { upload, message } = useUpload();
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    const source = file ? await upload(file) : undefined;
    if (source !== undefined) onChange(source);
  };
  const { isOver, listeners } = useFileDrop((file) => void take(file));
  return h(
    'div',
    {
      class: `drop${isOver ? ' is-over' : ''}`,
      ...listeners,
    },
    [
      h('input', {
        class: 'input',
        type: 'text',
        id,
        value,
        dir: 'ltr',
        'aria-label': label,
        'aria-describedby': describedBy,
        'aria-invalid': invalid || undefined,
        onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onChange(currentTarget.value.trim()),
      }),
      h('input', {
        type: 'file',
        class: 'vh',
        tabIndex: -1,
        'aria-hidden': true,
        ref: chooser,
        onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = '';
        },
      }),
      h(
        'button',
        { type: 'button', class: 'btn btn--small', disabled: !takesFiles, onClick: () => chooser.current?.click() },
        words.say('file.choose'),
      ),
      takesFiles ? null : h('p', { class: 'note' }, words.say('file.saveFirst')),
      message === undefined ? null : h('p', { class: 'message message--error', role: 'alert' }, message),
    ],
  );
}

import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '../dialog.ts';
import { useSession } from '../session.ts';

export interface PictureText {
  /** What the picture shows, for those who cannot see it. */
  readonly alt: string;
  /** Empty where there is none. */
  readonly caption: string;
}

interface Props {
  readonly picture: File;
  readonly onUse: (text: PictureText) => void;
  readonly onClose: () => void;
}

/** Asks for the alternative text of a picture, and for its caption. */
export function PictureDialog({ picture, onUse, onClose }: Props): ComponentChild {
  const { words } = useSession();
  const [alt, setAlt] = useState('');
  const [caption, setCaption] = useState('');
  const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return h(Dialog, { title: words.say('file.alt'), onClose }, [
    h('p', { class: 'note' }, h('bdi', {}, picture.name)),
    h('p', { class: 'field__help', id: 'alt-help' }, words.say('file.altHelp')),
    h('textarea', {
      class: 'input input--block',
      rows: 3,
      dir: 'auto',
      value: alt,
      'aria-label': words.say('file.alt'),
      'aria-describedby': 'alt-help',
      onInput: ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => setAlt(currentTarget.value),
    }),
    h('div', { class: 'field' }, [
      h('label', { class: 'field__label', for: 'picture-caption' }, words.say('file.caption')),
      h('input', {
        class: 'input',
        id: 'picture-caption',
        type: 'text',
        dir: 'auto',
        value: caption,
        autocomplete: 'off',
        onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setCaption(currentTarget.value),
      }),
    ]),
    h('div', { class: 'actions' }, [
      h(
        'button',
        {
          type: 'button',
          class: 'btn btn--solid',
          disabled: alt.trim() === '',
          onClick: () => onUse({ alt: inOneLine(alt), caption: inOneLine(caption) }),
        },
        words.say('file.use'),
      ),
      h('button', { type: 'button', class: 'btn', onClick: onClose }, words.say('desk.cancel')),
    ]),
  ]);
}

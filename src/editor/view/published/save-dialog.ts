import { h, type ComponentChild } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SaveChoice } from '../../stores/repository/commit-changes.ts';
import type { SaveQuestion } from '../../stores/repository/repository-store.ts';
import type { PublishedWords } from './strings/published-words.ts';

interface Props {
  readonly words: PublishedWords;
  readonly question: SaveQuestion;
  readonly branch: string;
  /** Called with undefined where the user does not save. */
  readonly onChoice: (choice: SaveChoice | undefined) => void;
}

/** Asks before a save for the message of the commit, and whether to publish or propose the change. */
export function SaveDialog({ words, question, branch, onChoice }: Props): ComponentChild {
  const { isInProposal, mayWrite } = question;
  const isProtected = question.isProtected || !mayWrite;
  const [message, setMessage] = useState(question.message);
  const [as, setAs] = useState<SaveChoice['as']>(isInProposal || isProtected ? 'proposal' : 'commit');
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const choice = (value: SaveChoice['as'], isOff: boolean): ComponentChild =>
    h('label', { class: 'save-form__choice' }, [
      h('input', {
        type: 'radio',
        name: 'save-as',
        value,
        checked: as === value,
        disabled: isOff,
        onChange: () => setAs(value),
      }),
      h('span', {}, words.say(`save.${value}`, { branch })),
    ]);
  return h(
    'dialog',
    { class: 'dialog', ref: element, 'aria-labelledby': 'save-title', onClose: () => onChoice(undefined) },
    [
      h('div', { class: 'dialog__head' }, h('h2', { id: 'save-title' }, words.say('save.title'))),
      h(
        'form',
        {
          class: 'save-form',
          onSubmit: (event: Event) => {
            event.preventDefault();
            if (message.trim() !== '') onChoice({ as, message: message.trim() });
          },
        },
        [
          h('div', { class: 'save-form__field' }, [
            h('label', { class: 'field__label', for: 'save-message' }, words.say('save.message')),
            h('textarea', {
              class: 'input input--block',
              id: 'save-message',
              rows: 3,
              dir: 'auto',
              value: message,
              onInput: ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => setMessage(currentTarget.value),
            }),
          ]),
          isInProposal
            ? h('p', {}, words.say('save.inProposal'))
            : h('fieldset', {}, [
                h('legend', { class: 'field__label' }, words.say('save.how')),
                isProtected
                  ? h('p', { class: 'field__help' }, words.say(mayWrite ? 'save.protected' : 'save.fork', { branch }))
                  : null,
                choice('commit', isProtected),
                choice('proposal', false),
              ]),
          h('div', { class: 'actions' }, [
            h(
              'button',
              { type: 'submit', class: 'btn btn--solid', disabled: message.trim() === '' },
              words.say('save.do'),
            ),
            h('button', { type: 'button', class: 'btn', onClick: () => onChoice(undefined) }, words.say('save.cancel')),
          ]),
        ],
      ),
    ],
  );
}

import { h, type ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { splitByline } from '../../model/byline.ts';
import type { Edit, Path, WrittenValue } from '../../model/record.ts';
import { splitAffiliations } from '../../model/split-affiliations.ts';
import { Dialog } from '../dialog.ts';
import { useForm } from '../form/form-context.ts';
import { isUnwritten } from '../form/unwritten.ts';
import { useSession } from '../session.ts';

interface Props {
  readonly of: 'authors' | 'affiliations';
  readonly path: Path;
  readonly items: readonly WrittenValue[];
  readonly onClose: () => void;
}

/** Splits a pasted byline or list of affiliations, and shows the parts before they are added. */
export function PasteDialog({ of, path, items, onClose }: Props): ComponentChild {
  const { words } = useSession();
  const { apply } = useForm();
  const [text, setText] = useState('');
  const found = useMemo(() => splitters[of](text), [of, text]);
  const values = found.map(({ value }) => value);
  const accept = (edits: readonly Edit[]): void => {
    apply(edits);
    onClose();
  };
  // What stands there until somebody writes it makes room.
  const own = items.filter((item) => !isUnwritten(item));
  const all = [...own, ...values];
  return h(Dialog, { title: words.say(`${of}.paste`), onClose }, [
    h('p', { class: 'field__help', id: 'paste-help' }, words.say(`${of}.pasteHelp`)),
    h('textarea', {
      class: 'input input--block',
      rows: 5,
      dir: 'auto',
      value: text,
      'aria-label': words.say(`${of}.paste`),
      'aria-describedby': 'paste-help',
      onInput: ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => setText(currentTarget.value),
    }),
    h(
      'div',
      { 'aria-live': 'polite' },
      found.length === 0
        ? null
        : h('p', { class: 'field__label' }, words.say(`${of}.paste.result`, { count: found.length })),
    ),
    h(
      'ol',
      { class: 'split' },
      found.map(({ name, marks, orcid }) =>
        h('li', {}, [
          h('bdi', {}, [name, marks === '' ? null : h('sup', {}, marks)]),
          orcid === undefined ? null : [' ', h('bdi', { class: 'entry__detail' }, orcid)],
        ]),
      ),
    ),
    h('div', { class: 'actions' }, [
      h(
        'button',
        {
          type: 'button',
          class: 'btn btn--solid',
          disabled: found.length === 0,
          onClick: () => accept([{ type: 'set', path, value: all }]),
        },
        words.say('authors.accept'),
      ),
      own.length === 0
        ? null
        : h(
            'button',
            {
              type: 'button',
              class: 'btn',
              disabled: found.length === 0,
              onClick: () => accept([{ type: 'set', path, value: values }]),
            },
            words.say('authors.replace'),
          ),
      h('button', { type: 'button', class: 'btn', onClick: onClose }, words.say('desk.cancel')),
    ]),
  ]);
}

interface Pasted {
  readonly name: string;
  /** Numbers of affiliations, and the sign of a corresponding author. */
  readonly marks: string;
  readonly orcid?: string;
  readonly value: WrittenValue;
}

const splitters: Readonly<Record<Props['of'], (text: string) => readonly Pasted[]>> = {
  authors: (text) =>
    splitByline(text).map(({ name, affiliations, corresponding, orcid, isGroup }) => {
      const facts = {
        ...(affiliations.length > 0 ? { affiliations } : {}),
        ...(orcid === undefined ? {} : { orcid }),
        ...(corresponding ? { corresponding } : {}),
      };
      const isName = !isGroup && Object.keys(facts).length === 0;
      return {
        name,
        marks: [...affiliations, ...(corresponding ? ['*'] : [])].join(', '),
        ...(orcid === undefined ? {} : { orcid }),
        value: isName ? name : { [isGroup ? 'group' : 'name']: name, ...facts },
      };
    }),
  affiliations: (text) => splitAffiliations(text).map((name) => ({ name, marks: '', value: name })),
};

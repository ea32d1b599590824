import { h, type ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { splitByline, type Byline, type SplitAuthor } from '../../model/byline.ts';
import type { Path, WrittenValue } from '../../model/record.ts';
import { splitAffiliations, splitPasted } from '../../model/split-affiliations.ts';
import { Dialog } from '../dialog.ts';
import { itemsOf } from '../form/edit-value.ts';
import { useForm } from '../form/form-context.ts';
import { isUnwritten } from '../form/unwritten.ts';
import { useSession } from '../session.ts';
import type { DeskString } from '../strings/en.ts';

interface Props {
  readonly of: 'authors' | 'affiliations';
  readonly path: Path;
  readonly items: readonly WrittenValue[];
  readonly onClose: () => void;
}

/** Splits a pasted byline or list of affiliations, and shows the parts before they are added. */
export function PasteDialog({ of, path, items, onClose }: Props): ComponentChild {
  const { words } = useSession();
  const { apply, fields, values } = useForm();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<boolean | undefined>(undefined);
  // What stands there until somebody writes it makes room.
  const own = items.filter((item) => !isUnwritten(item));
  const listed = itemsOf(values['affiliations']).filter((item) => !isUnwritten(item));
  const takesBoth = of === 'authors' && fields.some(({ name }) => name === 'affiliations');
  const { authors, affiliations, isLettered } = useMemo(
    () => readPasted(of, text, takesBoth, listed.length, asked),
    [of, text, takesBoth, listed.length, asked],
  );
  const found = of === 'authors' ? authors : affiliations;
  const accept = (isAdded: boolean): void => {
    const hasBoth = takesBoth && affiliations.length > 0;
    // Numbers count the affiliations that are pasted with them.
    const before = hasBoth && isAdded ? listed.length : 0;
    const pasted = of === 'authors' ? authors.map((author) => authorValue(author, before)) : affiliations;
    apply([
      { type: 'set', path, value: [...(isAdded ? own : []), ...pasted] },
      ...(hasBoth
        ? [{ type: 'set' as const, path: ['affiliations'], value: [...(isAdded ? listed : []), ...affiliations] }]
        : []),
    ]);
    onClose();
  };
  const accepts = (label: DeskString, isAdded: boolean, isSolid: boolean): ComponentChild =>
    h(
      'button',
      {
        type: 'button',
        class: isSolid ? 'btn btn--solid' : 'btn',
        disabled: found.length === 0,
        onClick: () => accept(isAdded),
      },
      words.say(label),
    );
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
    isLettered === undefined
      ? null
      : h('label', { class: 'check' }, [
          h('input', {
            type: 'checkbox',
            checked: isLettered,
            onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setAsked(currentTarget.checked),
          }),
          words.say('authors.letters'),
        ]),
    h('div', { 'aria-live': 'polite' }, [
      authors.length === 0 ? null : heading(words.say('authors.paste.result', { count: authors.length })),
      affiliations.length === 0 || authors.length > 0
        ? null
        : heading(words.say('affiliations.paste.result', { count: affiliations.length })),
    ]),
    authors.length === 0
      ? null
      : h(
          'ol',
          { class: 'split' },
          authors.map((author) => h(SplitName, { author })),
        ),
    affiliations.length > 0 && authors.length > 0
      ? heading(words.say('affiliations.paste.result', { count: affiliations.length }))
      : null,
    affiliations.length === 0
      ? null
      : h(
          'ol',
          { class: 'split' },
          affiliations.map((name) => h('li', {}, h('bdi', {}, name))),
        ),
    h('div', { class: 'actions' }, [
      accepts('authors.accept', true, true),
      own.length === 0 ? null : accepts('authors.replace', false, false),
      h('button', { type: 'button', class: 'btn', onClick: onClose }, words.say('desk.cancel')),
    ]),
  ]);
}

const heading = (text: string): ComponentChild => h('p', { class: 'field__label' }, text);

function SplitName({ author }: { readonly author: SplitAuthor }): ComponentChild {
  const { name, affiliations, corresponding, orcid } = author;
  const marks = [...affiliations, ...(corresponding ? ['*'] : [])].join(', ');
  return h('li', {}, [
    h('bdi', {}, [name, marks === '' ? null : h('sup', {}, marks)]),
    orcid === undefined ? null : [' ', h('bdi', { class: 'entry__detail' }, orcid)],
  ]);
}

interface Pasted extends Byline {
  readonly affiliations: readonly string[];
}

function readPasted(
  of: Props['of'],
  text: string,
  takesBoth: boolean,
  listed: number,
  asked: boolean | undefined,
): Pasted {
  if (of === 'affiliations') return { authors: [], affiliations: splitAffiliations(text), isLettered: undefined };
  const { byline, affiliations } = takesBoth ? splitPasted(text) : { byline: text, affiliations: [] };
  return { ...splitByline(byline, affiliations.length || listed, asked), affiliations };
}

function authorValue({ name, affiliations, corresponding, orcid, isGroup }: SplitAuthor, before: number): WrittenValue {
  const facts = {
    ...(affiliations.length > 0 ? { affiliations: affiliations.map((number) => number + before) } : {}),
    ...(orcid === undefined ? {} : { orcid }),
    ...(corresponding ? { corresponding } : {}),
  };
  return !isGroup && Object.keys(facts).length === 0 ? name : { [isGroup ? 'group' : 'name']: name, ...facts };
}

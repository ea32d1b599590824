import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { idOfFile } from '../../model/kind-of-file.ts';
import type { OpenFile } from '../../model/record.ts';
import { renamePublication } from '../../model/steps/rename-publication.ts';
import { findFault } from '../inputs/identifiers.ts';
import { FaultText } from '../fault-text.ts';
import { useSession } from '../session.ts';
import { FileStep } from './file-step.ts';

interface Props {
  readonly publication: OpenFile;
  /** `file`: its new path. */
  readonly onDone: (file: string) => void;
  readonly onClose: () => void;
}

/** Gives a publication another slug; its old address redirects to the new one. */
export function RenameDialog({ publication, onDone, onClose }: Props): ComponentChild {
  const { store, words, byId } = useSession();
  const old = idOfFile(publication.file);
  const [slug, setSlug] = useState(old);
  const written = slug.trim();
  const fault = written === '' || written === old ? undefined : findFault('slug', written);
  const isTaken = written !== old && byId('publications').has(written);
  const isReady = written !== '' && written !== old && !fault && !isTaken;
  const message = isTaken ? words.say('steps.taken') : fault ? h(FaultText, { fault }) : undefined;
  return h(
    FileStep,
    {
      title: words.say('steps.rename'),
      help: words.say('steps.renameHelp'),
      input: isReady ? written : undefined,
      plan: async (to) => {
        const mentions = await store.mentions('publications', old);
        if (!mentions.ok) return mentions;
        const others = mentions.value.filter(({ file }) => file !== publication.file);
        return { ok: true, value: renamePublication(publication, to, others) };
      },
      onDone: () => onDone(`${publication.file.slice(0, publication.file.lastIndexOf('/') + 1)}${written}.mdx`),
      onClose,
    },
    h('div', { class: 'field' }, [
      h('label', { class: 'field__label', for: 'rename-slug' }, words.say('steps.newName')),
      h('div', { class: 'field__main' }, [
        h('input', {
          class: 'input',
          id: 'rename-slug',
          type: 'text',
          dir: 'ltr',
          value: slug,
          autocomplete: 'off',
          spellcheck: false,
          'aria-invalid': message === undefined ? undefined : true,
          'aria-describedby': message === undefined ? undefined : 'rename-fault',
          onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setSlug(currentTarget.value),
        }),
        message === undefined ? null : h('p', { class: 'reading reading__fault', id: 'rename-fault' }, message),
      ]),
    ]),
  );
}

import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { mergePeople } from '../../model/steps/merge-people.ts';
import { idOfFile } from '../../model/kind-of-file.ts';
import type { OpenFile } from '../../model/record.ts';
import { ReferenceInput } from '../inputs/reference-input.ts';
import { useSession } from '../session.ts';
import { FileStep } from './file-step.ts';

interface Props {
  /** The file that stays. */
  readonly kept: OpenFile;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Merges two files of the same person. */
export function MergeDialog({ kept, onDone, onClose }: Props): ComponentChild {
  const { store, words, byId } = useSession();
  const [id, setId] = useState('');
  const other = byId('people').get(id)?.file;
  return h(
    FileStep,
    {
      title: words.say('steps.merge'),
      help: words.say('steps.mergeHelp'),
      input: other,
      plan: async (file) => {
        const [gone, mentions] = await Promise.all([store.open(file), store.mentions('people', idOfFile(file))]);
        if (!gone.ok) return gone;
        return mentions.ok ? { ok: true, value: mergePeople(kept, gone.value, mentions.value) } : mentions;
      },
      onDone,
      onClose,
    },
    h('div', { class: 'field' }, [
      h('label', { class: 'field__label', for: 'merge-other' }, words.say('steps.other')),
      h(ReferenceInput, {
        id: 'merge-other',
        label: words.say('steps.other'),
        value: id,
        kind: 'people',
        free: false,
        without: idOfFile(kept.file),
        onChange: setId,
        describedBy: undefined,
        invalid: false,
      }),
    ]),
  );
}

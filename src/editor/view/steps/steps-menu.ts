import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { DeskEntry, Path } from '../../model/record.ts';
import type { Values } from '../form/edit-value.ts';
import type { OpenRecord } from '../record/use-record.ts';
import { useSession } from '../session.ts';
import { NoticeDialog } from './notice-dialog.ts';

interface Props {
  readonly record: OpenRecord;
  readonly entry: DeskEntry | undefined;
  readonly values: Values;
  readonly onTarget: (path: Path) => void;
}

type Step = 'retract' | 'correct';

/** Changes that need more than one field, step by step. */
export function StepsMenu({ record, values, onTarget }: Props): ComponentChild {
  const { words } = useSession();
  const [step, setStep] = useState<Step | undefined>(undefined);
  const steps: readonly Step[] = record.opened.kind === 'publications' && record.reading ? ['retract', 'correct'] : [];
  if (steps.length === 0) return null;
  return h('details', { class: 'menu' }, [
    h('summary', { class: 'btn btn--small' }, words.say('steps.title')),
    h(
      'ul',
      { class: 'menu__body' },
      steps.map((one) =>
        h(
          'li',
          {},
          h('button', { type: 'button', class: 'link', onClick: () => setStep(one) }, words.say(`steps.${one}`)),
        ),
      ),
    ),
    step
      ? h(NoticeDialog, {
          step,
          values,
          onClose: () => setStep(undefined),
          onEdits: (edits) => {
            setStep(undefined);
            record.apply(edits);
            onTarget(['status']);
          },
        })
      : null,
  ]);
}

import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { OpenFile, Path } from '../../model/record.ts';
import type { Values } from '../form/edit-value.ts';
import type { OpenRecord } from '../record/use-record.ts';
import { loadLater } from '../load-later.ts';
import { formatRoute } from '../route.ts';
import { useSession } from '../session.ts';

interface Props {
  readonly record: OpenRecord;
  readonly values: Values;
  readonly onTarget: (path: Path) => void;
}

type Step = 'retract' | 'correct' | 'merge' | 'rename';

const NoticeDialog = loadLater(async () => (await import('./notice-dialog.ts')).NoticeDialog);
const MergeDialog = loadLater(async () => (await import('./merge-dialog.ts')).MergeDialog);
const RenameDialog = loadLater(async () => (await import('./rename-dialog.ts')).RenameDialog);

/** The steps of each kind of record. Those in `writesFiles` write at once, so unsaved changes must be saved before. */
const stepsOf: Readonly<Record<string, readonly Step[]>> = {
  publications: ['retract', 'correct', 'rename'],
  people: ['merge'],
};
const writesFiles: readonly Step[] = ['merge', 'rename'];

/** The dialog of the step gives the focus back to the menu, which is closed. */
function closeMenu(inside: HTMLElement): void {
  const menu = inside.closest('details');
  menu?.removeAttribute('open');
  menu?.querySelector('summary')?.focus();
}

/** A menu of guided changes that concern several fields or files. */
export function StepsMenu({ record, values, onTarget }: Props): ComponentChild {
  const { words } = useSession();
  const [step, setStep] = useState<Step | undefined>(undefined);
  const { opened, isChanged } = record;
  const steps = record.reading ? (stepsOf[opened.kind] ?? []) : [];
  if (steps.length === 0) return null;
  const close = (): void => setStep(undefined);
  const saved: OpenFile | undefined =
    opened.version === undefined || isChanged ? undefined : { ...opened, version: opened.version };
  // A closed menu hides all that is in it.
  return [
    h('details', { class: 'menu' }, [
      h('summary', { class: 'btn btn--small' }, words.say('steps.title')),
      h(
        'ul',
        { class: 'menu__body' },
        steps.map((one) =>
          h('li', {}, [
            h(
              'button',
              {
                type: 'button',
                class: 'link',
                disabled: writesFiles.includes(one) && !saved,
                onClick: ({ currentTarget }: { currentTarget: HTMLElement }) => {
                  closeMenu(currentTarget);
                  setStep(one);
                },
              },
              `${words.say(`steps.${one}`)}…`,
            ),
            writesFiles.includes(one) && !saved ? h('p', { class: 'note' }, words.say('steps.saveFirst')) : null,
          ]),
        ),
      ),
    ]),
    step === 'retract' || step === 'correct'
      ? h(NoticeDialog, {
          step,
          values,
          onClose: close,
          onEdits: (edits) => {
            close();
            record.apply(edits);
            onTarget(['status']);
          },
        })
      : null,
    step === 'merge' && saved
      ? h(MergeDialog, {
          kept: saved,
          onClose: close,
          onDone: () => {
            close();
            record.reopen();
          },
        })
      : null,
    step === 'rename' && saved
      ? h(RenameDialog, {
          publication: saved,
          onClose: close,
          onDone: (file) => {
            close();
            location.hash = formatRoute({ view: 'open', file });
          },
        })
      : null,
  ];
}

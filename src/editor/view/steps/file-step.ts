import { h, type ComponentChild, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StepResult } from '../../model/steps/edit-files.ts';
import type { Answer, FileChange } from '../../stores/store.ts';
import { Dialog } from '../dialog.ts';
import { notEditableText, refusalText, sentenceOf } from '../failure.ts';
import { useSession } from '../session.ts';

interface Props {
  readonly title: string;
  readonly help: string;
  /** Input of the step, such as a new slug; undefined until it is valid. `plan` runs for each new value. */
  readonly input: string | undefined;
  /** Computes the changes of the step; writes nothing. */
  readonly plan: (input: string) => Promise<Answer<StepResult>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  /** The fields of the step. */
  readonly children?: ComponentChildren;
}

/** A step that changes several files. It lists them first; then all of them are written, or none. */
export function FileStep({ title, help, input, plan, onDone, onClose, children }: Props): ComponentChild {
  const { store, words, refresh, announce } = useSession();
  const [changes, setChanges] = useState<readonly FileChange[] | undefined>(undefined);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let isStale = false;
    setChanges(undefined);
    setFailure(undefined);
    if (input === undefined) return undefined;
    plan(input).then(
      async (answer) => {
        const sentence = !answer.ok
          ? await refusalText(answer.refusal, words)
          : 'problem' in answer.value
            ? await notEditableText(answer.value.problem, words)
            : undefined;
        if (isStale) return;
        setFailure(sentence);
        if (answer.ok && 'changes' in answer.value) setChanges(answer.value.changes);
      },
      async (error: unknown) => {
        const sentence = await sentenceOf(error, words);
        if (!isStale) setFailure(sentence);
      },
    );
    return () => {
      isStale = true;
    };
  }, [input]);
  const carryOut = async (): Promise<void> => {
    if (!changes) return;
    setBusy(true);
    try {
      const result = await store.save(changes);
      if (result.type === 'saved') {
        announce(words.say('record.saved'));
        void refresh();
        onDone();
      } else
        setFailure(
          result.type === 'refused'
            ? await refusalText(result.refusal, words)
            : `${words.say('conflict.title')}: ${[...result.files.map(({ file }) => file), ...result.gone].join(', ')}`,
        );
    } catch (error) {
      setFailure(await sentenceOf(error, words));
    } finally {
      setBusy(false);
    }
  };
  // The last change of each file: one that is written first, then renamed, is one file.
  const files = [...new Map(changes?.map((change) => [change.file, change])).values()];
  return h(Dialog, { title, onClose }, [
    h('p', { class: 'field__help' }, help),
    children,
    h('div', { 'aria-live': 'polite' }, [
      changes
        ? [
            h('p', { class: 'field__label' }, words.say('steps.writes', { count: files.length })),
            h(
              'ul',
              { class: 'split' },
              files
                .slice(0, shownLimit)
                .map((change) =>
                  h('li', {}, [
                    h('bdi', {}, change.file),
                    change.type === 'delete' ? ` · ${words.say('steps.deleted')}` : null,
                    change.type === 'rename' ? [' → ', h('bdi', {}, change.to)] : null,
                  ]),
                ),
            ),
          ]
        : null,
      failure === undefined ? null : h('p', { class: 'banner banner--stop', role: 'alert', dir: 'auto' }, failure),
    ]),
    h('div', { class: 'actions' }, [
      h(
        'button',
        { type: 'button', class: 'btn btn--solid', disabled: !changes || isBusy, onClick: () => void carryOut() },
        title,
      ),
      h('button', { type: 'button', class: 'btn', onClick: onClose }, words.say('desk.cancel')),
    ]),
  ]);
}

const shownLimit = 50;

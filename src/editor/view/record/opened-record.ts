import { h, type ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { readRecord } from '../../model/edit.ts';
import { describeForm } from '../../model/form.ts';
import type { Path } from '../../model/record.ts';
import { Field, Group, Value } from '../form/field.ts';
import { FormContext, type FormState } from '../form/form-context.ts';
import { editValue, formatPath, type Values } from '../form/edit-value.ts';
import { RecordForm } from '../form/record-form.ts';
import { loadLater } from '../load-later.ts';
import { useSession } from '../session.ts';
import { StepsMenu } from '../steps/steps-menu.ts';
import { Preview } from './preview.ts';
import { ProblemSummary } from './problem-summary.ts';
import { RecordHead } from './record-head.ts';
import { SaveBar } from './save-bar.ts';
import { useRecord, type OpenedFile } from './use-record.ts';

const TextEditor = loadLater(async () => (await import('./text-editor.ts')).TextEditor);
const Changes = loadLater(async () => (await import('./changes.ts')).Changes);
const Conflict = loadLater(async () => (await import('./conflict.ts')).Conflict);

/** An open file: its form or its text, its messages, and its page. */
export function OpenedRecord({ opened }: { readonly opened: OpenedFile }): ComponentChild {
  const { entries, store, words } = useSession();
  const record = useRecord(opened, opened.version === undefined);
  const { text, reading } = record;
  const { file, kind } = opened;
  const [mode, setMode] = useState<'form' | 'text'>('form');
  const [shows, setShows] = useState<'changes' | undefined>(undefined);
  const [preview, setPreview] = useState(() => kind !== 'import' && matchMedia('(min-width: 75em)').matches);
  const [target, setTarget] = useState<Path | undefined>(undefined);
  const fields = useMemo(() => describeForm(kind), [kind]);
  const isBroken = reading === undefined;
  const values: Values = reading?.fields ?? {};
  const problems = record.problems ?? [];
  const entry = entries.find((one) => one.file === file);

  const form: FormState = {
    file,
    kind,
    fields,
    values,
    body: reading?.body ?? '',
    problems,
    target,
    edit: (path, value) => {
      const key = formatPath(path);
      record.apply(editValue(readRecord(record.baseText(key), kind)?.fields ?? values, path, value), key);
    },
    editBody: (change, key) => {
      const now = readRecord(record.baseText(), kind);
      if (now) record.apply([{ type: 'body', text: change(now.body) }], key);
    },
    apply: record.apply,
    endStep: record.endStep,
    takesFiles: record.opened.version !== undefined || store.waiting !== undefined,
    uploaded: record.uploaded,
    Value,
    Group,
  };

  const [, setHelped] = useState<unknown>(undefined);
  useEffect(() => void words.loadHelp(kind)?.then(() => setHelped(words)), [words, kind]);
  // Before the form is seen, so that no key is lost.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isCommand = event.ctrlKey || event.metaKey;
      const inText = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isCommand && event.key.toLowerCase() === 's') {
        event.preventDefault();
        // A field commits what was typed when it loses the focus.
        if (document.activeElement instanceof HTMLElement && inText) leaveAndReturn(document.activeElement);
        setTimeout(() => document.querySelector<HTMLButtonElement>('[data-save]')?.click());
      } else if (isCommand && event.key.toLowerCase() === 'z' && !inText) {
        event.preventDefault();
        if (event.shiftKey) record.redo();
        else record.undo();
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });

  const showField = (path: Path): void => {
    setMode('form');
    setTarget(path);
    // After the lists have shown the item.
    setTimeout(() => focusField(path), 50);
  };

  return h(FormContext.Provider, { value: form }, [
    h(RecordHead, {
      record,
      entry,
      values,
      mode: isBroken ? 'text' : mode,
      canBeForm: !isBroken,
      onMode: setMode,
      onChanges: () => setShows('changes'),
      isPreviewed: preview,
      onPreview: () => setPreview(!preview),
      steps: h(StepsMenu, { record, values, onTarget: showField }),
    }),
    h('div', { class: `record wrap${preview ? ' record--previewed' : ''}` }, [
      h('div', { class: 'record__form' }, [
        record.conflict
          ? h(Conflict, { record, conflict: record.conflict })
          : [
              h(ProblemSummary, { problems: record.problems, isText: isBroken || mode === 'text', onShow: showField }),
              isBroken || mode === 'text'
                ? h(TextEditor, {
                    text,
                    isBroken,
                    problems,
                    onText: (next) => record.writeText(next, 'text'),
                    onLeave: record.endStep,
                  })
                : h(RecordForm, { Field }),
              h(SaveBar, { record }),
            ],
      ]),
      preview ? h(Preview, { entry, version: record.opened.version }) : null,
    ]),
    shows === 'changes'
      ? h(Changes, {
          before: record.opened.version === undefined ? '' : record.opened.text,
          after: text,
          onDiscard: record.discard,
          onClose: () => setShows(undefined),
        })
      : null,
  ]);
}

function leaveAndReturn(element: HTMLElement): void {
  element.blur();
  element.focus();
}

/** Puts the focus into the field at a path, or into the nearest field around it. */
function focusField(path: Path): void {
  for (let length = path.length; length > 0; length -= 1) {
    const id = `f-${path.slice(0, length).join('-')}`;
    const element = document.getElementById(id) ?? document.getElementById(`${id}-group`);
    if (!element) continue;
    element.scrollIntoView({ block: 'center' });
    const control = element.matches('input, textarea, select')
      ? element
      : (element.querySelector<HTMLElement>('input, textarea, select') ?? element);
    control.focus();
    return;
  }
}

import { h, type ComponentChildren, type ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskEntry, DeskProposal } from '../../model/record.ts';
import { titleOfRecord } from '../../model/record-title.ts';
import type { Values } from '../form/edit-value.ts';
import { formatRoute } from '../route.ts';
import { useSession } from '../session.ts';
import type { OpenRecord } from './use-record.ts';

interface Props {
  readonly record: OpenRecord;
  readonly entry: DeskEntry | undefined;
  readonly values: Values;
  readonly mode: 'form' | 'text';
  readonly canBeForm: boolean;
  readonly onMode: (mode: 'form' | 'text') => void;
  readonly onChanges: () => void;
  readonly isPreviewed: boolean;
  readonly onPreview: () => void;
  readonly steps: ComponentChildren;
}

/** The title of the record, whether it is saved, and its toolbar. */
export function RecordHead({
  record,
  entry,
  values,
  mode,
  canBeForm,
  onMode,
  onChanges,
  isPreviewed,
  onPreview,
  steps,
}: Props): ComponentChild {
  const { words } = useSession();
  const { opened, status, isChanged, failure, kept, keepFailed } = record;
  const banner = useRef<HTMLDivElement>(null);
  // A save from the end of the form may fail.
  useEffect(() => banner.current?.scrollIntoView({ block: 'nearest' }), [failure]);
  const hasPage = opened.kind !== 'import';
  const title = hasPage
    ? titleOfRecord(values) || entry?.title || words.say('record.untitled')
    : words.say('kind.import');
  const state =
    status === 'saving'
      ? 'record.saving'
      : isChanged
        ? 'record.unsaved'
        : status === 'saved'
          ? 'record.saved'
          : 'record.nothing';
  return h('div', { class: 'record-head' }, [
    h('div', { class: 'wrap' }, [
      h('p', { class: 'crumbs' }, [
        h(
          'a',
          { href: formatRoute({ view: 'list', kind: opened.kind }) },
          words.say(`kind.${hasPage ? opened.kind : 'site'}`),
        ),
        ' · ',
        h('bdi', { class: 'note' }, opened.file),
      ]),
      h('h1', { class: 'record-head__title', dir: 'auto' }, title),
      h('div', { class: 'actions bar', role: 'toolbar', 'aria-label': words.say('desk.title') }, [
        h(
          'button',
          {
            type: 'button',
            class: 'btn btn--solid',
            'data-save': true,
            disabled: !isChanged || record.conflict !== undefined,
            onClick: record.save,
          },
          words.say('record.save'),
        ),
        h('span', { class: `state${isChanged ? ' state--changed' : ''}`, role: 'status' }, words.say(state)),
        h(
          'button',
          { type: 'button', class: 'btn btn--small', disabled: !record.canUndo, onClick: record.undo },
          words.say('record.undo'),
        ),
        h(
          'button',
          { type: 'button', class: 'btn btn--small', disabled: !record.canRedo, onClick: record.redo },
          words.say('record.redo'),
        ),
        h(
          'button',
          { type: 'button', class: 'btn btn--small', disabled: !isChanged, onClick: onChanges },
          words.say('record.changes'),
        ),
        canBeForm
          ? h(
              'button',
              { type: 'button', class: 'btn btn--small', onClick: () => onMode(mode === 'form' ? 'text' : 'form') },
              words.say(mode === 'form' ? 'record.text' : 'record.form'),
            )
          : null,
        hasPage
          ? h(
              'button',
              { type: 'button', class: 'btn btn--small', 'aria-pressed': isPreviewed, onClick: onPreview },
              words.say('record.preview'),
            )
          : null,
        steps,
      ]),
      values['draft'] === 'true' ? h(Draft, { record }) : null,
      entry?.proposal ? h(Proposed, { proposal: entry.proposal }) : null,
      failure === undefined
        ? null
        : h('div', { class: 'banner banner--stop', role: 'alert', ref: banner }, [
            h('p', { dir: 'auto' }, failure),
            h(
              'button',
              { type: 'button', class: 'btn btn--small', onClick: record.dismissFailure },
              words.say('desk.close'),
            ),
          ]),
      keepFailed ? h('p', { class: 'banner', role: 'alert' }, words.say('record.keepFailed')) : null,
      kept === undefined
        ? null
        : h('div', { class: 'banner', role: 'alert' }, [
            h('p', {}, words.say('record.kept')),
            h('div', { class: 'actions' }, [
              h(
                'button',
                { type: 'button', class: 'btn btn--small', onClick: () => record.takeKept(true) },
                words.say('record.keptUse'),
              ),
              h(
                'button',
                { type: 'button', class: 'btn btn--small', onClick: () => record.takeKept(false) },
                words.say('record.keptDiscard'),
              ),
            ]),
          ]),
    ]),
  ]);
}

/** That readers do not see a record, with the way to change that. */
function Draft({ record }: { readonly record: OpenRecord }): ComponentChild {
  const { words } = useSession();
  return h('p', { class: 'note record-head__draft' }, [
    words.say('record.draft'),
    ' ',
    h(
      'button',
      {
        type: 'button',
        class: 'btn btn--small',
        onClick: () => record.apply([{ type: 'remove', path: ['draft'] }]),
      },
      words.say('record.publish'),
    ),
  ]);
}

/** That a record is in an open proposal. */
function Proposed({ proposal: { number, address } }: { readonly proposal: DeskProposal }): ComponentChild {
  const { words } = useSession();
  const name = words.say('record.proposed', { number });
  return h('p', { class: 'note record-head__proposal' }, [
    address === undefined ? name : h('a', { href: address, target: '_blank', rel: 'noreferrer' }, name),
    '. ',
    words.say('record.proposedHelp'),
  ]);
}

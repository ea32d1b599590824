import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { parsePrintedDate } from '../../../domain/dates/parse-printed-date.ts';
import { formatPartialDate, parsePartialDate } from '../../../domain/dates/partial-date.ts';
import { westernDigits } from '../../../domain/text/western-digits.ts';
import type { Edit } from '../../model/record.ts';
import { Dialog } from '../dialog.ts';
import { itemsOf, type Values } from '../form/edit-value.ts';
import { findFault } from '../inputs/identifiers.ts';
import { CalendarChoice } from '../inputs/calendar-choice.ts';
import { FaultText } from '../fault-text.ts';
import { useSession } from '../session.ts';

interface Props {
  readonly step: 'retract' | 'correct';
  readonly values: Values;
  readonly onEdits: (edits: readonly Edit[]) => void;
  readonly onClose: () => void;
}

interface NoticeKind {
  readonly type: string;
  readonly status: string;
}

const kinds: Readonly<Record<Props['step'], readonly NoticeKind[]>> = {
  retract: [
    { type: 'retraction', status: 'retracted' },
    { type: 'withdrawal', status: 'withdrawn' },
    { type: 'concern', status: 'concern' },
  ],
  correct: [{ type: 'correction', status: 'corrected' }],
};

/** Records a notice of the journal, such as a retraction: sets the status of the publication, and adds the notice. */
export function NoticeDialog({ step, values, onEdits, onClose }: Props): ComponentChild {
  const { words } = useSession();
  const [type, setType] = useState(kinds[step][0]!.type);
  const [date, setDate] = useState('');
  const [isPersian, setPersian] = useState(false);
  const [doi, setDoi] = useState('');
  const [url, setUrl] = useState('');
  const [reason, setReason] = useState('');
  const written = {
    doi: doi.trim(),
    url: url.trim(),
    reason: reason.replace(/\s+/g, ' ').trim(),
  };
  const day = westernDigits(date).trim();
  const dateResult = day === '' ? undefined : isPersian ? parsePrintedDate('persian', day) : parsePartialDate(day);
  const faults = {
    date: dateResult && !dateResult.ok ? dateResult.fault : undefined,
    doi: findFault('doi', written.doi),
    url: findFault('web-address', written.url),
    reason: undefined,
  };
  const isFaulty = Object.values(faults).some(Boolean);
  const accept = (): void => {
    const kind = kinds[step].find((one) => one.type === type)!;
    const on = day === '' ? '' : isPersian ? { persian: day } : day;
    const notice = Object.fromEntries(
      Object.entries({ type, date: on, ...written }).filter(([, value]) => value !== ''),
    );
    const notices = itemsOf(values['notices']);
    onEdits([
      { type: 'set', path: ['status'], value: kind.status },
      notices.length === 0
        ? { type: 'set', path: ['notices'], value: [notice] }
        : { type: 'insert', path: ['notices'], index: notices.length, value: notice },
    ]);
  };
  const line = (
    name: 'date' | 'doi' | 'url' | 'reason',
    label: string,
    value: string,
    change: (text: string) => void,
    beside?: ComponentChild,
  ): ComponentChild => {
    const fault = faults[name];
    return h('div', { class: 'field' }, [
      h('label', { class: 'field__label', for: `notice-${name}` }, label),
      h('div', { class: 'field__main' }, [
        h('div', { class: beside ? 'date' : undefined }, [
          h('input', {
            class: beside ? 'input input--short' : 'input',
            id: `notice-${name}`,
            type: 'text',
            dir: name === 'reason' ? 'auto' : 'ltr',
            value,
            autocomplete: 'off',
            'aria-invalid': fault ? true : undefined,
            'aria-describedby': fault ? `notice-${name}-fault` : undefined,
            onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => change(currentTarget.value),
          }),
          beside,
        ]),
        fault ? h('p', { class: 'reading reading__fault', id: `notice-${name}-fault` }, h(FaultText, { fault })) : null,
      ]),
    ]);
  };
  return h(Dialog, { title: words.say(`steps.${step}`), onClose }, [
    h(
      'form',
      {
        class: 'form',
        onSubmit: (event: Event) => {
          event.preventDefault();
          if (!isFaulty) accept();
        },
      },
      [
        h('p', { class: 'field__help' }, words.say(step === 'retract' ? 'steps.retractHelp' : 'steps.correctHelp')),
        kinds[step].length > 1
          ? h('div', { class: 'field' }, [
              h('label', { class: 'field__label', for: 'notice-type' }, words.say('steps.noticeType')),
              h(
                'select',
                {
                  class: 'input input--choice',
                  id: 'notice-type',
                  value: type,
                  onChange: ({ currentTarget }: { currentTarget: HTMLSelectElement }) => setType(currentTarget.value),
                },
                kinds[step].map((kind) => h('option', { value: kind.type }, words.option(kind.type))),
              ),
            ])
          : null,
        line(
          'date',
          words.say('steps.noticeDate'),
          date,
          setDate,
          h(CalendarChoice, { label: words.say('steps.noticeDate'), isPersian, onChange: setPersian }),
        ),
        isPersian && dateResult?.ok
          ? h('p', { class: 'reading' }, words.say('date.equals', { date: formatPartialDate(dateResult.value) }))
          : null,
        line('doi', words.say('steps.noticeDoi'), doi, setDoi),
        line('url', words.say('steps.noticeUrl'), url, setUrl),
        line('reason', words.say('steps.reason'), reason, setReason),
        h('p', { class: 'note' }, words.say('steps.review')),
        h('div', { class: 'actions' }, [
          h('button', { type: 'submit', class: 'btn btn--solid', disabled: isFaulty }, words.say('steps.fill')),
          h('button', { type: 'button', class: 'btn', onClick: onClose }, words.say('desk.cancel')),
        ]),
      ],
    ),
  ]);
}

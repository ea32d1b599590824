import { h, type ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';
import type { DeskProblem } from '../../model/record.ts';
import { useDraftText } from '../inputs/draft-text.ts';
import { FaultText } from '../fault-text.ts';
import { useSession } from '../session.ts';

interface Props {
  readonly text: string;
  /** True where the fields cannot be read. */
  readonly isBroken: boolean;
  readonly problems: readonly DeskProblem[];
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/** The file as text, with its problems by line. */
export function TextEditor({ text, isBroken, problems, onText, onLeave }: Props): ComponentChild {
  const { words } = useSession();
  const draft = useDraftText(text, onText, onLeave);
  const area = useRef<HTMLTextAreaElement>(null);
  const goTo = (line: number): void => {
    const element = area.current;
    if (!element) return;
    const start =
      draft.text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    const end = draft.text.indexOf('\n', start);
    element.focus();
    element.setSelectionRange(start, end === -1 ? draft.text.length : end);
    element.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(element).lineHeight));
  };
  const placed = problems.filter(({ line }) => line !== undefined);
  return h('div', { class: 'text-editor' }, [
    isBroken
      ? h('p', { class: 'banner banner--stop', id: 'text-help' }, words.say('record.broken'))
      : h('p', { class: 'field__help', id: 'text-help' }, words.say('record.textHelp')),
    h(
      'ul',
      { class: 'messages' },
      placed.map(({ line = 1, severity, message, hint, repairedLine }) =>
        h('li', { class: `message message--${severity}` }, [
          h(
            'button',
            { type: 'button', class: 'link', onClick: () => goTo(line) },
            words.say('record.line', { line, message: '' }),
          ),
          ' ',
          h(FaultText, { fault: { message, hint } }),
          repairedLine === undefined
            ? null
            : [
                ' ',
                h(
                  'button',
                  {
                    type: 'button',
                    class: 'btn btn--small',
                    onClick: () => onText(withLine(draft.text, line, repairedLine)),
                  },
                  words.say('problems.repair'),
                ),
              ],
        ]),
      ),
    ),
    h('textarea', {
      class: 'input input--file',
      ref: area,
      value: draft.text,
      rows: 28,
      dir: 'ltr',
      spellcheck: false,
      'aria-label': words.say('record.text'),
      'aria-describedby': 'text-help',
      'aria-invalid': isBroken || undefined,
      onInput: draft.onInput,
      onBlur: draft.onBlur,
    }),
  ]);
}

/** The text with one line replaced. `line`: its number from 1; its line break stays. */
function withLine(text: string, line: number, written: string): string {
  const lines = text.split('\n');
  const end = lines[line - 1]?.endsWith('\r') ? '\r' : '';
  return lines.map((one, index) => (index === line - 1 ? written + end : one)).join('\n');
}

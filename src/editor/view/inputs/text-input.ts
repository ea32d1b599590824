import { h, type ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useForm, type Described } from '../form/form-context.ts';
import { useDraftText } from './draft-text.ts';
import { pasteMarkup } from './paste-markup.ts';
import { TextTools } from './text-tools.ts';

interface Props extends Described {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Accessible name. */
  readonly label?: string;
  readonly lang?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Several lines, with tools for signs and formulas. */
  readonly rich?: boolean;
  readonly rows?: number;
}

/** One line of text, shown in several where it is long. `markup`: with tools for tags and formulas. */
export function LineInput({
  value,
  onChange,
  label,
  lang,
  placeholder,
  id,
  describedBy,
  invalid,
  markup = false,
}: Props & { readonly markup?: boolean }): ComponentChild {
  const { endStep } = useForm();
  const draft = useDraftText(value, onChange, endStep);
  const element = useRef<HTMLTextAreaElement>(null);
  const [isUsed, setUsed] = useState(false);
  const line = h('textarea', {
    class: 'input input--line',
    ref: element,
    id,
    rows: 1,
    value: draft.text,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    lang,
    dir: 'auto',
    placeholder,
    spellcheck: false,
    onInput: draft.onInput,
    onBlur: draft.onBlur,
    onPaste: markup ? pasteMarkup(element, draft.write, 'line') : undefined,
    onKeyDown: (event: KeyboardEvent) => {
      // Enter would insert a line break.
      if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
    },
  });
  if (!markup) return line;
  return h('div', { class: `block${isUsed ? ' is-used' : ''}`, onFocusIn: () => setUsed(true) }, [
    line,
    h(TextTools, { element, write: draft.write, form: 'line' }),
  ]);
}

/** Several lines of Markdown, such as a summary, with tools for its signs. */
export function BlockInput({
  value,
  onChange,
  label,
  lang,
  placeholder,
  id,
  describedBy,
  invalid,
  rich = true,
  rows = 4,
}: Props): ComponentChild {
  const { endStep } = useForm();
  const draft = useDraftText(value, onChange, endStep);
  const element = useRef<HTMLTextAreaElement>(null);
  // The tools appear when the field first gets the focus, and stay, so that nothing moves when it loses the focus.
  const [isUsed, setUsed] = useState(false);
  return h('div', { class: `block${isUsed ? ' is-used' : ''}`, onFocusIn: () => setUsed(true) }, [
    h('textarea', {
      class: 'input input--block',
      ref: element,
      id,
      rows,
      value: draft.text,
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': invalid || undefined,
      lang,
      dir: 'auto',
      placeholder,
      onInput: draft.onInput,
      onBlur: draft.onBlur,
      onPaste: rich ? pasteMarkup(element, draft.write, 'markdown') : undefined,
    }),
    rich ? h(TextTools, { element, write: draft.write, form: 'markdown' }) : null,
  ]);
}

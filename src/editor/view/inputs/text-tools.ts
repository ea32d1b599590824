import { h, type RefObject, type ComponentChild } from 'preact';
import { useSession } from '../session.ts';
import type { DeskString } from '../strings/en.ts';
import type { TextForm } from './read-markup.ts';

interface Props {
  readonly element: RefObject<HTMLTextAreaElement | null>;
  readonly write: (text: string) => void;
  readonly form: TextForm;
}

type Tool = readonly [name: DeskString, sign: string, before: string, after: string];

const tools: Readonly<Record<Props['form'], readonly Tool[]>> = {
  line: [
    ['text.bold', 'B', '<b>', '</b>'],
    ['text.italic', 'I', '<i>', '</i>'],
  ],
  markdown: [
    ['text.bold', 'B', '**', '**'],
    ['text.italic', 'I', '*', '*'],
  ],
};
const commonTools: readonly Tool[] = [
  ['text.sub', 'x₂', '<sub>', '</sub>'],
  ['text.sup', 'x²', '<sup>', '</sup>'],
  ['text.formula', '∑', '$', '$'],
];

const signs = [...'αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ±×÷≤≥≈≠∞→°′µ½–—'];

/** A click on a tool leaves the focus and the selection in the text. */
const keepFocus = (event: Event): void => event.preventDefault();

/** Buttons that put tags or signs around the selection, and insert letters that a keyboard lacks. */
export function TextTools({ element, write, form }: Props): ComponentChild {
  const { words } = useSession();
  const insert = (before: string, after: string): void => {
    const area = element.current;
    if (!area) return;
    const { selectionStart: start, selectionEnd: end, value } = area;
    // The selection is set at once, not after the next frame: what is typed meanwhile would land at the end of the text.
    area.focus();
    area.setRangeText(before + value.slice(start, end) + after, start, end);
    area.setSelectionRange(start + before.length, end + before.length);
    write(area.value);
  };
  return h(
    'div',
    { class: 'tools-row', role: 'group', 'aria-label': words.say('text.tools'), onPointerDown: keepFocus },
    [
      [...tools[form], ...commonTools].map(([name, sign, before, after]) =>
        h(
          'button',
          {
            type: 'button',
            class: 'tool',
            title: words.say(name),
            // The name holds what is seen, so that it can be spoken; single signs are told from words.
            'aria-label': sign.length > 1 ? `${words.say(name)} ${sign}` : words.say(name),
            onClick: () => insert(before, after),
          },
          sign,
        ),
      ),
      h('details', { class: 'menu signs' }, [
        h('summary', { class: 'tool' }, words.say('text.symbol')),
        h(
          'div',
          { class: 'menu__body signs__body', dir: 'ltr' },
          signs.map((sign) => h('button', { type: 'button', class: 'tool', onClick: () => insert(sign, '') }, sign)),
        ),
      ]),
    ],
  );
}

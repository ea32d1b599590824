import { h, type ComponentChild } from 'preact';
import { textDirection } from '../../../domain/languages/language.ts';
import { addPart, removePart, splitBody, writePart, type AbstractPart } from '../form/abstract-parts.ts';
import { textOf } from '../form/edit-value.ts';
import { Messages } from '../form/field-shell.ts';
import { useForm } from '../form/form-context.ts';
import { exampleInPlaceOf } from '../form/unwritten.ts';
import { useSession } from '../session.ts';
import { FigureButton } from './figure-button.ts';
import { BlockInput } from './text-input.ts';

/** Edits the body of a publication: the abstract part by part, and the sections after it as one text. */
export function AbstractEditor(): ComponentChild {
  const { words } = useSession();
  const { body, values, editBody, problems } = useForm();
  const lang = textOf(values['lang']) || undefined;
  const { rest } = splitBody(body);
  /** Changes a part in the body as it is now, which may be newer than the body that is shown. */
  const changePart = (index: number, change: (body: string, part: AbstractPart) => string, key: string): void =>
    editBody((now) => change(now, partsOf(now)[index] ?? partsOf(now)[0]!), key);
  const after = body.slice(rest);
  const messages = problems.filter(({ path }) => path?.[0] === 'body' || path?.[0] === 'abstract');
  const shown = partsOf(body);
  return h('fieldset', { class: 'field', 'data-path': 'body', id: 'f-body-group', tabIndex: -1 }, [
    h('legend', { class: 'field__label' }, words.say('abstract.title')),
    h('div', { class: 'field__main' }, [
      h('p', { class: 'field__help' }, words.say('abstract.help')),
      shown.map((part, index) =>
        h('div', { class: 'part', key: `${index}-${part.form}` }, [
          part.label === undefined
            ? null
            : h('div', { class: 'part__head' }, [
                h('input', {
                  class: 'input input--label',
                  value: part.label,
                  lang,
                  dir: 'auto',
                  'aria-label': words.say('abstract.part'),
                  onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
                    changePart(
                      index,
                      (now, own) => writePart(now, own, { label: currentTarget.value.replace(/[*\n]/g, '').trim() }),
                      `label-${index}`,
                    ),
                }),
                h(
                  'button',
                  {
                    type: 'button',
                    class: 'tool',
                    'aria-label': words.say('abstract.removePart', { part: part.label }),
                    onClick: () => changePart(index, removePart, 'remove'),
                  },
                  '×',
                ),
              ]),
          h(BlockInput, {
            id: `f-body-${index}`,
            value: exampleInPlaceOf(part.text) ? '' : part.text,
            placeholder: exampleInPlaceOf(part.text) ? words.say('example.abstract') : undefined,
            rows: 5,
            lang,
            label:
              part.label === undefined
                ? words.say('abstract.title')
                : `${words.say('abstract.partText')}: ${part.label}`,
            describedBy: undefined,
            invalid: messages.some(({ severity }) => severity === 'error'),
            onChange: (text: string) => changePart(index, (now, one) => writePart(now, one, { text }), `part-${index}`),
          }),
        ]),
      ),
      h(Messages, { id: 'f-body-messages', problems: messages }),
      h(
        'div',
        { class: 'actions' },
        h(
          'button',
          {
            type: 'button',
            class: 'btn btn--small',
            onClick: () => editBody((now) => addPart(now, nextLabel(splitBody(now).parts, lang)), 'add'),
          },
          words.say('abstract.addPart'),
        ),
      ),
      h('details', { class: 'quiet', open: after !== '' }, [
        h('summary', {}, words.say('abstract.rest')),
        h('p', { class: 'field__help', id: 'f-rest-help' }, words.say('abstract.restHelp')),
        h(BlockInput, {
          id: 'f-rest',
          value: after,
          rows: 6,
          lang,
          label: words.say('abstract.rest'),
          describedBy: 'f-rest-help',
          invalid: false,
          onChange: (text: string) => editBody((now) => joinRest(now.slice(0, splitBody(now).rest), text), 'rest'),
        }),
        h(FigureButton, { heading: figures[lang ? textDirection(lang) : 'ltr'] }),
      ]),
    ]),
  ]);
}

/** The parts of an abstract; for an empty abstract, one empty part without a heading. */
function partsOf(body: string): readonly AbstractPart[] {
  const { parts, rest } = splitBody(body);
  return parts.length > 0 ? parts : [{ text: '', start: 0, end: rest, form: 'plain' }];
}

/** Joins the abstract and the sections after it, with a blank line between them. */
const joinRest = (abstract: string, rest: string): string =>
  rest === '' || abstract === '' || abstract.endsWith('\n') ? abstract + rest : `${abstract}\n\n${rest}`;

const usual = {
  ltr: ['Background', 'Methods', 'Results', 'Conclusions'],
  rtl: ['زمینه و هدف', 'روش', 'یافته‌ها', 'نتیجه‌گیری'],
};

/** The section of the pictures, in the direction of the publication's language. */
const figures = { ltr: 'Figures', rtl: 'شکل‌ها' };

/** The usual name of the next part, in the direction of the publication's language. */
function nextLabel(parts: readonly AbstractPart[], lang: string | undefined): string {
  const names = usual[lang ? textDirection(lang) : 'ltr'];
  const taken = new Set(parts.map(({ label }) => label?.toLowerCase()));
  return names.find((name) => !taken.has(name.toLowerCase())) ?? `${names.at(-1) ?? ''} ${parts.length + 1}`;
}

/** The body of a text page. */
export function PageBody(): ComponentChild {
  const { words } = useSession();
  const { body, editBody, problems } = useForm();
  return h('div', { class: 'field', 'data-path': 'body' }, [
    h('label', { class: 'field__label', for: 'f-body' }, words.say('page.body')),
    h('div', { class: 'field__main' }, [
      h('p', { class: 'field__help', id: 'f-body-help' }, words.say('page.bodyHelp')),
      h(BlockInput, {
        id: 'f-body',
        value: body,
        rows: 16,
        label: words.say('page.body'),
        describedBy: 'f-body-help',
        invalid: false,
        onChange: (text: string) => editBody(() => text, 'body'),
      }),
      h(FigureButton, { heading: undefined }),
      h(Messages, { problems: problems.filter(({ path }) => path?.[0] === 'body') }),
    ]),
  ]);
}

import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { translatedTitleVariable, workLanguageVariable } from './item-variables.ts';
import {
  changeLayout,
  changeMacro,
  choose,
  date,
  group,
  isElement,
  otherwise,
  text,
  variable,
  when,
} from './style-tree.ts';

/** Chicago: `[In Persian]` after a title that is a translation. */
export const languageInBrackets = (style: CslNode): CslNode =>
  changeLayout(style, (children) =>
    children.map((child) =>
      isElement(child, 'group') && child.attrs['delimiter'] === '. '
        ? {
            ...child,
            children: [
              ...child.children,
              choose(
                when(
                  { variable: translatedTitleVariable },
                  text({ variable: workLanguageVariable, prefix: '[In ', suffix: ']' }),
                ),
              ),
            ],
          }
        : child,
    ),
  );

/** Harvard: `‘rollcount’ (Version 2.0.1) [Computer program]`. */
export const programsOfHarvard = (style: CslNode): CslNode =>
  changeMacro(style, 'title', (children) => [
    group(
      { delimiter: ' ' },
      ...children.filter((child) => typeof child !== 'string'),
      choose(when({ type: 'software dataset' }, variable('version', { prefix: '(Version ', suffix: ')' }))),
      choose(when({ type: 'software' }, text({ value: '[Computer program]' }))),
    ),
  ]);

/** MLA: the congress of a poster, its days and its place, before the address. */
export const congressOfMla = (style: CslNode): CslNode => {
  const withoutCongress = changeMacro(style, 'container2-title', (children) =>
    children.map((child) =>
      isElement(child, 'group')
        ? { ...child, children: child.children.filter((part) => !isElement(part, 'choose')) }
        : child,
    ),
  );
  return changeMacro(withoutCongress, 'publisher', (children) => [
    choose(
      when(
        { type: 'speech' },
        group({ delimiter: ', ' }, variable('event'), date('event-date', { form: 'text' }), variable('event-place')),
      ),
      otherwise(...children.filter((child) => typeof child !== 'string')),
    ),
  ]);
};

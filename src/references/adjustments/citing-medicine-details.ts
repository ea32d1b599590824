import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { workLanguageVariable } from './item-variables.ts';
import {
  changeLayout,
  changeMacro,
  choose,
  date,
  datePart,
  element,
  group,
  isElement,
  mapElements,
  text,
  variable,
  when,
} from './style-tree.ts';

/** `2003 Apr 3-5; Kinsale, Ireland` after the title of proceedings. */
export const congressOfProceedings = (style: CslNode): CslNode =>
  mapElements(style, (node) =>
    isContainer(node)
      ? {
          ...node,
          attrs: { delimiter: '; ', suffix: '.' },
          children: [
            group({ delimiter: ' ' }, ...node.children.filter((child) => typeof child !== 'string')),
            choose(
              when(
                { type: 'paper-conference' },
                date(
                  'event-date',
                  { delimiter: ' ' },
                  datePart('year'),
                  datePart('month', { form: 'short', 'strip-periods': 'true' }),
                  datePart('day'),
                ),
              ),
            ),
            choose(when({ type: 'paper-conference' }, variable('event-place'))),
          ],
        }
      : node,
  );

/** The group of the title of a journal or book, and `[Internet]`. */
const isContainer = (node: CslNode): boolean =>
  node.name === 'group' &&
  node.attrs['suffix'] === '.' &&
  node.attrs['delimiter'] === ' ' &&
  node.children.some((child) => isElement(child, 'choose') && mentions(child, 'internet')) &&
  mentions(node, 'container-title');

const mentions = (node: CslNode, name: string): boolean =>
  Object.values(node.attrs).includes(name) ||
  node.children.some((child) => typeof child !== 'string' && mentions(child, name));

/** `12-14` in a range of days. */
export const hyphenInDays = (style: CslNode): CslNode =>
  mapElements(style, (node) =>
    node.name === 'date-part' ? { ...node, attrs: { ...node.attrs, 'range-delimiter': '-' } } : node,
  );

/** `Over T, translator.` beside the editors. */
export const translatorsOfCitingMedicine = (style: CslNode): CslNode =>
  changeMacro(style, 'editor', (children) =>
    children.map((child) =>
      typeof child === 'string'
        ? child
        : mapElements(group({}, child), (node) =>
            node.name === 'names' ? { ...node, attrs: { ...node.attrs, ...editorsAndTranslators } } : node,
          ).children[0]!,
    ),
  );

const editorsAndTranslators = { variable: 'editor translator', delimiter: '; ' };

/** `(Studies of marbles; vol. 12).` */
export const seriesOfCitingMedicine = (style: CslNode): CslNode =>
  changeLayout(style, (children) => {
    const others = children.filter((child) => !isMacro(child, 'collection-details'));
    const at = others.findIndex((child) => isMacro(child, 'report-details'));
    if (at < 0) throw new Error('the style has no macro report-details in its layout');
    return [...others.slice(0, at), series, ...others.slice(at)];
  });

const isMacro = (child: CslNode | string, name: string): boolean =>
  isElement(child, 'text') && child.attrs['macro'] === name;

const series = choose(
  when(
    { variable: 'collection-title' },
    group(
      { prefix: '(', suffix: '). ', delimiter: '. ' },
      element(
        'names',
        { variable: 'collection-editor' },
        element('name', {
          'sort-separator': ' ',
          'initialize-with': '',
          'name-as-sort-order': 'all',
          delimiter: ', ',
          'delimiter-precedes-last': 'always',
        }),
        element('label', { form: 'long', prefix: ', ' }),
      ),
      group(
        { delimiter: '; ' },
        variable('collection-title'),
        choose(
          when({ 'is-numeric': 'collection-number' }, variable('collection-number', { prefix: 'vol. ' })),
          when({ variable: 'collection-number' }, variable('collection-number')),
        ),
      ),
    ),
  ),
);

/** `Persian.` after the pages and before the DOI of a work that is not in English. */
export const languageOfWork = (style: CslNode): CslNode =>
  changeLayout(style, (children) => {
    const at = children.findIndex((child) => isMacro(child, 'access'));
    if (at < 0) throw new Error('the style has no macro access in its layout');
    const language = choose(
      when({ variable: workLanguageVariable }, text({ variable: workLanguageVariable, suffix: '. ' })),
    );
    return [...children.slice(0, at), language, ...children.slice(at)];
  });

import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { translatedTitleVariable, workLanguageVariable } from './item-variables.ts';
import { changeMacro, choose, group, isElement, mapElements, text, variable, when } from './style-tree.ts';

/** `in Studies of marbles, no. 13, London`: no full stop after the series within a list. */
export const seriesWithinList = (style: CslNode): CslNode =>
  mapElements(style, (node) =>
    node.name === 'group' && node.attrs['delimiter'] === ', '
      ? {
          ...node,
          children: node.children.map((child) =>
            isElement(child, 'text') && child.attrs['macro'] === 'collection' ? series : child,
          ),
        }
      : node,
  );

const series = choose(
  when(
    { variable: 'collection-title' },
    group(
      { delimiter: ' ' },
      text({ term: 'in' }),
      group(
        { delimiter: ', ' },
        variable('collection-title'),
        variable('collection-number', { prefix: 'no. ' }),
        variable('volume', { prefix: 'vol. ' }),
      ),
    ),
  ),
);

/** `(ver. 2.0.1, 2023)`. */
export const versionsOfIeee = (style: CslNode): CslNode =>
  mapElements(style, (node) =>
    node.name === 'text' && node.attrs['macro'] === 'issued' && node.attrs['prefix'] === '('
      ? group(
          { prefix: '(', suffix: ')', delimiter: ', ' },
          variable('version', { prefix: 'ver. ' }),
          text({ macro: 'issued' }),
        )
      : node,
  );

/** A full stop after a patent. */
export const endOfPatent = (style: CslNode): CslNode =>
  mapElements(style, (node) =>
    node.attrs['type'] === 'patent'
      ? {
          ...node,
          children: node.children.map((child) =>
            isElement(child, 'group') ? { ...child, attrs: { ...child.attrs, suffix: '.' } } : child,
          ),
        }
      : node,
  );

/** `(in Persian)` after a title that is a translation. */
export const languageAfterTitle = (style: CslNode): CslNode =>
  changeMacro(style, 'title', (children) => [
    group(
      { delimiter: ', ' },
      ...children.filter((child) => typeof child !== 'string'),
      choose(
        when(
          { variable: translatedTitleVariable },
          text({ variable: workLanguageVariable, prefix: '(in ', suffix: ')' }),
        ),
      ),
    ),
  ]);

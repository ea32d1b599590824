import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { changeLayout, choose, date, datePart, group, mapElements, text, variable, when } from './style-tree.ts';

/** `March 5, 2024`. */
const day = date('issued', {}, datePart('month', { suffix: ' ' }), datePart('day', { suffix: ', ' }), datePart('year'));

const year = date('issued', {}, datePart('year'));

/** Prints types that the style treats as articles by their own rules: preprints, data, software and patents. */
export const ownFormsOfAma = (style: CslNode): CslNode =>
  changeLayout(style, (children) =>
    children.map((child) =>
      typeof child !== 'string' && child.name === 'choose'
        ? choose(
            when(
              { type: 'article' },
              group(
                { delimiter: '. ', prefix: ' ', suffix: '.' },
                variable('publisher'),
                group({ delimiter: ' ' }, text({ value: 'Preprint posted online' }), day),
              ),
            ),
            when(
              { type: 'dataset software document' },
              group(
                { delimiter: '. ', prefix: ' ', suffix: '.' },
                variable('version', { prefix: 'Version ' }),
                group({ delimiter: '; ' }, variable('publisher'), year),
              ),
            ),
            when(
              { type: 'patent' },
              group(
                { delimiter: '. ', prefix: ' ', suffix: '.' },
                group({ delimiter: ' ' }, variable('publisher'), text({ term: 'patent' }), variable('number')),
                day,
              ),
            ),
            ...child.children.filter((branch) => typeof branch !== 'string'),
          )
        : child,
    ),
  );

/** No semicolon before the year where there is no publisher, and the number of a report. */
export const yearWithoutPublisher = (style: CslNode): CslNode =>
  mapElements(style, (node) => {
    const at = node.children.findIndex((child) => isElement(child, 'text') && child.attrs['macro'] === 'publisher');
    const next = node.children[at + 1];
    if (at < 0 || !isElement(next, 'group') || !next.attrs['prefix']?.startsWith(';')) return node;
    const [publisher] = node.children.slice(at, at + 1) as [CslNode];
    const joined = group(
      { prefix: publisher.attrs['prefix'], suffix: next.attrs['suffix'], delimiter: '; ' },
      { ...publisher, attrs: { macro: 'publisher' } },
      { ...next, attrs: {} },
    );
    const number = choose(
      when(
        { type: 'report' },
        group({ prefix: ' ', suffix: '.', delimiter: ' ' }, text({ value: 'Publication' }), variable('number')),
      ),
    );
    return { ...node, children: [...node.children.slice(0, at), joined, number, ...node.children.slice(at + 2)] };
  });

const isElement = (node: CslNode | string | undefined, name: string): node is CslNode =>
  typeof node === 'object' && node.name === name;

/** Adds the word "inventor" after the names of a patent. */
export const inventorsOfAma = (style: CslNode): CslNode =>
  mapElements(style, (node) =>
    node.name === 'macro' && node.attrs['name'] === 'author'
      ? {
          ...node,
          children: node.children.map((child) =>
            isElement(child, 'group')
              ? {
                  ...child,
                  children: [
                    ...child.children,
                    choose(when({ type: 'patent' }, text({ value: 'inventor', prefix: ', ' }))),
                  ],
                }
              : child,
          ),
        }
      : node,
  );

/** Names the notice of a retraction or correction after everything else. */
export const noticeAtEnd = (style: CslNode): CslNode =>
  changeLayout(style, (children) => [...children, variable('references', { prefix: '. ' })]);

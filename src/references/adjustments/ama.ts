import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { inventorsVariable, translatedTitleVariable, workLanguageVariable } from './item-variables.ts';
import {
  changeLayout,
  changeMacro,
  choose,
  date,
  datePart,
  group,
  isElement,
  mapElements,
  setEnglishTerm,
  text,
  variable,
  when,
} from './style-tree.ts';

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
                    choose(when({ type: 'patent' }, variable(inventorsVariable, { prefix: ', ' }))),
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

/** `Vogel B, ed; Over T, trans.` after the title of a book or before that of a chapter's book, with a full stop. */
export const editorsOfAma = (style: CslNode): CslNode =>
  mapElements(
    changeMacro(setEnglishTerm(style, 'translator', 'trans.', 'short'), 'editor', (children) =>
      children.map((child) =>
        isElement(child, 'names')
          ? { ...child, attrs: { ...child.attrs, variable: 'editor translator', delimiter: '; ' } }
          : child,
      ),
    ),
    (node) => {
      const editor = node.children.find((child) => isElement(child, 'text') && child.attrs['macro'] === 'editor');
      if (!isElement(editor, 'text') || node.attrs['delimiter'] !== ' ') return node;
      const others = node.children.filter((child) => child !== editor);
      const ended = { ...editor, attrs: { macro: 'editor', suffix: '.' } };
      return editor.attrs['prefix'] === '('
        ? { ...node, children: [ended, ...others] }
        : { ...node, children: node.children.map((child) => (child === editor ? ended : child)) };
    },
  );

/** `June 29-July 2, 2019`: the days of a congress. */
export const daysOfAma = (style: CslNode): CslNode =>
  mapElements(style, (node) => {
    if (node.name !== 'date' || node.attrs['delimiter'] !== ' ') return node;
    return date(
      'issued',
      {},
      datePart('month', { suffix: ' ', 'range-delimiter': '-' }),
      datePart('day', { suffix: ', ', 'range-delimiter': '-' }),
      datePart('year', { 'range-delimiter': '-' }),
    );
  });

/** `Article in Persian.` after the title of an article that is a translation. */
export const languageOfAma = (style: CslNode): CslNode =>
  changeLayout(style, (children) => {
    const at = children.findIndex((child) => isElement(child, 'text') && child.attrs['macro'] === 'title');
    if (at < 0) throw new Error('the style has no macro title in its layout');
    const language = choose(
      when(
        { type: 'article-journal', variable: translatedTitleVariable, match: 'all' },
        text({ variable: workLanguageVariable, prefix: ' Article in ', suffix: '.' }),
      ),
    );
    return [...children.slice(0, at + 1), language, ...children.slice(at + 1)];
  });

import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { articleNumberVariable, groupAuthorsVariable } from './item-variables.ts';
import { changeMacro, choose, isElement, mapElements, otherwise, setEnglishTerm, text, when } from './style-tree.ts';

/** Prints `p.` and `pp.` before pages only, not before the number of an article. */
export const labelOnlyPages = (style: CslNode): CslNode =>
  mapElements(style, (node) =>
    node.name === 'label' && node.attrs['variable'] === 'page'
      ? choose(when({ variable: articleNumberVariable }), otherwise(node))
      : node,
  );

/** `Meli J, et al; Night Study Group.`: groups after persons, and no full stop after `et al` before them. */
export const groupsAfterAuthors = (style: CslNode): CslNode =>
  changeMacro(setEnglishTerm(style, 'et-al', 'et al'), 'author', (children) => {
    const outer = children.find((child) => isElement(child, 'group'));
    return outer === undefined
      ? [...children, groups]
      : children.map((child) =>
          child === outer && isElement(child, 'group') ? { ...child, children: [...child.children, groups] } : child,
        );
  });

const groups = text({ variable: groupAuthorsVariable, prefix: '; ' });

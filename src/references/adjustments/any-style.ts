import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { articleNumberVariable } from './item-variables.ts';
import { choose, mapElements, otherwise, when } from './style-tree.ts';

/** Prints `p.` and `pp.` before pages only, not before the number of an article. */
export const labelOnlyPages = (style: CslNode): CslNode =>
  mapElements(style, (node) =>
    node.name === 'label' && node.attrs['variable'] === 'page'
      ? choose(when({ variable: articleNumberVariable }), otherwise(node))
      : node,
  );

import type { CslNode } from '../domain/publication/reference-styles.ts';

/**
 * Removes from a style the parts that do not affect a single reference: sorting, disambiguation, and in-text citations.
 * citeproc computes these for every reference, which takes half of its time. A test compares the results with the whole
 * style.
 */
export function trimStyle(style: CslNode): CslNode {
  return {
    ...style,
    children: style.children.map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'citation') return trimCitation(child);
      if (child.name === 'bibliography')
        return {
          ...child,
          children: child.children.filter((part) => typeof part === 'string' || part.name !== 'sort'),
        };
      return child;
    }),
  };
}

function trimCitation(citation: CslNode): CslNode {
  const attributes = Object.entries(citation.attrs).filter(([name]) => !/disambiguat|collapse|near-note/.test(name));
  return {
    ...citation,
    attrs: Object.fromEntries(attributes),
    children: [{ name: 'layout', attrs: {}, children: [{ name: 'text', attrs: { value: '-' }, children: [] }] }],
  };
}

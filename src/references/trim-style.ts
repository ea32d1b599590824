import type { CslNode } from '../domain/publication/reference-styles.ts';

/**
 * A style without what says nothing of one reference by itself: how references are sorted and told apart, and how they
 * are cited in a text. citeproc works all that out for every reference, which takes half of its time; a test holds the
 * result against that of the whole style. A style as XML is left whole.
 */
export function trimStyle(style: CslNode | string): CslNode | string {
  if (typeof style === 'string') return style;
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

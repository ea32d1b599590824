interface WrittenCell {
  readonly style?: unknown;
  readonly [name: string]: unknown;
}

/**
 * Attributes of a table cell, with the alignment as a class instead of the style that Markdown writes, which the
 * Content-Security-Policy of the pages forbids.
 */
export function cellAttributes({ style, ...attributes }: WrittenCell): Readonly<Record<string, unknown>> {
  const align = /right|center/.exec(typeof style === 'string' ? style : JSON.stringify(style ?? ''))?.[0];
  return align === undefined ? attributes : { ...attributes, class: align === 'right' ? 'num' : 'center' };
}

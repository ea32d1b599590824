interface WrittenCell {
  readonly style?: unknown;
  readonly [name: string]: unknown;
}

/**
 * Attributes of a table's cell with its alignment as a class: Markdown writes a style, which the pages'
 * Content-Security-Policy forbids.
 */
export function cellAttributes({ style, ...attributes }: WrittenCell): Readonly<Record<string, unknown>> {
  const align = /right|center/.exec(typeof style === 'string' ? style : JSON.stringify(style ?? ''))?.[0];
  return align === undefined ? attributes : { ...attributes, class: align === 'right' ? 'num' : 'center' };
}

/** What a token sets. A colour may differ on dark backgrounds. */
type TokenKind = 'color' | 'font' | 'size';

/** The tokens of the design that `theme.css` may set, each with its use. docs/theme.md lists them. */
export const themeTokens: Readonly<Record<string, { readonly kind: TokenKind; readonly use: string }>> = {
  '--paper': { kind: 'color', use: 'background of pages' },
  '--sunk': { kind: 'color', use: 'background of fields and of secondary parts' },
  '--tint': { kind: 'color', use: 'background of highlighted parts' },
  '--ink': { kind: 'color', use: 'text' },
  '--ink-2': { kind: 'color', use: 'secondary text' },
  '--ink-3': { kind: 'color', use: 'labels' },
  '--line': { kind: 'color', use: 'lines between parts' },
  '--line-2': { kind: 'color', use: 'borders of fields and buttons' },
  '--mark': { kind: 'color', use: 'background of the words that a search found' },
  '--warn': { kind: 'color', use: 'text of corrections and concerns' },
  '--warn-bg': { kind: 'color', use: 'background of corrections and concerns' },
  '--stop': { kind: 'color', use: 'text of retractions' },
  '--stop-bg': { kind: 'color', use: 'background of retractions' },
  '--d1': { kind: 'color', use: 'first series of charts; default: the accent' },
  '--d2': { kind: 'color', use: 'second series of charts' },
  '--d3': { kind: 'color', use: 'third series of charts' },
  '--d4': { kind: 'color', use: 'other series of charts' },
  '--latin-serif': { kind: 'font', use: 'fonts of texts in Latin script' },
  '--latin-sans': { kind: 'font', use: 'fonts of labels in Latin script' },
  '--persian': { kind: 'font', use: 'fonts of Persian and Arabic' },
  '--font-mono': { kind: 'font', use: 'fonts of code' },
  '--t-sm': { kind: 'size', use: 'small text' },
  '--t-md': { kind: 'size', use: 'text of lists and labels' },
  '--t-read': { kind: 'size', use: 'text to read' },
  '--t-lg': { kind: 'size', use: 'headings of the fourth size' },
  '--t-xl': { kind: 'size', use: 'headings of the third size' },
  '--t-2xl': { kind: 'size', use: 'headings of the second size' },
  '--t-3xl': { kind: 'size', use: 'headings of the first size' },
  '--page': { kind: 'size', use: 'width of pages' },
  '--measure': { kind: 'size', use: 'width of texts' },
  '--rail': { kind: 'size', use: 'width of the column of labels' },
  '--aside': { kind: 'size', use: 'width of the side column' },
  '--radius': { kind: 'size', use: 'radius of corners' },
};

/** Tokens of the institute with their values: everywhere, and on dark backgrounds. */
export interface Theme {
  readonly values: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

/**
 * The style of a theme. Colours and sizes are for screens: print and high contrast have their own. A colour with a value for
 * each scheme follows the scheme that the reader has chosen.
 */
export function themeStyle({ values, dark }: Theme): string {
  const rules = Object.keys({ ...values, ...dark }).map((token) => {
    const { kind } = themeTokens[token]!;
    const [light = `var(${token})`, darkValue] = [values[token], dark[token]];
    return { kind, declaration: `${token}:${darkValue === undefined ? light : `light-dark(${light},${darkValue})`}` };
  });
  const of = (kind: TokenKind) => rules.flatMap((rule) => (rule.kind === kind ? rule.declaration : [])).join(';');
  const [fonts, sizes, colors] = [of('font'), of('size'), of('color')];
  return [
    fonts && `:root{${fonts}}\n`,
    sizes && `@media screen{:root{${sizes}}}\n`,
    colors && `@media screen and (not (prefers-contrast:more)){:root{${colors}}}\n`,
  ].join('');
}

import { greekLetters, mathSymbols } from './latex-symbols.ts';
import type { RichNode } from '../../domain/text/rich-text.ts';

/**
 * A formula of one symbol becomes that character, and a single exponent or index becomes `sup` or `sub`. Any other
 * stays TeX.
 */
export function readFormula(formula: string): RichNode {
  // The renderer of formulas knows `\\text`, not `\\mbox`.
  const tex = formula.trim().replace(/\\mbox(?=\s*\{)/g, '\\text');
  const symbol = formulaSymbols.get(tex);
  if (symbol !== undefined) return symbol;
  if (tex === '') return '';
  const script = /^(?:\{\})?(\^|_|\\sp|\\sb)\s*(?:\{([\w+−,.\s-]*)\}|([\w+-]))$/.exec(
    tex.replace(/\\(?:text|textrm|mathrm|rm)\s*(?:\{([^{}]*)\})?/g, '$1'),
  );
  const text = script?.[2] ?? script?.[3];
  if (script && text !== undefined)
    return { tag: script[1] === '^' || script[1] === '\\sp' ? 'sup' : 'sub', children: [text.replace(/-/g, '−')] };
  if (/^[\d.,\s]+$/.test(tex)) return tex;
  return { tex, mathml: '' };
}

/** Formulas → the Unicode character that they show. */
export const formulaSymbols: ReadonlyMap<string, string> = new Map([
  ...[...greekLetters, ...mathSymbols].reverse().map(([symbol, latex]) => [latex, symbol] as const),
  ['\\le', '≤'],
  ['\\ge', '≥'],
  ['\\ne', '≠'],
  ['\\to', '→'],
  ['\\rightarrow', '→'],
  ['\\leftarrow', '←'],
  ['\\times', '×'],
  ['\\pm', '±'],
  ['\\div', '÷'],
  ['|', '|'],
  ['<', '<'],
  ['>', '>'],
  ['=', '='],
  ['\\sim', '∼'],
  ['^\\circ', '°'],
  ['^{\\circ}', '°'],
  ['\\%', '%'],
  ['-', '−'],
  ['\\mu', 'μ'],
]);

import { greekLetters, mathSigns } from './latex-signs.ts';
import type { RichNode } from '../../domain/text/rich-text.ts';

/** A formula of one sign is that sign, one of an exponent alone is raised text; every other one stays TeX. */
export function readFormula(formula: string): RichNode {
  // `\\mbox` is of text, and formulas on pages know `\\text`.
  const tex = formula.trim().replace(/\\mbox(?=\s*\{)/g, '\\text');
  const sign = formulaSigns.get(tex);
  if (sign !== undefined) return sign;
  if (tex === '') return '';
  const script = /^(?:\{\})?(\^|_|\\sp|\\sb)\s*(?:\{([\w+−,.\s-]*)\}|([\w+-]))$/.exec(
    tex.replace(/\\(?:text|mathrm|rm)\s*(?:\{([^{}]*)\})?/g, '$1'),
  );
  const text = script?.[2] ?? script?.[3];
  if (script && text !== undefined)
    return { tag: script[1] === '^' || script[1] === '\\sp' ? 'sup' : 'sub', children: [text.replace(/-/g, '−')] };
  if (/^[\d.,\s]+$/.test(tex)) return tex;
  return { tex, mathml: '' };
}

/** Formulas that are a sign of Unicode. */
export const formulaSigns: ReadonlyMap<string, string> = new Map([
  ...[...greekLetters, ...mathSigns].reverse().map(([sign, latex]) => [latex, sign] as const),
  ['\\le', '≤'],
  ['\\ge', '≥'],
  ['\\ne', '≠'],
  ['\\to', '→'],
  ['\\rightarrow', '→'],
  ['\\leftarrow', '←'],
  ['\\times', '×'],
  ['\\pm', '±'],
  ['\\div', '÷'],
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

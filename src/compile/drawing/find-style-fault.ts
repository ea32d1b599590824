import { styleFunctions } from './drawing-vocabulary.ts';

/** What CSS in a drawing does that it may not: loads something, or could hide that it does. Undefined for plain CSS. */
export function findStyleFault(css: string): string | undefined {
  if (css.includes('\\')) return 'holds an escape';
  const text = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
  const rule = Array.from(text.matchAll(/@([\w-]*)/g), ([, name = '']) => name.toLowerCase()).find(
    (name) => !harmlessRules.has(name),
  );
  if (rule !== undefined) return `holds @${rule}`;
  for (const [, name = '', rest = ''] of text.matchAll(/(?<![\w@-])([\w-]+)\((\s*["']?.?)/g)) {
    if (!styleFunctions.has(name.toLowerCase())) return `uses ${name}()`;
    if (name.toLowerCase() === 'url' && !/^\s*["']?#$/.test(rest)) return 'loads something';
  }
  for (const declaration of text.split(/[;{}]/)) {
    // References that other elements get in these two ways could not be counted.
    if (/^\s*--/.test(declaration) && /url\(/i.test(declaration)) return 'keeps a reference in a custom property';
    if (/^\s*(?:mask|clip-path|filter)\s*:\s*inherit/i.test(declaration)) return 'inherits a mask, clip path or filter';
  }
  return /javascript:/i.test(text.replace(/[\0-\x20]/g, '')) ? 'holds code' : undefined;
}

/** `@charset` changes how the rest is read, and `@import` and `@namespace` take addresses. */
const harmlessRules = new Set(['media', 'supports', 'keyframes', '-webkit-keyframes', 'font-face', 'page', 'layer']);

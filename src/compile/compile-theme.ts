import { themeTokens, type Theme } from '../domain/institute/theme.ts';
import { findContrastFaults } from '../domain/institute/theme-contrast.ts';
import { closest } from '../domain/problems/suggestion.ts';
import type { Fault } from '../domain/problems/problem.ts';
import { quote } from '../domain/text/quote.ts';
import { positionAt, type LocatedFault } from './located-fault.ts';

/** The theme in the text of `theme.css`, and what is wrong with it. It may set tokens of the design, and nothing else. */
export function compileTheme(css: string): { readonly theme: Theme; readonly faults: readonly LocatedFault[] } {
  const values: Record<string, string> = {};
  const dark: Record<string, string> = {};
  const faults: LocatedFault[] = [];
  const text = css.replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  for (const { scheme, body, start } of readRules(text, (fault, at) =>
    faults.push({ ...fault, position: positionAt(text, at) }),
  )) {
    let at = start;
    for (const written of body.split(';')) {
      if (faults.length > faultLimit) break;
      const own = at + written.length - written.trimStart().length;
      at += written.length + 1;
      if (written.trim() === '') continue;
      const [, token = '', value = ''] = /^\s*([^:\s]+)\s*:([^]*)$/.exec(written) ?? [];
      const fault = findFault(token, value.trim(), scheme, written.trim());
      if (fault) faults.push({ ...fault, position: positionAt(text, own) });
      else (scheme === 'dark' ? dark : values)[token] = value.trim().replace(/\s+/g, ' ');
    }
  }
  if (faults.length > faultLimit)
    return { theme: { values, dark }, faults: [...faults.slice(0, faultLimit), moreFaults(faults[faultLimit]!)] };
  for (const token of Object.keys(dark))
    if (values[token] === undefined)
      faults.push({
        name: 'theme-without-light',
        message: `${token} has a value for dark backgrounds only`,
        hint: `set ${token} in :root { … } as well`,
        position: positionAt(text, Math.max(0, text.indexOf(token))),
      });
  // Check contrasts only when there is no other fault: they depend on all colours together.
  for (const { token, ...fault } of faults.length > 0 ? [] : findContrastFaults({ values, dark }))
    faults.push({ ...fault, position: positionAt(text, Math.max(0, text.search(new RegExp(`${token}\\s*:`)))) });
  return { theme: { values, dark }, faults };
}

/** A theme has some dozens of tokens: with more faults, it is something else. */
const faultLimit = 100;

const moreFaults = ({ position }: LocatedFault): LocatedFault => ({
  name: 'more-problems',
  message: `the theme has more than ${faultLimit} faults, and the rest was not checked`,
  hint: 'correct these first',
  position,
});

interface Rule {
  readonly scheme: 'light' | 'dark';
  /** Declarations between the braces. */
  readonly body: string;
  /** Offset of the body. */
  readonly start: number;
}

/** `:root { … }`, and the same in `@media (prefers-color-scheme: dark) { … }`; everything else is reported. */
function* readRules(text: string, onFault: (fault: Fault, at: number) => void): Generator<Rule> {
  const open: string[] = [];
  let end = 0;
  let faults = 0;
  const report = (fault: Fault, at: number): void => {
    faults += 1;
    onFault(fault, at);
  };
  for (const { 0: brace, index: at } of text.matchAll(/[{}]/g)) {
    if (faults > faultLimit) return;
    const index = end;
    const written = text.slice(index, at);
    end = at + 1;
    if (brace === '}') {
      const selector = open.pop();
      const scheme = schemeOf([...open, selector ?? '']);
      if (selector === undefined) report({ ...notARule, message: 'a brace is closed that was not opened' }, end - 1);
      else if (scheme) yield { scheme, body: written, start: index };
      else if (written.trim() !== '' && isDarkQuery([...open, selector]))
        report(notARule, index + written.length - written.trimStart().length);
      continue;
    }
    const selector = written.trim().replace(/\s+/g, ' ');
    open.push(selector);
    if (!schemeOf(open) && !isDarkQuery(open))
      report(
        {
          ...notARule,
          message: `${quote(selector)} is neither :root nor the dark scheme, and the theme sets tokens only`,
        },
        index + written.length - written.trimStart().length,
      );
  }
  const rest = text.slice(end);
  if (rest.trim() !== '' || open.length > 0)
    report(
      {
        ...notARule,
        message: open.length > 0 ? 'a brace is not closed' : `${quote(rest.trim().slice(0, 60))} is no rule`,
      },
      rest.trim() === '' ? Math.max(0, text.length - 1) : end + rest.length - rest.trimStart().length,
    );
}

const notARule: Fault = {
  name: 'theme-not-a-rule',
  message: 'this is not the setting of a token',
  hint: 'write :root { --token: value; }, and for dark backgrounds @media (prefers-color-scheme: dark) { :root { … } }',
};

const isDarkQuery = ([query = '', ...inner]: readonly string[]): boolean =>
  inner.length === 0 && /^@media ?\( ?prefers-color-scheme ?: ?dark ?\)$/i.test(query);

function schemeOf(open: readonly string[]): Rule['scheme'] | undefined {
  if (open.length === 1) return open[0] === ':root' ? 'light' : undefined;
  return open.length === 2 && open[1] === ':root' && isDarkQuery(open.slice(0, 1)) ? 'dark' : undefined;
}

function findFault(token: string, value: string, scheme: Rule['scheme'], written: string): Fault | undefined {
  const known = Object.hasOwn(themeTokens, token) ? themeTokens[token] : undefined;
  if (token === '' || value === '')
    return { ...notARule, message: `${quote(written.slice(0, 60))} is not the setting of a token` };
  if (/^--(?:brand|brand-dark|accent)$/.test(token))
    return {
      name: 'theme-unknown-token',
      message: `${token} comes from the settings of the site`,
      hint: 'write `accent` in site.yaml',
    };
  if (!known) {
    const near = closest(token, Object.keys(themeTokens));
    return {
      name: 'theme-unknown-token',
      message: `${quote(token)} is not a token of the design`,
      hint: near ? `did you mean ${near}?` : 'use one of the tokens in docs/theme.md',
    };
  }
  if (scheme === 'dark' && known.kind !== 'color')
    return {
      name: 'theme-value',
      message: `${token} is no colour, and only colours differ on dark backgrounds`,
      hint: 'set it in :root alone',
    };
  return isSafeValue(value)
    ? undefined
    : {
        name: 'theme-value',
        message: `${quote(value)} is not a value that ${token} can have`,
        hint: 'write a colour, a size or names of fonts; a value loads nothing, and holds no !important',
      };
}

/** Colours, lengths, calculations and names of fonts: nothing that loads, escapes or ends the rule. */
const isSafeValue = (value: string): boolean =>
  value.length <= 300 &&
  /^[\w\s#%.,()+*/'"-]+$/.test(value) &&
  !/(?:url|src|image|image-set|attr|env|expression|paint|element|cross-fade)\(/i.test(value) &&
  isBalanced(value);

function isBalanced(value: string): boolean {
  let depth = 0;
  for (const sign of value.replace(/"[^"]*"|'[^']*'/g, '')) {
    if (sign === '"' || sign === "'") return false;
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

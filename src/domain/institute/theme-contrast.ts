import type { Fault } from '../problems/problem.ts';
import { contrastOf, minContrast, paper } from './color.ts';
import type { Theme } from './theme.ts';

/** Colours of the design, on light and on dark backgrounds, as in src/styles/tokens.css. */
export const designColors: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  '--paper': [paper.light, paper.dark],
  '--sunk': ['#f3f5f4', '#191e21'],
  '--ink': ['#15191b', '#e6e9e9'],
  '--ink-2': ['#465056', '#b3bcbf'],
  '--ink-3': ['#616b71', '#939da2'],
  '--mark': ['#fbeeb5', '#4d4317'],
  '--warn': ['#7a5200', '#e5bd6c'],
  '--warn-bg': ['#fbf5e6', '#241d0e'],
  '--stop': ['#9d1c1f', '#f2a09a'],
  '--stop-bg': ['#fcefee', '#2b1414'],
};

/** Tokens of texts, each with the backgrounds on which it is shown. */
const pairs: Readonly<Record<string, readonly string[]>> = {
  '--ink': ['--paper', '--sunk', '--mark', '--warn-bg', '--stop-bg'],
  '--ink-2': ['--paper', '--sunk'],
  '--ink-3': ['--paper', '--sunk'],
  '--warn': ['--paper', '--warn-bg'],
  '--stop': ['--paper', '--stop-bg'],
};

/** A text on a background that is hard to read, in one scheme. */
interface WeakPair {
  readonly scheme: 'light' | 'dark';
  readonly text: string;
  readonly background: string;
  readonly ratio: number;
  readonly message: string;
  /** Which of the two tokens the theme sets; at least one. */
  readonly set: readonly string[];
}

/**
 * A warning for each token of a theme that makes texts hard to read, with the worst of them in each scheme. Of two tokens that
 * the theme sets, the one that is in more weak pairs gets the warning. A colour that is not written in hexadecimal is not checked.
 */
export function findContrastFaults(theme: Theme): readonly (Fault & { readonly token: string })[] {
  const faults: (Fault & { readonly token: string })[] = [];
  for (let weak = findWeakPairs(theme); weak.length > 0;) {
    const token = tokenOfMost(weak);
    const own = weak.filter(({ set }) => set.includes(token));
    weak = weak.filter((pair) => !own.includes(pair));
    faults.push(describeFault(theme, token, own));
  }
  return faults;
}

const findWeakPairs = (theme: Theme): readonly WeakPair[] =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    Object.entries(pairs).flatMap(([text, backgrounds]) =>
      backgrounds.flatMap((background) => {
        const set = [text, background].filter((name) => isSet(theme, scheme, name));
        const [front, back] = [text, background].map((name) => colorOf(theme, scheme, name));
        if (set.length === 0 || front === undefined || back === undefined) return [];
        const ratio = contrastOf(front, back);
        const message = `the text ${text} (${front}) has a contrast of ${ratio.toFixed(1)} to 1 on ${background} (${back}) in the ${scheme} scheme`;
        return ratio < minContrast ? [{ scheme, text, background, ratio, message, set }] : [];
      }),
    ),
  );

/** The token in most of the pairs; the first of several. */
function tokenOfMost(weak: readonly WeakPair[]): string {
  const counts = new Map<string, number>();
  for (const token of weak.flatMap(({ set }) => set)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

/** `weak`: the pairs of the token, at least one. */
function describeFault(theme: Theme, token: string, weak: readonly WeakPair[]): Fault & { readonly token: string } {
  const worst = (['light', 'dark'] as const).flatMap((scheme) =>
    weak
      .filter((pair) => pair.scheme === scheme)
      .sort((a, b) => a.ratio - b.ratio)
      .slice(0, 1),
  );
  const further = weak.length - worst.length;
  const hints = worst.map(({ scheme, text, background }) => {
    if (isForBoth(theme, scheme, token))
      return `set ${token} for dark backgrounds as well, in @media (prefers-color-scheme: dark) { :root { … } }`;
    const [darker, lighter] = scheme === 'light' ? ['darker', 'lighter'] : ['lighter', 'darker'];
    return `choose a ${token === text ? darker : lighter} ${token} for the ${scheme} scheme, or a ${token === text ? lighter : darker} ${token === text ? background : text}`;
  });
  return {
    severity: 'warning',
    name: 'theme-contrast',
    token,
    message: `${worst.map(({ message }) => message).join(', and ')}, and is hard to read below 4.5 to 1${further > 0 ? `; the same holds for ${further === 1 ? '1 other pair' : `${further} other pairs`} with ${token}` : ''}`,
    hint: hints.join('; '),
  };
}

const isSet = ({ values, dark }: Theme, scheme: 'light' | 'dark', token: string): boolean =>
  values[token] !== undefined || (scheme === 'dark' && dark[token] !== undefined);

/** Whether the colour of both schemes was written once, for all. */
const isForBoth = ({ dark }: Theme, scheme: 'light' | 'dark', token: string): boolean =>
  scheme === 'dark' && dark[token] === undefined;

/** The colour of a token as `#rrggbb`; undefined where it is written in another way. A colour for all counts in both schemes. */
function colorOf({ values, dark }: Theme, scheme: 'light' | 'dark', token: string): string | undefined {
  const own = (scheme === 'dark' ? dark[token] : undefined) ?? values[token];
  if (own === undefined) return designColors[token]?.[scheme === 'light' ? 0 : 1];
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(own) ?? [];
  return long !== undefined ? own : short?.replace(/^/, '#').replace(/[0-9a-f]/gi, '$&$&');
}

import type { Fault } from '../problems/problem.ts';
import { contrastOf } from './color.ts';
import type { Theme } from './theme.ts';

/** Colours of the design, on light and on dark backgrounds, as in src/styles/tokens.css. */
export const designColours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  '--paper': ['#fdfdfc', '#111517'],
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

/** Tokens of texts, each with the backgrounds on which it stands. */
const pairs: Readonly<Record<string, readonly string[]>> = {
  '--ink': ['--paper', '--sunk', '--mark', '--warn-bg', '--stop-bg'],
  '--ink-2': ['--paper', '--sunk'],
  '--ink-3': ['--paper', '--sunk'],
  '--warn': ['--paper', '--warn-bg'],
  '--stop': ['--paper', '--stop-bg'],
};

/** Contrast of text with its background that WCAG 2.2 asks for (1.4.3). */
const minContrast = 4.5;

/**
 * A warning for each text of a theme that is hard to read on a background, with the token that the theme sets. A colour that is
 * not written in hexadecimal is not judged.
 */
export function findContrastFaults(theme: Theme): readonly (Fault & { readonly token: string })[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    Object.entries(pairs).flatMap(([text, backgrounds]) =>
      backgrounds.flatMap((background) => {
        const token = [text, background].find((name) => isSet(theme, scheme, name));
        if (token === undefined) return [];
        const [front, back] = [text, background].map((name) => colourOf(theme, scheme, name));
        if (front === undefined || back === undefined) return [];
        const ratio = contrastOf(front, back);
        if (ratio >= minContrast) return [];
        return [
          {
            severity: 'warning' as const,
            name: 'theme-contrast',
            token,
            message: `the text ${text} (${front}) has a contrast of ${ratio.toFixed(1)} to 1 on ${background} (${back}) in the ${scheme} scheme, and is hard to read below 4.5 to 1`,
            hint: isForBoth(theme, scheme, token)
              ? `set ${token} for dark backgrounds as well, in @media (prefers-color-scheme: dark) { :root { … } }`
              : `choose a ${scheme === 'light' ? 'darker' : 'lighter'} ${text}, or a ${scheme === 'light' ? 'lighter' : 'darker'} ${background}`,
          },
        ];
      }),
    ),
  );
}

const isSet = ({ values, dark }: Theme, scheme: 'light' | 'dark', token: string): boolean =>
  values[token] !== undefined || (scheme === 'dark' && dark[token] !== undefined);

/** Whether the colour of both schemes was written once, for all. */
const isForBoth = ({ dark }: Theme, scheme: 'light' | 'dark', token: string): boolean =>
  scheme === 'dark' && dark[token] === undefined;

/** The colour of a token as `#rrggbb`; undefined where it is written in another way. A colour for all counts in both schemes. */
function colourOf({ values, dark }: Theme, scheme: 'light' | 'dark', token: string): string | undefined {
  const own = (scheme === 'dark' ? dark[token] : undefined) ?? values[token];
  if (own === undefined) return designColours[token]?.[scheme === 'light' ? 0 : 1];
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(own) ?? [];
  return long !== undefined ? own : short?.replace(/^/, '#').replace(/[0-9a-f]/gi, '$&$&');
}

import type { Fault } from '../problems/problem.ts';

/** Background of pages, the design token `--paper`. */
export const paper = { light: '#fdfdfc', dark: '#111517' } as const;
/** Share of the accent in `--tint`, the other background of the accent, which mixes it with the paper. */
const accentShareOfTint = { light: 0.06, dark: 0.08 } as const;

/** Fault of an accent colour whose contrast with the background is too low, with the nearest colour whose contrast is enough. */
export function contrastFault(color: string, scheme: 'light' | 'dark'): Fault | undefined {
  const ratio = ratioOn(rgb(color), scheme);
  if (ratio >= minContrast) return undefined;
  return {
    name: 'accent-contrast',
    message: `the accent ${color} has a contrast of ${ratio.toFixed(1)} to 1 on the ${scheme} background, but links need 4.5 to 1`,
    hint: `choose a ${scheme === 'light' ? 'darker' : 'lighter'} colour, such as "${repair(color, scheme)}"`,
  };
}

/** Lowest contrast of text with its background (WCAG 2.2, 1.4.3). */
export const minContrast = 4.5;

/** The lower of two contrasts: with the paper, and with the tint. */
function ratioOn(accent: number[], scheme: 'light' | 'dark'): number {
  const background = rgb(paper[scheme]);
  const tint = background.map((channel, index) => channel + (accent[index]! - channel) * accentShareOfTint[scheme]);
  return Math.min(contrast(accent, background), contrast(accent, tint));
}

/** The nearest darker (or lighter) colour of the same hue with enough contrast, as `#rrggbb`. */
function repair(color: string, scheme: 'light' | 'dark'): string {
  const end = scheme === 'light' ? 0 : 255;
  for (let share = 0.02; share < 1; share += 0.02) {
    const mixed = rgb(color).map((channel) => Math.round(channel + (end - channel) * share));
    if (ratioOn(mixed, scheme) >= minContrast)
      return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  }
  return scheme === 'light' ? '#000000' : '#ffffff';
}

const rgb = (hex: string): number[] => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));

/** Contrast of two colours `#rrggbb`, from 1 to 21. */
export const contrastOf = (a: string, b: string): number => contrast(rgb(a), rgb(b));

const contrast = (a: number[], b: number[]): number => {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
};

/** Relative luminance, as WCAG 2.2 defines it. */
const luminance = (channels: number[]): number => {
  const [r, g, b] = channels.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

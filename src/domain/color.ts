import type { Fault } from './problem.ts';

/** Grounds on which the accent stands (design tokens `--paper`, and `--tint` as a mixture of paper and accent). */
const paper = { light: '#fdfdfc', dark: '#111517' } as const;
const tintShare = { light: 0.06, dark: 0.08 } as const;

/** A brand colour that is too near to the ground it stands on. WCAG 2.2, 1.4.3: 4.5 to 1. */
export function contrastFault(color: string, scheme: 'light' | 'dark'): Fault | undefined {
  const ground = rgb(paper[scheme]);
  const accent = rgb(color);
  const tint = ground.map((channel, index) => channel + (accent[index]! - channel) * tintShare[scheme]);
  const ratio = Math.min(contrast(accent, ground), contrast(accent, tint));
  if (ratio >= 4.5) return undefined;
  return {
    name: 'accent-contrast',
    message: `the accent ${color} has a contrast of ${ratio.toFixed(1)} to 1 on the ${scheme} ground, and links need 4.5 to 1`,
    hint: `choose a ${scheme === 'light' ? 'darker' : 'lighter'} colour`,
  };
}

const rgb = (hex: string): number[] => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));

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

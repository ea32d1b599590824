/** Parts of a page that an institute may replace by a component of its own, `content/parts/<name>.astro`. */
export const partNames = ['head', 'foot', 'home', 'publication-aside'] as const;
export type PartName = (typeof partNames)[number];

/** An element of a drawing, as far as the work of a browser depends on it. */
export interface DrawnElement {
  readonly name: string;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly references: References;
  readonly children: DrawnElement[];
}

/** Ids of other elements that a browser draws again for this one. */
export interface References {
  /** By `use`, masks, clip paths and filters. */
  readonly own: readonly string[];
  /** By fills, strokes and markers, which all elements in this one inherit. */
  readonly inherited: readonly string[];
}

/** Elements that a browser draws; a figure with 20,000 points has about 60,000. */
export const drawnLimit = 200_000;
/** Elements that refer to each other in a chain. */
const depthLimit = 1000;

/** References in declarations of CSS, such as `fill: url(#a); mask: url(#b)`. */
export function readReferences(declarations: string): References {
  const own: string[] = [];
  const inherited: string[] = [];
  for (const declaration of declarations.split(';')) {
    const ids = Array.from(declaration.matchAll(/url\(\s*["']?#([^"')\s]+)/gi), ([, id = '']) => id);
    if (ids.length > 0) (/^\s*(?:fill|stroke|marker|font|color)/i.test(declaration) ? inherited : own).push(...ids);
  }
  return { own, inherited };
}

/**
 * Number of elements that a browser draws, each counted as often as `use`, patterns, masks and markers repeat it; a number
 * above {@link drawnLimit} is too small. `styles`: the CSS of the drawing.
 */
export function countDrawn(root: DrawnElement, styles: string): number {
  const byId = new Map<string, DrawnElement>();
  const collect = (element: DrawnElement): void => {
    if (element.id !== undefined && !byId.has(element.id)) byId.set(element.id, element);
    for (const child of element.children) collect(child);
  };
  collect(root);
  const styled = readStyles(styles);
  const counts = new Map<DrawnElement, number>();
  /** A gradient is computed, not drawn. */
  const countTarget = (id: string, depth: number): number => {
    const target = byId.get(id);
    return target && !target.name.endsWith('Gradient') ? count(target, depth) : 0;
  };
  const count = (element: DrawnElement, depth: number): number => {
    const known = counts.get(element);
    if (known !== undefined) return known;
    if (depth > depthLimit) return drawnLimit + 1;
    // Browsers do not draw an element inside of itself.
    counts.set(element, 0);
    let total = 1;
    const add = (more: number): boolean => (total += more) <= drawnLimit;
    const references = [element.references, ...styled(element)];
    element.children.every((child) => add(count(child, depth + 1)));
    const inside = total;
    for (const { own, inherited } of references) {
      own.every((id) => add(countTarget(id, depth + 1)));
      inherited.every((id) => add(inside * countTarget(id, depth + 1)));
    }
    counts.set(element, total);
    return total;
  };
  return count(root, 0);
}

/**
 * The references that rules of CSS give to an element. A rule goes for each element whose name, id or class is in its
 * selector, and for all elements where a selector is more than names.
 */
function readStyles(styles: string): (element: DrawnElement) => readonly References[] {
  const bySelector = new Map<string, Map<string, References>>();
  for (const rule of styles.split('}')) {
    const bodyStart = rule.lastIndexOf('{') + 1;
    const references = readReferences(rule.slice(bodyStart));
    if (references.own.length + references.inherited.length === 0) continue;
    const selector = rule.slice(0, Math.max(0, bodyStart - 1));
    const names = /[*[:&]/.test(selector) ? ['*'] : (selector.match(/[.#]?[\w-]+/g) ?? ['*']);
    for (const name of names) {
      const rules = bySelector.get(name) ?? new Map<string, References>();
      bySelector.set(name, rules.set(JSON.stringify(references), references));
    }
  }
  if (bySelector.size === 0) return () => [];
  return ({ name, id, classes }) =>
    ['*', name, `#${id ?? ''}`, ...classes.map((item) => `.${item}`)].flatMap((item) => [
      ...(bySelector.get(item)?.values() ?? []),
    ]);
}

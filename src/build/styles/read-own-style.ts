import { Report } from '../../compile/compile-report.ts';
import type { LocatedFault } from '../../compile/located-fault.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { readOwnText } from '../content/read-own-text.ts';
import { findMacroFault } from './find-macro-fault.ts';
import { parseStyle, type LocatedNode } from './parse-style.ts';

/**
 * Reads `styles/<name>.csl` of the content folder. Undefined where there is no such file; without `style`, and with problems,
 * where it cannot be used.
 */
export function readOwnStyle(
  folder: string,
  name: string,
): { readonly style?: CslNode; readonly problems: readonly Problem[] } | undefined {
  if (!/^[\w.-]+$/.test(name)) return undefined;
  const file = `styles/${name}.csl`;
  const report = new Report(file);
  const text = readOwnText(folder, file, report);
  if (text === undefined) return report.problems.length > 0 ? { problems: report.problems } : undefined;
  const parsed = parseStyle(text);
  const found = 'fault' in parsed ? parsed.fault : (findMacroFault(parsed.style) ?? findReferenceFault(parsed.style));
  if (found) report.add(found, found.position);
  return {
    ...('fault' in parsed || found ? {} : { style: withoutPositions(parsed.style) }),
    problems: report.problems,
  };
}

/** The fault of a style that makes no references. */
function findReferenceFault(style: LocatedNode): LocatedFault | undefined {
  const placed = (node: LocatedNode | undefined, name: string): readonly LocatedNode[] =>
    (node?.children ?? []).filter((child): child is LocatedNode => typeof child !== 'string' && child.name === name);
  const layout = placed(placed(style, 'bibliography')[0], 'layout')[0];
  if (layout !== undefined) return undefined;
  const parent = placed(placed(style, 'info')[0], 'link').find(({ attrs }) => attrs['rel'] === 'independent-parent');
  const id = /\/([\w-]+)$/.exec(parent?.attrs['href'] ?? '')?.[1];
  return {
    name: 'style-without-references',
    message: `the style has no layout of a bibliography, so that it makes no references${parent ? ': it only names another style' : ''}`,
    hint: id === undefined ? 'choose a style with a bibliography' : `write ${id} into styles of site.yaml instead`,
    position: style.position,
  };
}

const withoutPositions = ({ name, attrs, children }: LocatedNode): CslNode => ({
  name,
  attrs,
  children: children.map((child) => (typeof child === 'string' ? child : withoutPositions(child))),
});

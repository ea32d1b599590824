import axe from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules whose result depends on the theme. */
export const rulesOfColour: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page, in lines that say what to repair; by all rules of WCAG 2.0 to 2.2, A and AA, and of best practice. */
export async function findViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const checks = rules === undefined ? checker(page) : withoutFrames(page).withRules([...rules]);
  const found = await checks.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(' ')} — ${(node.failureSummary ?? '').split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}

export const checker = (page: Page): axe =>
  withoutFrames(page).options({ runOnly: tags, rules: { 'target-size': { enabled: true } } });

/** The pages have no frames, so nothing is lost without the window that axe would open to collect their results. */
const withoutFrames = (page: Page): axe => new axe({ page }).setLegacyMode();

export const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

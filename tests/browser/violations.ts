import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds by every rule, or by these alone, in lines that say what to repair. What the desk still loads is waited for. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.locator('#main .loading').first().waitFor({ state: 'detached' });
  const found = await axe(page, rules).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(' ')} — ${(node.failureSummary ?? '').split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}

/**
 * The pages have no frames, so nothing is lost without the window that axe would open to collect their results. Of rules
 * that pass, one place each is told: to describe them all takes half of the time.
 */
export const axe = (page: Page, rules?: readonly string[]): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({
    runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: tags },
    rules: rules ? {} : { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
    resultTypes: ['violations'],
  });

export const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

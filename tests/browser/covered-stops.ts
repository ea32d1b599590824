import type { Page } from 'playwright-core';

/**
 * Goes so many steps by Tab, and tells each stop of which no part can be seen: it is out of the screen, or something lies
 * over it (WCAG 2.2, 2.4.11).
 */
export async function coveredStops(page: Page, steps: number): Promise<string[]> {
  const covered: string[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement: active } = document;
      if (!active || active === document.body || active === document.documentElement) return undefined;
      // A control may be smaller than its label, which shows the focus with it.
      const shown = active.closest('label') ?? active;
      const seen = [...active.getClientRects()].some(({ left, right, top, bottom }) =>
        [0.1, 0.5, 0.9].some((part) => {
          const over = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
          // What takes no clicks itself, such as a slider of which only the thumb does, lies in its own frame.
          const frame = over?.matches('html, body, main, dialog') === false && over.contains(active);
          return over !== null && (shown.contains(over) || frame);
        }),
      );
      return seen ? undefined : active.outerHTML.slice(0, 120);
    });
    if (stop !== undefined) covered.push(stop);
  }
  return covered;
}

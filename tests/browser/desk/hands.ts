import type { CDPSession, Locator, Page } from 'playwright-core';

/** One way to use a page: by the keys alone, or by a finger and the keys of a screen. */
export interface Hand {
  /** Follows a link, presses a button, opens a menu. */
  press(target: Locator): Promise<void>;
  /** Replaces the text of a field. */
  write(field: Locator, text: string): Promise<void>;
  /** Chooses a file in the window that a button opens. */
  choose(
    button: Locator,
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void>;
  /** Moves the second item of a list before the first one. */
  moveUp(item: Locator): Promise<void>;
}

export const keyboard = (page: Page): Hand => ({
  async press(target) {
    await reach(page, target);
    await page.keyboard.press('Enter');
  },
  async write(field, text) {
    await reach(page, field);
    await type(page, text);
  },
  async choose(button, file) {
    // A browser may not open the window for a key that comes while the page is drawn again: who sees none presses it again.
    for (const timeout of [5000, 5000, 60_000]) {
      const opened = page.waitForEvent('filechooser', { timeout }).catch((error: unknown) => {
        if (timeout > 5000) throw error;
      });
      await reach(page, button.locator('input'));
      await page.keyboard.press('Space');
      const chooser = await opened;
      if (chooser) return chooser.setFiles(file);
    }
  },
  async moveUp(item) {
    await reach(page, item.locator('[data-handle]'));
    await page.keyboard.press('Alt+ArrowUp');
  },
});

export const touch = (page: Page): Hand => ({
  press: tap,
  async write(field, text) {
    await focusByTouch(field);
    await type(page, text);
  },
  async choose(button, file) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.tap()]);
    await chooser.setFiles(file);
  },
  async moveUp(item) {
    const handle = item.locator('[data-handle]');
    await handle.scrollIntoViewIfNeeded();
    const box = (await handle.boundingBox())!;
    const first = (await item.page().locator('.items > li').first().boundingBox())!;
    const session = await page.context().newCDPSession(page);
    const x = box.x + box.width / 2;
    await drag(session, x, box.y + box.height / 2, Math.min(box.y - 30, first.y + 4));
    await session.detach();
  },
});

/** Presses Tab until an element has the focus, as somebody without a mouse does. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let count = 0; count < 200; count += 1) {
    const way = await target.evaluate((element) => {
      const now = document.activeElement;
      if (now === element) return undefined;
      if (!now || now === document.body) return { key: 'Tab', times: 1 };
      const isBefore = (one: Node, other: Node) =>
        (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      const [first, last] = isBefore(now, element) ? [now, element] : [element, now];
      const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
      const between = stops.filter(
        (stop) =>
          isBefore(first, stop) &&
          isBefore(stop, last) &&
          stop.checkVisibility() &&
          !stop.matches('[tabindex="-1"], :disabled'),
      );
      // Fewer than seem to be between, because of a group of choices one alone is reached; the last steps are single.
      return { key: first === now ? 'Tab' : 'Shift+Tab', times: Math.max(1, Math.floor(between.length * 0.8) - 2) };
    });
    if (!way) return;
    for (let time = 0; time < way.times; time += 1) await page.keyboard.press(way.key);
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}

/** A tap that misses, because the page moved under the finger, is made again. */
async function tap(target: Locator): Promise<void> {
  for (let count = 0; count < 5; count += 1) {
    const pressed = await target.evaluateHandle((element) => {
      const state = { clicked: false };
      element.addEventListener('click', () => (state.clicked = true), { capture: true, once: true });
      return state;
    });
    await target.tap();
    for (let wait = 0; wait < 100; wait += 1) {
      // What leads to another page takes the state along.
      const clicked = await pressed.evaluate((state) => state.clicked).catch(() => true);
      if (clicked) return;
      await target.page().waitForTimeout(50);
    }
  }
  throw new Error(`a finger does not reach ${String(target)}`);
}

/** The focus follows the finger a moment later; a tap that misses, because the page moved under it, is made again. */
async function focusByTouch(field: Locator): Promise<void> {
  for (let count = 0; count < 5; count += 1) {
    await field.tap();
    for (let wait = 0; wait < 100; wait += 1) {
      if (await field.evaluate((element) => element === document.activeElement)) return;
      await field.page().waitForTimeout(50);
    }
  }
  throw new Error(`a finger does not reach ${String(field)}`);
}

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
}

/** A finger goes down, moves in small steps, and goes up. */
async function drag(session: CDPSession, x: number, from: number, to: number): Promise<void> {
  const send = (kind: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    session.send('Input.dispatchTouchEvent', {
      type: kind,
      touchPoints: kind === 'touchEnd' ? [] : [{ x, y }],
    });
  await send('touchStart', from);
  for (let step = 1; step <= 8; step += 1) await send('touchMove', from + ((to - from) * step) / 8);
  await send('touchEnd', to);
}

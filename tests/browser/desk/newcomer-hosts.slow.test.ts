import { expect, test } from 'vitest';
import { deskWords, loadWords } from '../../../src/editor/view/strings/desk-words.ts';
import { loadPublishedWords } from '../../../src/editor/view/published/strings/published-words.ts';
import { violations } from '../violations.ts';
import { keyboard, touch } from './hands.ts';
import { completeRecord, pdf, pictureOf, retract, writtenRecord } from './newcomer-walk.ts';
import { openPublished } from './open-published.ts';

/*
 * Slow: the first hour of somebody who has no terminal, at the published desk, over a repository of git behind each host.
 * `npm test` has the same hour at the desk of `npm run dev`, and what the published desk does at its hosts.
 */

const ris = `TY  - JOUR
TI  - Sleep and memory
AU  - Karimi, Sara
JO  - Journal of Invented Sleep
VL  - 3
PY  - 2024/05
DO  - 10.5555/sleep
ER  -${' '}
`;
const stem = 'content/publications/2024/karimi-2024-sleep';
const desk = openPublished([], { 'content/site.yaml': 'institute: Institute\nurl: https://example.org\n' });

test.each([
  ['github', 'the keyboard alone', 'en'],
  ['gitlab', 'touch on a telephone', 'en'],
  ['gitea', 'the keyboard alone', 'fa'],
] as const)(
  'at %s, by %s, in %s, a record is made from a file, completed, repaired, published, and its retraction proposed',
  async (kind, way, language) => {
    const isTouch = way !== 'the keyboard alone';
    const { page, server } = await desk.open(kind, language, isTouch);
    const { repository } = server;
    const hand = isTouch ? touch(page) : keyboard(page);
    await loadWords(language);
    const { say } = deskWords(language);
    const published = await loadPublishedWords(language);
    const button = (...words: Parameters<typeof say>) => page.getByRole('button', { name: say(...words), exact: true });
    // The same views have tests without a host.
    const expectAccessible = async (): Promise<void> => {
      if (kind === 'github') await expect.poll(() => violations(page)).toEqual([]);
    };
    const answer = async (message: string, as: 'commit' | 'proposal'): Promise<void> => {
      const dialog = page.locator('dialog[open]');
      await hand.write(dialog.locator('#save-message'), message);
      if (isTouch) await hand.press(dialog.locator('.save-form__choice', { has: page.locator(`[value=${as}]`) }));
      else {
        // The choice that is taken has the only stop of Tab, and an arrow takes the next.
        await page.keyboard.press('Tab');
        if (as === 'proposal') await page.keyboard.press('ArrowDown');
      }
      await expect.poll(() => dialog.locator(`[value=${as}]`).isChecked()).toBe(true);
      await expectAccessible();
      await hand.press(dialog.locator('button[type=submit]'));
      await dialog.waitFor({ state: 'detached' });
    };
    const save = async (message: string, as: 'commit' | 'proposal'): Promise<void> => {
      await hand.press(page.locator('[data-save]'));
      await answer(message, as);
      await expect.poll(() => page.locator('.state').innerText()).toBe(say('record.saved'));
    };

    await hand.write(page.locator('#token'), 'valid-token');
    await hand.press(page.locator('.sign-in button[type=submit]'));
    await hand.press(page.getByRole('link', { name: say('list.new'), exact: true }));

    // A DOI is not looked up: the page says what can be done instead.
    await hand.write(page.locator('#new-name'), '10.5555/sleep');
    await expect.poll(() => page.locator('#new-help').innerText()).toBe(say('new.fromTitle'));
    await expect.poll(() => page.locator('#new-reading').innerText()).toContain(say('new.notLookedUp'));
    await expect.poll(() => page.locator('#new-reading a').getAttribute('href')).toBe('https://doi.org/10.5555/sleep');
    await expect.poll(() => button('new.open').isDisabled()).toBe(true);
    await expectAccessible();
    const first = repository.head('main')!;
    await hand.choose(page.locator('.file-button'), {
      name: 'citation.ris',
      mimeType: 'application/x-research-info-systems',
      buffer: Buffer.from(ris),
    });
    await expectAccessible();
    await hand.press(button('import.accept', { count: 1 }));
    await answer('A paper', 'commit');
    await page.locator('#f-title').waitFor();
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Sleep and memory');
    const added = repository.head('main')!;
    expect(repository.parents(added)).toEqual([first]);

    const walk = { page, hand, say, button, word: 'sleep', expectAccessible };
    await completeRecord(walk);
    expect(repository.head('main')).toBe(added);
    await save('Complete the record', 'commit');
    const completed = repository.head('main')!;
    expect(repository.parents(completed)).toEqual([added]);
    expect(repository.message(completed)).toBe('Complete the record');

    await retract(walk, language);
    await save('Retract the paper', 'proposal');
    expect(server.proposals).toMatchObject([{ number: 1, title: 'Retract the paper', into: 'main' }]);
    const { branch } = server.proposals[0]!;
    const proposed = repository.head(branch)!;

    // What git itself has.
    expect(repository.head('main')).toBe(completed);
    expect(repository.isAncestor(completed, proposed)).toBe(true);
    expect(repository.changed('main', proposed)).toEqual([`${stem}.mdx`]);
    const filesOf = (commit: string): readonly string[] =>
      repository.list(commit).flatMap(({ type, path }) => (type === 'blob' ? [path] : []));
    expect(filesOf(completed).toSorted()).toEqual(
      [`${stem}.mdx`, `${stem}.pdf`, 'content/publications/2024/sleep.png', 'content/site.yaml'].toSorted(),
    );
    expect(repository.read(repository.blobAt(completed, `${stem}.pdf`)!)).toEqual(pdf);
    expect(repository.read(repository.blobAt(completed, 'content/publications/2024/sleep.png')!)).toEqual(
      pictureOf('sleep'),
    );
    const text = repository.text(branch, `${stem}.mdx`)!;
    expect(text.replace(/^added: \d{4}-\d\d-\d\d$/m, 'added: today')).toBe(writtenRecord);
    expect(repository.text('main', `${stem}.mdx`)).toBe(text.replace(/^status: retracted\nnotices:\n.*\n/m, ''));

    // The proposal is one press away, and the record says that it is in it.
    await expect
      .poll(() => page.locator('.record-head__proposal').innerText())
      .toContain(say('record.proposed', { number: 1 }));
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      hand.press(page.getByRole('link', { name: published.say('build.proposal', { number: 1 }), exact: true }).first()),
    ]);
    await expect.poll(() => opened.url()).toMatch(new RegExp(`^${server.origin}/institute/publications/.*\\b1$`));
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
    expect(desk.strange).toEqual([]);
  },
);

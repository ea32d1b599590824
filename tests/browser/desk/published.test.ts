import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { DeskEntry } from '../../../src/editor/model/record.ts';
import { deskWords, loadWords } from '../../../src/editor/view/strings/desk-words.ts';
import { hostKinds } from '../../support/repository-hosts/serve-host.ts';
import { describeEach, testEach } from '../../support/slow.ts';
import { openDetails, violations } from '../violations.ts';
import { touch } from './hands.ts';
import { laterScripts, loadedScripts } from './loaded-scripts.ts';
import { openPublished } from './open-published.ts';

/* The published desk in a browser, against hosts on this machine that keep a repository of git. */

const file = 'publications/2024/karimi-2024-sleep.mdx';
const path = `content/${file}`;
const text = `---
title: Sleep and memory # as printed
authors: [Karimi S]
journal: Example Journal
published: 2024
---
We slept.

<script>globalThis.ranInBody = true</script>

export const x = (globalThis.ranInBody = true);
`;
const records: readonly DeskEntry[] = [
  {
    file,
    kind: 'publications',
    id: 'karimi-2024-sleep',
    title: 'Sleep and memory',
    detail: 'Karimi S · 2024',
    address: '/publications/karimi-2024-sleep/',
    errors: 0,
    warnings: 0,
  },
];

const desk = openPublished(records, {
  [path]: text,
  'content/site.yaml': 'institute: Institute\nurl: https://example.org\n',
});
const { open, strange } = desk;

async function signIn(page: Page, token = 'valid-token'): Promise<void> {
  await page.locator('#token').fill(token);
  await page.locator('#token').press('Enter');
}

async function openRecord(page: Page): Promise<void> {
  await page.locator('.entry a').first().press('Enter');
  await page.locator('#f-title').waitFor();
}

async function typeTitle(page: Page, title: string): Promise<void> {
  await page.locator('#f-title').fill(title);
  await expect.poll(() => page.locator('.state--changed').count()).toBe(1);
}

/** Saves by the keyboard, as a commit or a proposal. */
async function save(page: Page, as: 'commit' | 'proposal' | undefined, message: string): Promise<void> {
  await page.keyboard.press('Control+s');
  const dialog = page.locator('dialog[open]');
  await dialog.locator('#save-message').fill(message);
  if (as) await dialog.locator(`input[value=${as}]`).check();
  await dialog.locator('button[type=submit]').press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

const state = (page: Page): Promise<string> => page.locator('.account__build').innerText();

testEach(
  hostKinds.flatMap((kind) => (['en', 'fa'] as const).map((language) => [kind, language] as const)),
  ([kind, language]) => kind === 'github' && language === 'en',
)(
  'to show the list, a form and its messages, a browser loads at most 150 kB of compressed script: %s, %s',
  async (kind, language) => {
    const { page } = await open(kind, language);
    await signIn(page);
    await openRecord(page);
    const { names } = await loadedScripts(page, desk.bundle());
    expect(names).toEqual(expect.arrayContaining(['open-desk', kind, 'words-' + language]));
    expect(names.filter((name) => laterScripts.includes(name))).toEqual([]);
    await page.locator('#f-doi').fill('10.555');
    const message = page.locator('[data-path=doi] .message--error');
    await expect.poll(() => message.innerText()).toContain(language === 'fa' ? 'نیست' : 'is not a bare DOI');
    const all = await loadedScripts(page, desk.bundle());
    expect(all.names.includes('field-problems-fa')).toBe(language === 'fa');
    expect(all.size).toBeLessThanOrEqual(150_000);
  },
);

test('a visitor sees a sign-in and nothing else, and nothing is asked of the host', async () => {
  const { page, server } = await open('github');
  await expect.poll(() => page.locator('h1').innerText()).toBe('Sign in to edit');
  await expect.poll(() => page.locator('.entry, .desk-head, .account').count()).toBe(0);
  await expect.poll(() => page.locator('body').innerText()).not.toContain('Sleep');
  expect(server.asked).toEqual([]);
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))
    .not.toContainEqual(expect.stringMatching(/records|open-desk/));
  expect(strange).toEqual([]);
});

describeEach(hostKinds)('on %s', (kind) => {
  test('from the sign-in to a commit, a proposal, a conflict, an expired token and a lost connection', async () => {
    const { page, server } = await open(kind);
    const { repository } = server;

    await signIn(page, 'wrong');
    await expect.poll(() => page.locator('[role=alert]').innerText()).toContain('The token is no longer valid');
    await signIn(page);
    await expect.poll(() => page.locator('.entry a').first().innerText()).toContain('Sleep and memory');
    await expect.poll(() => page.locator('.account').innerText()).toContain('as editor');

    // A mistake is shown at its field, and repaired by a button, before anything is saved.
    await openRecord(page);
    await page.getByText('Add a field').press('Enter');
    await page.getByRole('searchbox', { name: 'Find a field' }).fill('pmid');
    await page.locator('[data-add=pmid]').press('Enter');
    await page.locator('#f-pmid').fill('PMID: 12345678');
    await page.locator('#f-pmid').blur();
    const message = page.locator('[data-path=pmid] .message--error');
    await message.waitFor();
    await message.getByRole('button', { name: 'Repair' }).press('Enter');
    await message.waitFor({ state: 'detached' });
    await typeTitle(page, 'Sleep and forgetting');
    const first = repository.head('main');
    await save(page, 'commit', 'Correct the title');
    await expect.poll(() => page.locator('.state').innerText()).toBe('Saved.');
    expect(repository.text('main', path)).toBe(
      text
        .replace('Sleep and memory', 'Sleep and forgetting')
        .replace('published: 2024\n', 'published: 2024\npmid: "12345678"\n'),
    );
    const commit = repository.head('main')!;
    expect(repository.message(commit)).toBe('Correct the title');
    expect(repository.isAncestor(first!, commit)).toBe(true);

    // What becomes of it.
    await expect.poll(() => state(page)).toContain('live in about two minutes');
    server.builds.set(commit, { state: 'running' });
    await expect.poll(() => state(page)).toContain('is built now');
    // The desk asks again after some seconds, in which the next thing happens.
    server.builds.set(commit, { state: 'done' });

    // Somebody else changes the file: both versions are shown, and nothing is overwritten.
    await typeTitle(page, 'Mine');
    const theirs = repository.text('main', path)!.replace('Sleep and forgetting', 'Theirs');
    repository.push('main', [{ path, content: theirs }]);
    await save(page, 'commit', 'Mine');
    const conflict = page.locator('.conflict');
    await conflict.waitFor();
    await expect.poll(() => conflict.innerText()).toContain('title: Theirs');
    await expect.poll(() => conflict.innerText()).toContain('title: Mine');
    expect(repository.text('main', path)).toBe(theirs);
    await page.getByRole('button', { name: 'Take the other' }).click();
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Theirs');
    await expect.poll(() => state(page)).toContain('is live');

    // The connection is lost, and comes back.
    await typeTitle(page, 'Sleep and dreams');
    server.failure = { type: 'cut-off' };
    await save(page, 'commit', 'Dreams');
    await expect.poll(() => page.locator('.banner--stop').innerText()).toContain('The connection is lost');
    server.failure = undefined;

    // The token ends: the desk asks for another one, and what was typed stays.
    server.token = 'second-token';
    await save(page, 'commit', 'Dreams');
    await page.locator('#token').waitFor();
    await signIn(page, 'second-token');
    await page.locator('#token').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Sleep and dreams');
    await expect.poll(() => page.locator('.banner--stop').count()).toBe(0);

    // The branch is protected: a proposal, of which the build and its preview are shown.
    server.protected.add('main');
    await save(page, 'commit', 'Dreams');
    await expect.poll(() => page.locator('.banner--stop').innerText()).toContain('only proposals');
    await save(page, undefined, 'Dreams, not memory');
    await expect.poll(() => page.locator('.state').innerText()).toBe('Saved.');
    expect(server.proposals).toMatchObject([{ title: 'Dreams, not memory', into: 'main' }]);
    const { branch } = server.proposals[0]!;
    await expect.poll(() => page.locator('.record-head__proposal').innerText()).toContain('In proposal 1');
    expect(repository.text(branch, path)).toContain('title: Sleep and dreams # as printed');
    expect(repository.text('main', path)).toBe(theirs);
    server.builds.set(repository.head(branch)!, { state: 'done', preview: `${desk.site().origin}/preview/1/` });
    await expect.poll(() => state(page)).toContain('Look at the preview');
    await expect.poll(() => page.locator('.account__build a').first().getAttribute('href')).toContain(server.origin);

    // Code in the body was text all the time.
    await expect.poll(() => page.locator('main').innerText()).not.toContain('undefined');
    await expect.poll(() => page.evaluate(() => 'ranInBody' in globalThis)).toBe(false);
    expect(strange).toEqual([]);
  }, 240_000);
});

test('a token is kept on the device only when that is asked for, until it is forgotten', async () => {
  const { page } = await open('gitlab');
  const kept = (): Promise<string> =>
    page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  await signIn(page);
  await page.locator('.entry').first().waitFor();
  await expect.poll(() => kept()).not.toContain('valid-token');
  await page.reload();
  await page.getByRole('checkbox', { name: 'Keep it on this device' }).check();
  await signIn(page);
  await page.locator('.entry').first().waitFor();
  await expect.poll(() => kept()).toContain('valid-token');
  await page.reload();
  await page.locator('.entry').first().waitFor();
  await page.getByRole('button', { name: 'Forget the token' }).click();
  await page.locator('#token').waitFor();
  await expect.poll(() => kept()).not.toContain('valid-token');
});

test('an account that may only read proposes from a copy, and finds its proposal again', async () => {
  const { page, server } = await open('gitea');
  server.mayWrite = false;
  await signIn(page);
  await openRecord(page);
  await page.locator('#f-title').fill('Sleep and dreams');
  await page.keyboard.press('Control+s');
  await page.locator('#save-message').waitFor();
  await expect.poll(() => page.locator('dialog[open]').innerText()).toContain('a copy of your own');
  await expect.poll(() => page.locator('dialog[open] input[value=commit]').isDisabled()).toBe(true);
  await page.locator('dialog[open] button[type=submit]').press('Enter');
  await expect.poll(() => state(page)).toContain('Proposal 1.');
  expect(server.proposals).toMatchObject([{ fork: 'editor/publications', into: 'main' }]);
  await page.reload();
  await signIn(page);
  await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Sleep and dreams');
  await expect.poll(() => page.locator('.account').innerText()).toContain('Your open proposals: Proposal 1.');
});

test('among ten thousand publications, the list is there before the host has named its files, and a record takes few requests', async () => {
  const { page, server } = await open('gitlab');
  const many = Array.from({ length: 10_000 }, (_, index): DeskEntry => ({
    ...records[0]!,
    file: `publications/2024/p-${index}.mdx`,
    id: `p-${index}`,
    title: `Paper ${index}`,
  }));
  const blob = server.repository.writeBlob(text);
  server.repository.push(
    'main',
    many.map((entry) => ({ path: `content/${entry.file}`, blob })),
  );
  await page.route('**/edit/records.json', (route) => route.fulfill({ json: [...records, ...many] }));
  let isHeld = true;
  await page.route('**/repository/tree**', async (route) => {
    await expect.poll(() => isHeld, { timeout: 60_000 }).toBe(false);
    await route.continue();
  });
  await signIn(page);
  await expect.poll(() => page.locator('.entry').count()).toBe(100);
  await page.locator('input[type=search]').fill('paper 9876');
  await expect.poll(() => page.locator('.entry').count()).toBe(1);
  const before = server.asked.length;
  await openRecord(page);
  expect(server.asked.slice(before).filter((request) => !request.includes('/tree')).length).toBeLessThan(6);
  isHeld = false;
  await typeTitle(page, 'Another title');
  await save(page, 'commit', 'Another title');
  await expect.poll(() => server.repository.text('main', 'content/publications/2024/p-9876.mdx')).toContain('Another');
});

testEach(hostKinds)('one commit has a new record with its figure and its PDF: %s', async (kind) => {
  const { page, server } = await open(kind);
  const { repository } = server;
  await signIn(page);
  await page.locator('.entry').first().waitFor();
  await page.goto(`${desk.site().origin}/edit/#/new/publications`);
  // Nothing is looked up: the page says so, and does not take an identifier for a title.
  await page.locator('#new-name').fill('10.5555/12345678');
  await expect.poll(() => page.locator('#new-reading').innerText()).toContain('nothing is looked up here');
  await expect.poll(() => page.getByRole('button', { name: 'Open a new record' }).isDisabled()).toBe(true);
  await expect.poll(() => page.locator('#new-reading a').getAttribute('href')).toBe('https://doi.org/10.5555/12345678');
  await expect.poll(() => page.locator('main').innerText()).not.toContain('npm');
  await page.locator('#new-name').fill('An unwritten paper');
  await page.locator('#new-name').press('Enter');
  await page.locator('#f-title').waitFor();
  const before = repository.head('main')!;

  await dropFile(page, 'Figure 1.png', 'image/png', picture);
  const use = page.getByRole('button', { name: 'Use this picture' });
  await expect.poll(() => use.isDisabled()).toBe(true);
  await page.locator('dialog textarea').fill('Hours of sleep by age');
  await use.press('Enter');
  await page.locator('#f-image-src').waitFor();
  await dropFile(page, 'proof.pdf', 'application/pdf', pdf);
  await page.getByText('The PDF is published with the page.').first().waitFor();
  expect(repository.head('main')).toBe(before);
  // A page that is loaded again has the record and its files.
  await page.reload();
  await signIn(page);
  await page.locator('#f-image-src').waitFor();
  await save(page, 'commit', 'A new paper');
  await expect.poll(() => page.locator('.state').innerText()).toBe('Saved.');
  await expect.poll(() => page.evaluate(countKept)).toBe(0);

  const head = repository.head('main')!;
  expect(repository.parents(head)).toEqual([before]);
  const pathsOf = (commit: string) =>
    repository.list(commit).flatMap((entry) => (entry.type === 'blob' ? [entry.path] : []));
  const known = new Set(pathsOf(before));
  const added = pathsOf(head).filter((one) => !known.has(one));
  const record = added.find((one) => one.endsWith('.mdx'));
  const stem = record!.replace(/\.mdx$/, '');
  expect(stem).toMatch(/^content\/publications\/\d{4}\/an-unwritten-paper-\d{4}$/);
  const figure = `${stem.slice(0, stem.lastIndexOf('/'))}/figure-1.png`;
  expect(added.toSorted()).toEqual([`${stem}.mdx`, `${stem}.pdf`, figure].toSorted());
  expect(repository.text('main', record!)).toMatch(
    /image: \{ src: "?\.\/figure-1\.png"?, alt: Hours of sleep by age \}/,
  );
  expect(repository.read(repository.blobAt(head, `${stem}.pdf`)!)).toEqual(pdf);

  // A PDF alone is a change of its record too, until it is discarded or saved.
  await page.goto(`${desk.site().origin}/edit/#/open/${file}`);
  await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Sleep and memory');
  await dropFile(page, 'proof.pdf', 'application/pdf', pdf);
  await expect.poll(() => page.locator('.state--changed').count()).toBe(1);
  await save(page, 'commit', 'Its PDF');
  await expect.poll(() => page.locator('.state').innerText()).toBe('Saved.');
  expect(repository.blobAt('main', path.replace('.mdx', '.pdf'))).toBeDefined();
  expect(repository.text('main', path)).toBe(text);
  expect(strange).toEqual([]);
});

/** How many files the browser keeps for the desk. */
const countKept = (): Promise<number> =>
  indexedDB.databases().then(
    ([database]) =>
      new Promise((resolve) => {
        const opening = indexedDB.open(database!.name!);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('uploads').objectStore('uploads').count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');

const dropFile = (page: Page, name: string, type: string, bytes: Buffer): Promise<void> =>
  page.evaluate(
    ([fileName, mediaType, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(content)], fileName, { type: mediaType }));
      document
        .querySelector('.drop-target')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, type, [...bytes]] as const,
  );

test('the preview is the published page, and its scripts do not run there', async () => {
  const { page } = await open('github');
  await page.setViewportSize({ width: 1600, height: 900 });
  await signIn(page);
  await openRecord(page);
  const frame = page.frameLocator('.preview__page');
  await frame.locator('h1').waitFor();
  await expect.poll(() => frame.locator('h1').innerText()).toBe('The published page');
  await expect.poll(() => page.locator('.preview').innerText()).toContain('as it is published now');
  await expect
    .poll(() =>
      page.locator('.preview__page').evaluate((element) => (element as HTMLIFrameElement).contentDocument?.title),
    )
    .toBe('Page');
});

describeEach(['fa', 'en'] as const)('in %s', (language) => {
  test('a telephone signs in, corrects a title, retracts and proposes, by touch alone', async () => {
    const { page, server } = await open('github', language, true);
    const hand = touch(page);
    await loadWords(language);
    const { say } = deskWords(language);
    const fits = async (where: string): Promise<void> =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(
        0,
      );
    await hand.write(page.locator('#token'), 'valid-token');
    await hand.press(page.locator('.sign-in button[type=submit]'));
    await hand.press(page.locator('.entry__title').first());
    await page.locator('#f-title').waitFor();
    await hand.write(page.locator('#f-title'), 'Sleep and dreams');
    await hand.press(page.locator('summary', { hasText: say('steps.title') }));
    await hand.press(page.locator('details.menu').getByRole('button', { name: say('steps.retract') }));
    await fits('retraction');
    await hand.press(page.getByRole('button', { name: say('steps.fill'), exact: true }));
    await expect.poll(() => page.locator('#f-status').inputValue()).toBe('retracted');
    await fits('record');
    await hand.press(page.locator('[data-save]'));
    await hand.write(page.locator('#save-message'), 'Retracted');
    await hand.press(page.locator('dialog[open] .save-form__choice').nth(1));
    await fits('question');
    await hand.press(page.locator('dialog[open] button[type=submit]'));
    await expect.poll(() => server.proposals).toMatchObject([{ title: 'Retracted', into: 'main' }]);
    const proposed = server.repository.text(server.proposals[0]!.branch, path);
    expect(proposed).toContain('title: Sleep and dreams # as printed\n');
    expect(proposed).toContain('status: retracted\n');
    expect(server.repository.text('main', path)).toBe(text);
    await fits('proposal');
    expect(strange).toEqual([]);
  });

  test('axe finds nothing in the sign-in, the list, a record and the question before a save', async () => {
    const { page } = await open('github', language);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await openDetails(page);
      await expect.poll(() => violations(page), { message: `sign-in ${width}` }).toEqual([]);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
        .toBeLessThanOrEqual(0);
    }
    await signIn(page);
    await page.locator('.entry').first().waitFor();
    await expect.poll(() => violations(page), { message: 'list' }).toEqual([]);
    await openRecord(page);
    await page.locator('#f-title').fill('x');
    await expect.poll(() => violations(page), { message: 'record' }).toEqual([]);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
    await page.keyboard.press('Control+s');
    await page.locator('#save-message').waitFor();
    await expect.poll(() => violations(page), { message: 'save' }).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe(language === 'fa' ? 'rtl' : 'ltr');
  });
});

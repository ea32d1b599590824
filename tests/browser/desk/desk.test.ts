import { describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { DeskProblem } from '../../../src/editor/model/record.ts';
import { describeForm } from '../../../src/editor/model/form.ts';
import { newRecord } from '../../../src/editor/model/new-record.ts';
import { firstFonts } from '../../../src/editor/server/desk-page.ts';
import { describeEach, testEach } from '../../support/slow.ts';
import { openDetails, violations } from '../violations.ts';
import { deskWords, loadWords } from '../../../src/editor/view/strings/desk-words.ts';
import { keyboard } from './hands.ts';
import { laterScripts, loadedScripts } from './loaded-scripts.ts';
import { deskBundle, openDesk } from './open-desk.ts';

/* The desk with a store in the memory of the page. */

const file = 'publications/2024/karimi-2024-sleep.mdx';
const text = `---
title: Sleep and memory # as printed
authors:
  - { name: 'Karimi, Sara', affiliations: [1], person: karimi-sara }
  - { name: 'Müller J', affiliations: [1, 2] }
  - Rossi M
affiliations:
  - Sleep Clinic, Tehran, Iran
  - Institute of Physiology, Bonn, Germany
journal: Example Journal of Sleep
published: 2024-12
doi: 10.555
laboratory: 7
---
**Aims:** To sleep.

**Results:** We slept.
`;
const files = {
  [file]: text,
  'publications/2023/broken.mdx': '---\ntitle: "never closed\nauthors: [A B]\n---\n',
  'people/karimi-sara.yaml': 'names: Karimi, Sara\n',
  'people/rossi-maria.yaml': 'names: Rossi, Maria\n',
  'units/sleep-clinic.yaml': 'name: Sleep Clinic\n',
  'site.yaml': 'institute: Institute of Invented Sciences\nurl: https://example.org\n',
};
const problems: readonly DeskProblem[] = [
  {
    severity: 'error',
    name: 'malformed-doi',
    file,
    line: 12,
    field: 'doi',
    path: ['doi'],
    message: '"10.555" is not a bare DOI',
    hint: 'write 10.5555/12345678',
    repair: [{ type: 'set', path: ['doi'], value: '10.5555/12345678' }],
  },
  { severity: 'warning', name: 'name', file, path: ['authors', 1, 'orcid'], message: 'no ORCID iD', hint: 'add it' },
];
const found = {
  records: [
    {
      title: 'A new paper',
      outcome: 'new',
      file: 'publications/2024/new.mdx',
      filled: [],
      different: [],
      unplaced: [],
      similar: [],
      changes: [{ type: 'write', file: 'publications/2024/new.mdx', text: '---\ntitle: A new paper\n---\n' }],
    },
    {
      title: 'Perhaps known',
      outcome: 'new',
      file: 'publications/2024/p.mdx',
      filled: [],
      different: [],
      unplaced: [{ name: 'LA', value: 'x' }],
      similar: [file],
      changes: [{ type: 'write', file: 'publications/2024/p.mdx', text: '---\ntitle: Perhaps known\n---\n' }],
    },
    {
      title: 'Sleep and memory',
      outcome: 'unchanged',
      file,
      filled: [],
      different: [],
      unplaced: [],
      similar: [],
      changes: [],
    },
  ],
  problems: [{ line: 3, message: 'an entry has no end' }],
  journals: [],
} as const;
const record = `#/open/${file}`;
const desk = openDesk();
const views = [
  '#/publications',
  '#/new/publications',
  record,
  '#/open/people/karimi-sara.yaml',
  '#/open/site.yaml',
  '#/open/publications/2023/broken.mdx',
];

test('has the fonts that its page loads first', async () => {
  const files = await deskBundle();
  expect([...files.keys()]).toEqual(expect.arrayContaining([...firstFonts, 'desk.css', 'desk.js']));
});

test.each(['en', 'fa'] as const)(
  'to show the list and a form, a browser loads at most 150 kB of compressed script, and so it does with messages: %s',
  async (language) => {
    const bundle = await deskBundle();
    const clean = { [file]: text.replace('doi: 10.555\n', 'doi: 10.5555/12345678\n') };
    const page = await desk.open('#/publications', { language, files: clean });
    await page.locator('.entry a').first().press('Enter');
    await page.locator('#f-title').waitFor();
    const { names } = await loadedScripts(page, bundle);
    expect(names).toContain(`words-${language}`);
    await loadWords(language);
    const journal = describeForm('publications').find(({ name }) => name === 'journal')!;
    const help = deskWords(language).help(journal.help);
    expect(help).not.toBe(journal.help);
    await expect.poll(() => page.locator('[data-path=journal] .field__help').innerText()).toBe(help);
    expect(names.filter((name) => laterScripts.includes(name))).toEqual([]);
    const faulty = await desk.open(record, { language, files, problems });
    await faulty.locator('.message--error').first().waitFor();
    const all = await loadedScripts(faulty, bundle);
    expect(all.names.includes('content-problems-fa')).toBe(language === 'fa');
    expect(all.size).toBeLessThanOrEqual(150_000);
  },
);

describeEach(['fa', 'en'] as const)('in %s', (language) => {
  // Each view at one width in one language, and at the other in the other.
  test.each(
    views.map((address, index) => ({ address, axeAt: (index % 2 === 0) === (language === 'fa') ? 390 : 1280 })),
  )(
    'axe finds nothing at $address, $axeAt px wide, and nothing is wider than the window',
    async ({ address, axeAt }) => {
      const page = await desk.open(address, { language, files, problems: address === record ? problems : [] });
      if (address === record) await page.locator('.message--error').first().waitFor();
      await openDetails(page);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        if (width === axeAt) await expect.poll(() => violations(page)).toEqual([]);
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), { message: `${width}` })
          .toBeLessThanOrEqual(0);
      }
    },
  );

  test('axe finds nothing in the report of an import, a conflict, the changes and the dialogs', async () => {
    const report = await desk.open('#/new/publications', { language, files, found });
    await report.locator('#new-name').fill('10.5555/12345678');
    await report.locator('#new-name').press('Enter');
    await report.locator('.found').waitFor();
    await expect.poll(() => violations(report)).toEqual([]);
    const page = await desk.open(record, { language, files });
    await typeTitle(page, 'Sleep');
    await page.locator('.bar button:nth-of-type(4)').click();
    await page.locator('dialog .difference').waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('#f-authors ~ * button, #f-authors button').last().click();
    await page.locator('dialog textarea').fill('Karimi S1, Rossi M2');
    await page.locator('dialog .split li').nth(1).waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await changeElsewhere(page);
    await page.keyboard.press('Control+s');
    await page.locator('.conflict').waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
  });
});

test('a title has tools for the markup that it may hold, and a line without any has none', async () => {
  const page = await desk.open(record, { files });
  await page.locator('#f-title').press('ControlOrMeta+a');
  const tools = page.locator('[data-path=title] .tools-row');
  await tools.getByRole('button', { name: 'Italic' }).click();
  await expect.poll(() => page.locator('#f-title').inputValue()).toBe('<i>Sleep and memory</i>');
  await expect.poll(() => page.locator('[data-path="affiliations"] .tools-row').count()).toBe(0);
});

test('a new record shows empty fields in place of what is to be written, and says that it is a draft', async () => {
  const proposed = newRecord('publications', 'Sleep', { taken: new Set(), locale: 'en', today: '2024-12-03' });
  if (!proposed.ok) throw new Error('A new record is refused.');
  const page = await desk.open(record, { files: { [file]: proposed.value.text } });
  for (const name of ['f-authors-0-name', 'f-affiliations-0-name', 'f-body-0'])
    await expect.poll(() => page.locator(`#${name}`).inputValue(), { message: name }).toBe('');
  await expect.poll(() => page.locator('#f-authors-0-name').getAttribute('placeholder')).toBe('Family, Given');
  await page.getByRole('button', { name: 'Paste a byline' }).first().click();
  await page.locator('dialog textarea').fill('Karimi S1, Müller J1');
  await page.getByRole('button', { name: 'Add these' }).click();
  await page.locator('#f-body-0').fill('We slept.');
  await page.getByRole('button', { name: 'No longer a draft' }).click();
  await page.keyboard.press('Control+s');
  await expect.poll(() => stored(page)).not.toContain('draft');
  await expect
    .poll(() => stored(page))
    .toMatch(
      /^authors:\n {2}- name: "Karimi S"\n {4}affiliations: \[1\]\n {2}- name: Müller J\n {4}affiliations: \[1\]$/m,
    );
  await expect.poll(() => stored(page)).not.toMatch(/Family, Given|The abstract/);
  await expect.poll(() => stored(page)).toContain('\nWe slept.\n');
});

test('a picture with a caption is added to the text of a page', async () => {
  const page = await desk.open(record, { files });
  await page.getByText('More of the page').press('Enter');
  const chosen = { name: 'curves.png', mimeType: 'image/png', buffer: Buffer.from('x') };
  await page
    .locator('.file-button', { hasText: 'Add a picture with a caption' })
    .locator('input')
    .setInputFiles(chosen);
  const dialog = page.locator('dialog[open]');
  await dialog.locator('textarea').fill('Two curves that fall');
  await dialog.locator('#picture-caption').fill('Sleep by age');
  await expect.poll(() => violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Use this picture' }).click();
  await expect.poll(() => page.locator('#f-rest').inputValue()).toContain('<Figure');
  await page.keyboard.press('Control+s');
  await expect
    .poll(() => stored(page))
    .toBe(
      text.replace(
        /We slept\.\n$/,
        'We slept.\n\n## Figures\n\n<Figure src="./curves.png" alt="Two curves that fall" caption="Sleep by age" />\n',
      ),
    );
});

describe('a guided step', () => {
  const filesOf = (page: Page) => page.evaluate(() => [...(globalThis.desk.store?.files ?? [])]);

  testEach(['en', 'fa'] as const)('makes one of two people, in %s', async (language) => {
    await loadWords(language);
    const { say } = deskWords(language);
    const button = (key: Parameters<typeof say>[0]) => page.getByRole('button', { name: say(key), exact: true });
    const page = await desk.open('#/open/people/rossi-maria.yaml', { language, files });
    await page.locator('summary', { hasText: say('steps.title') }).press('Enter');
    await page
      .locator('details.menu')
      .getByRole('button', { name: say('steps.merge') })
      .press('Enter');
    // The person who is open is not offered.
    await page.locator('#merge-other').pressSequentially('rossi');
    await expect.poll(() => page.locator('dialog .reading').innerText()).toBe(say('reference.none'));
    await page.locator('#merge-other').fill('karimi');
    await page.locator('#merge-other-list li').waitFor();
    await page.locator('#merge-other').press('ArrowDown');
    await page.locator('#merge-other').press('Enter');
    await page.locator('dialog bdi', { hasText: 'people/karimi-sara.yaml' }).waitFor();
    await expect
      .poll(() => page.locator('dialog .split bdi').allInnerTexts())
      .toEqual(['people/rossi-maria.yaml', file, 'people/karimi-sara.yaml']);
    await expect.poll(() => violations(page)).toEqual([]);
    await button('steps.merge').press('Enter');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    const written = new Map(await filesOf(page));
    expect(written.has('people/karimi-sara.yaml')).toBe(false);
    expect(written.get('people/rossi-maria.yaml')).toMatch(/Rossi, Maria[^]*Karimi, Sara/);
    expect(written.get(file)).toContain('person: rossi-maria');
    // The form shows what was written.
    await expect.poll(() => page.locator('#f-names-1').inputValue()).toBe('Karimi, Sara');
  });

  test('gives a publication another address, and refuses one that is taken or none', async () => {
    const page = await desk.open(record, { files: { ...files, 'publications/2023/other.mdx': text } });
    await page.locator('summary', { hasText: 'Guided steps' }).press('Enter');
    await page.getByRole('button', { name: 'Change the address…' }).press('Enter');
    const carryOut = page.getByRole('button', { name: 'Change the address', exact: true });
    await page.locator('#rename-slug').fill('Karimi 2024');
    await page.locator('#rename-fault').waitFor();
    await expect.poll(() => carryOut.isDisabled()).toBe(true);
    await page.locator('#rename-slug').fill('other');
    await expect.poll(() => page.locator('#rename-fault').innerText()).toBe('This address is taken.');
    await page.locator('#rename-slug').fill('karimi-2024-dreams');
    await expect.poll(() => page.locator('dialog .split li').allInnerTexts()).toEqual([`${file} → karimi-2024-dreams`]);
    await expect.poll(() => violations(page)).toEqual([]);
    await carryOut.press('Enter');
    await expect.poll(() => page.url()).toContain('karimi-2024-dreams.mdx');
    const written = new Map(await filesOf(page));
    expect(written.has(file)).toBe(false);
    expect(written.get('publications/2024/karimi-2024-dreams.mdx')).toContain('karimi-2024-sleep');
  });
});

describe('the list', () => {
  test('finds records by their words, and opens one by the keyboard', async () => {
    const page = await desk.open('#/publications', { files });
    await page.locator('input[type=search]').fill('sleep');
    await expect.poll(() => page.locator('.entry').count()).toBe(1);
    await page.locator('.entry a').press('Enter');
    await page.locator('#f-title').waitFor();
    await expect.poll(() => page.locator('h1').innerText()).toBe('Sleep and memory');
  });

  test('of settings has those of imports, which are written when they are first saved', async () => {
    const page = await desk.open('#/site', { files });
    await page.getByRole('link', { name: 'Imports' }).press('Enter');
    await page.getByRole('button', { name: 'Add to Sources' }).click();
    await page.keyboard.type('ror:01c4pz451');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page, 'import.yaml')).toBe('sources: [ror:01c4pz451]\n');
    await expect.poll(() => page.locator('h1').innerText()).toBe('Imports');
    await expect.poll(() => page.getByRole('button', { name: 'Preview' }).count()).toBe(0);
  });

  test('of 10,000 records shows a hundred, and finds one of all', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [
        `publications/p-${index}.mdx`,
        `---\ntitle: On the habit number ${index} of lamps and their rooms\n---\n`,
      ]),
    );
    const page = await desk.open('#/publications', { files: { ...many, [file]: text } });
    await expect.poll(() => page.locator('.entry').count()).toBe(100);
    await page.locator('input[type=search]').fill('lamps 9999');
    await expect.poll(() => page.locator('.entry').count()).toBe(1);
    await expect.poll(() => page.locator('.entry a').innerText()).toContain('9999');
  });
});

describe('a form', () => {
  test('changes what is changed, and no other byte', async () => {
    const page = await desk.open(record, { files });
    await typeTitle(page, 'Sleep and forgetting');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toBe(text.replace('Sleep and memory', 'Sleep and forgetting'));
    await expect.poll(() => page.locator('.state').innerText()).toBe('Saved.');
  });

  test('is saved from its end too', async () => {
    const page = await desk.open(record, { files, viewport: { width: 390, height: 800 } });
    await typeTitle(page, 'Sleep and forgetting');
    await expect.poll(() => page.locator('.save-bar').count()).toBe(0);
    await page.getByText('Add a field').scrollIntoViewIfNeeded();
    await page.locator('.save-bar button').click();
    await expect.poll(() => stored(page)).toContain('Sleep and forgetting');
    await expect.poll(() => page.locator('.save-bar').count()).toBe(0);
  });

  test('undoes and redoes, and says what was changed', async () => {
    const page = await desk.open(record, { files });
    await typeTitle(page, 'Sleep');
    await page.getByRole('button', { name: 'What did I change?' }).click();
    await expect.poll(() => page.locator('.difference__line--removed').innerText()).toContain('Sleep and memory');
    await expect
      .poll(() => page.locator('.difference__line--added').innerText())
      .toContain('title: Sleep # as printed');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Sleep and memory');
    await expect.poll(() => page.locator('.state').innerText()).toBe('Everything is saved');
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Sleep');
  });

  test('moves authors by Alt and arrows, by buttons, by mouse and by touch, and keeps the focus', async () => {
    const page = await desk.open(record, { files });
    const names = () =>
      page
        .locator('#f-authors .item__part textarea')
        .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    const handle = (number: number): Locator => page.locator('#f-authors [data-handle]').nth(number - 1);
    await handle(1).press('Alt+ArrowDown');
    await expect.poll(names).toEqual(['Müller J', 'Karimi, Sara', 'Rossi M']);
    await expect.poll(() => handle(2).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['Karimi, Sara', 'Müller J', 'Rossi M']);
    await page.locator('#f-authors [data-down]').first().click();
    await expect.poll(names).toEqual(['Müller J', 'Karimi, Sara', 'Rossi M']);
    await drag(page, handle(3), handle(1));
    await expect.poll(names).toEqual(['Rossi M', 'Müller J', 'Karimi, Sara']);
    const touch = await desk.open(record, {
      files,
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    await touch.locator('#f-authors [data-handle]').nth(2).scrollIntoViewIfNeeded();
    await dragByTouch(
      touch,
      touch.locator('#f-authors [data-handle]').nth(2),
      touch.locator('#f-authors [data-handle]').first(),
    );
    await expect.poll(() => touch.locator('#f-authors .item__part textarea').first().inputValue()).toBe('Rossi M');
  });

  test('keeps numbers of affiliations right when one is moved or removed', async () => {
    const page = await desk.open(record, { files });
    const numbers = () =>
      page
        .locator('#f-authors .input--numbers')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    await page.locator('#f-affiliations [data-handle]').first().press('Alt+ArrowDown');
    await expect.poll(numbers).toEqual(['2', '2, 1', '']);
    await page.getByRole('button', { name: 'Number in the order of the authors' }).click();
    await expect.poll(numbers).toEqual(['1', '1, 2', '']);
    await page
      .locator('#f-affiliations')
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await expect.poll(numbers).toEqual(['', '1', '']);
  });

  test('of 3,000 authors shows a part of them at a time, finds one, and adds at the end', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `  - Author${index + 1} A\n`).join('');
    const page = await desk.open(record, {
      files: { [file]: text.replace(/authors:[^]*(?=affiliations:\n)/, `authors:\n${many}`) },
    });
    const items = page.locator('#f-authors .item');
    const names = () =>
      items.locator('textarea').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    await expect.poll(() => items.count()).toBe(50);
    await page.locator('#f-authors input[type=search]').fill('author2000');
    await page.keyboard.press('Enter');
    await expect.poll(names).toContain('Author2000 A');
    await expect.poll(() => items.count()).toBe(50);
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value))
      .toBe('Author2000 A');
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(async () => (await names()).indexOf('Author1999 A'))
      .toBeGreaterThan((await names()).indexOf('Author2000 A'));
    await page.getByRole('button', { name: 'Show 50 before these' }).press('Enter');
    await expect.poll(() => items.count()).toBe(100);
    await page
      .locator('#f-authors')
      .getByRole('button', { name: /^Add to/ })
      .press('Enter');
    await expect.poll(async () => (await names()).at(-1)).toBe('');
    await expect
      .poll(() =>
        items
          .locator('textarea')
          .last()
          .evaluate((one) => one === document.activeElement),
      )
      .toBe(true);
    await expect.poll(() => items.count()).toBeLessThanOrEqual(50);
    await page.keyboard.type('New N');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('  - Author3000 A\n  - New N\n');
    await expect.poll(() => stored(page)).toContain('  - Author2000 A\n  - Author1999 A\n');
  });

  test('shows a pasted byline before it is added', async () => {
    const page = await desk.open(record, { files });
    await page.getByRole('button', { name: 'Paste a byline' }).first().click();
    await page.locator('dialog textarea').fill('Karimi S1, Müller J1,2');
    await expect.poll(() => page.locator('dialog .split li').allInnerTexts()).toEqual(['Karimi S1', 'Müller J1, 2']);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#f-authors .item').count()).toBe(3);
    await page.getByRole('button', { name: 'Paste a byline' }).first().click();
    await page.locator('dialog textarea').fill('Karimi S1, Müller J1,2');
    await page.getByRole('button', { name: 'Replace the list by these' }).click();
    await expect.poll(() => page.locator('#f-authors .item').count()).toBe(2);
  });

  test('takes a byline with its affiliations, and asks about letters that may be a part of the names', async () => {
    const page = await desk.open(record, { files });
    const split = page.locator('dialog .split li');
    const paste = page.getByRole('button', { name: 'Paste a byline' }).first();
    await paste.click();
    await page.locator('dialog textarea').fill('Rossi Ma, Silva Jb, Weber Kc, Ahmadi Nd');
    await expect.poll(() => split.allInnerTexts()).toEqual(['Rossi Ma', 'Silva Jb', 'Weber Kc', 'Ahmadi Nd']);
    await page.getByRole('checkbox', { name: 'Letters at the ends of the names' }).check();
    await expect.poll(() => split.allInnerTexts()).toEqual(['Rossi M1', 'Silva J2', 'Weber K3', 'Ahmadi N4']);
    await page.locator('dialog textarea').fill('Rossi Ma, Silva Jb\na Clinic, Rome, Italy\nb Institute, Porto');
    await expect
      .poll(() => split.allInnerTexts())
      .toEqual(['Rossi M1', 'Silva J2', 'Clinic, Rome, Italy', 'Institute, Porto']);
    await page.getByRole('button', { name: 'Replace the list by these' }).click();
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('- Clinic, Rome, Italy\n  - Institute, Porto\njournal:');
    await expect
      .poll(() => stored(page))
      .toContain("- { name: 'Rossi M', affiliations: [1] }\n  - { name: 'Silva J', affiliations: [2] }\naffiliations:");
  });

  test('shows each message at its field, and repairs by a button', async () => {
    const page = await desk.open(record, { files, problems });
    const message = page.locator('[data-path=doi] .message--error');
    await message.waitFor();
    await expect
      .poll(() => page.locator('.summary').innerText())
      .toContain('To repair before this can be published: 1');
    await page.getByRole('button', { name: 'Show the field: Authors › 2 › ORCID iD' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-authors-1-orcid');
    await message.getByRole('button', { name: 'Repair' }).press('Enter');
    await expect.poll(() => page.locator('#f-doi').inputValue()).toBe('10.5555/12345678');
    await expect
      .poll(() => page.locator('[data-path=doi] .reading a').getAttribute('href'))
      .toBe('https://doi.org/10.5555/12345678');
  });

  test('checks an identifier while it is typed', async () => {
    const page = await desk.open(record, { files });
    await page.locator('#f-doi').fill('https://doi.org/10.5555/12345678');
    await page.getByRole('button', { name: 'Write 10.5555/12345678' }).press('Enter');
    await expect.poll(() => page.locator('#f-doi').inputValue()).toBe('10.5555/12345678');
  });

  test('chooses a person by the keyboard, and none by itself', async () => {
    const page = await desk.open(record, { files });
    await page.locator('#f-authors .item').nth(2).locator('summary').press('Enter');
    const person = page.locator('#f-authors-2-person');
    await person.fill('ross');
    await expect.poll(() => page.locator('#f-authors-2-person-list li').count()).toBe(1);
    await person.press('Tab');
    await expect.poll(() => page.locator('.state').innerText()).toBe('Everything is saved');
    await person.fill('ross');
    await page.locator('#f-authors-2-person-list li').waitFor();
    await person.press('ArrowDown');
    await person.press('Enter');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('person: rossi-maria');
  });

  test('writes a title in Persian and a date of the Persian calendar', async () => {
    const page = await desk.open(record, { files, language: 'fa' });
    // A title from left to right stands at the side where the page begins.
    const title = page.locator('.record-head__title');
    await expect.poll(() => title.evaluate((element) => getComputedStyle(element).textAlign)).toBe('right');
    await page.locator('#f-titles-fa').fill('خواب و حافظه');
    await page.locator('[data-path=published] select').selectOption('persian');
    await page.locator('#f-published').fill('۱۴۰۳/۱۳');
    await expect.poll(() => page.locator('#f-published-reading').innerText()).toContain('سال ۱۲ ماه دارد');
    await page.locator('#f-published').fill('۱۴۰۳-۰۹');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('خواب و حافظه');
    await expect.poll(() => stored(page)).toMatch(/published: \{ persian: 1403-09 \}/);
  });

  test('adds a field that is found by its name, and leaves what it does not know', async () => {
    const page = await desk.open(record, { files });
    await expect.poll(() => page.locator('[data-path=laboratory]').innerText()).toContain('"7"');
    await page.getByText('Add a field').press('Enter');
    await page.getByRole('searchbox', { name: 'Find a field' }).fill('licence');
    await page.locator('[data-add=license]').press('Enter');
    await page.locator('#f-license').fill('CC-BY-4.0');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('license: CC-BY-4.0');
    await expect.poll(() => stored(page)).toContain('laboratory: 7\n');
  });

  test('writes the abstract in its parts, with signs', async () => {
    const page = await desk.open(record, { files });
    const results = page.getByRole('textbox', { name: 'Text of the part: Results' });
    await results.fill('We slept 8 h');
    await page.locator('.part').nth(1).getByRole('button', { name: 'Superscript' }).click();
    await page.keyboard.type('2');
    await page.getByRole('button', { name: 'Add a part' }).click();
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('**Background:**');
    await expect.poll(() => stored(page)).toContain('**Results:** We slept 8 h<sup>2</sup>');
  });

  test('writes what is typed right after a sign inside the sign', async () => {
    const page = await desk.open(record, { files });
    await page.getByRole('textbox', { name: 'Text of the part: Results' }).fill('We slept 8 h');
    const sign = page.locator('.part').nth(1).getByRole('button', { name: 'Superscript' });
    await sign.evaluate((button: HTMLElement) => {
      button.click();
      document.execCommand('insertText', false, '2');
    });
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('**Results:** We slept 8 h<sup>2</sup>');
  });

  test('takes over raised and lowered signs, italics and bold words from what is pasted', async () => {
    const page = await desk.open(record, { files: { ...files } });
    const paste = (selector: string, html: string): Promise<void> =>
      page.locator(selector).evaluate((element, content) => {
        (element as HTMLTextAreaElement).select();
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', content);
        clipboardData.setData('text/plain', 'plain');
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, html);
    await paste(
      '#f-title',
      '<b style="font-weight:normal"><p>CO<sub>2</sub> in <i>E. coli </i>at 10<span style="vertical-align:super">-3</span></p></b>',
    );
    await expect
      .poll(() => page.locator('#f-title').inputValue())
      .toBe('CO<sub>2</sub> in <i>E. coli</i> at 10<sup>-3</sup>');
    await paste(
      '#f-body-0',
      '<html><head><style>p { margin: 0 }</style></head><body><p class=MsoNormal><b>Aims:<o:p></o:p></b> To\n measure <em>x</em><sup>2</sup>.</p><p class=MsoNormal><script>globalThis.ranWhenPasted = 1</script><img src="https://evil.example/x.png">We did.</p></body></html>',
    );
    await expect.poll(() => page.locator('#f-body-0').inputValue()).toContain('To measure *x*<sup>2</sup>.');
    await expect.poll(() => page.evaluate(() => 'ranWhenPasted' in globalThis)).toBe(false);
    await paste('#f-title', '<h1><b>A bold heading</b></h1>');
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe('A bold heading');
  });

  test('asks what a dropped picture shows', async () => {
    const page = await desk.open(record, { files });
    await dropFile(page, 'figure.png', 'image/png');
    const use = page.getByRole('button', { name: 'Use this picture' });
    await expect.poll(() => use.isDisabled()).toBe(true);
    await page.locator('dialog textarea').fill('Hours of sleep by age');
    await use.click();
    await page.locator('#f-image-src').waitFor();
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toMatch(/src: "?\.\/figure\.png/);
    await expect.poll(() => stored(page)).toContain('alt: Hours of sleep by age');
  });

  test('records a retraction: its status and its notice', async () => {
    const page = await desk.open(record, { files });
    await page.getByText('Guided steps').press('Enter');
    await page.getByRole('button', { name: 'Retract…' }).press('Enter');
    await page.locator('#notice-date').fill('2025-02-01');
    await page.locator('#notice-doi').fill('10.5555/notice');
    await page.locator('#notice-reason').fill('The data could not be verified.');
    await page.locator('#notice-reason').press('Enter');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('status: retracted');
    await expect.poll(() => stored(page)).toContain('type: retraction');
    await expect.poll(() => stored(page)).toContain('10.5555/notice');
  });

  test('records a notice with a date of the Persian calendar', async () => {
    const page = await desk.open(record, { files });
    await page.locator('summary', { hasText: 'Guided steps' }).press('Enter');
    await page.getByRole('button', { name: 'Retract…' }).press('Enter');
    await page.locator('#notice-date').fill('۱۴۰۳-۱۱');
    await page.locator('#notice-date-fault').waitFor();
    await page.getByLabel('Date of the notice: Calendar').selectOption('persian');
    await expect.poll(() => page.locator('#notice-date-fault').count()).toBe(0);
    await page.locator('#notice-date').press('Enter');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('- { type: retraction, date: { persian: 1403-11 } }');
  });

  testEach(['en', 'fa'] as const)('records a correction by the keyboard, in %s', async (language) => {
    const page = await desk.open(record, { language, files });
    await loadWords(language);
    const { say } = deskWords(language);
    const hand = keyboard(page);
    await hand.press(page.locator('summary', { hasText: say('steps.title') }));
    await hand.press(page.locator('details.menu').getByRole('button', { name: say('steps.correct') }));
    await hand.write(page.locator('#notice-date'), language === 'fa' ? '۲۰۲۵-۰۲-۳۱' : '2025-02-31');
    // A faulty date is told at its field, and is not accepted.
    await page.locator('#notice-date-fault').waitFor();
    const accept = page.getByRole('button', { name: say('steps.fill'), exact: true });
    await expect.poll(() => accept.isDisabled()).toBe(true);
    await hand.write(page.locator('#notice-date'), language === 'fa' ? '۲۰۲۵-۰۲' : '2025-02');
    await hand.write(page.locator('#notice-doi'), '10.5555/correction');
    await hand.write(page.locator('#notice-reason'), 'The second author was missing.');
    await hand.press(accept);
    await expect.poll(() => page.locator('#f-status').inputValue()).toBe('corrected');
    await expect.poll(() => page.locator('details.menu[open]').count()).toBe(0);
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => stored(page))
      .toBe(
        text.replace(
          'doi: 10.555\n',
          'doi: 10.555\nstatus: corrected\nnotices:\n  - { type: correction, date: 2025-02, doi: 10.5555/correction, reason: The second author was missing. }\n',
        ),
      );
  });
});

describe('what goes wrong', () => {
  test('a file with malformed fields opens as text, with the message and its place', async () => {
    const problem: DeskProblem = {
      severity: 'error',
      name: 'yaml',
      file,
      line: 2,
      message: 'a quotation mark is never closed',
      hint: 'close it',
    };
    const page = await desk.open('#/open/publications/2023/broken.mdx', { files, problems: [problem] });
    const area = page.locator('textarea.input--file');
    await page.getByRole('button', { name: 'Line 2' }).press('Enter');
    await expect
      .poll(() =>
        area.evaluate((element: HTMLTextAreaElement) =>
          element.value.slice(element.selectionStart, element.selectionEnd),
        ),
      )
      .toBe('title: "never closed');
    await area.fill('---\ntitle: "closed"\nauthors: [A B]\n---\n');
    await page.locator('#f-title').waitFor();
  });

  test('values of the wrong kind are shown as they are written, and stay while another field is changed', async () => {
    const wrong = text
      .replace('title: Sleep and memory # as printed', 'title: [Sleep, memory]')
      .replace('journal: Example Journal of Sleep', 'journal: { name: [Example] }')
      .replace('published: 2024-12', 'published: [2024, 12]');
    const page = await desk.open(record, { files: { [file]: wrong } });
    for (const name of ['title', 'journal', 'published'])
      await expect
        .poll(() => page.locator(`[data-path=${name}] input, [data-path=${name}] textarea`).count(), { message: name })
        .toBe(0);
    await expect.poll(() => page.locator('[data-path=title]').innerText()).toContain('Sleep');
    await page.locator('#f-doi').fill('10.5555/1');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toBe(wrong.replace('doi: 10.555', 'doi: 10.5555/1'));
  });

  test('another tab keeps its unsaved text on the device', async () => {
    const page = await desk.open(record, { files });
    await typeTitle(page, 'Sleep');
    const key = `colophon-desk::${file}`;
    await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), key)).toContain('title: Sleep #');
    const others = JSON.stringify({ text: 'of another tab' });
    await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, others] as const);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.state').innerText()).toBe('Everything is saved');
    await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), key)).toBe(others);
  });

  test('a line that is the cause is said once, and repaired by a button', async () => {
    const problem: DeskProblem = {
      severity: 'error',
      name: 'yaml-malformed',
      file,
      line: 2,
      message: 'the text starts with a quotation mark, and none ends it',
      hint: 'close the quotes: title: "never closed"',
      repairedLine: 'title: "never closed"',
    };
    const page = await desk.open('#/open/publications/2023/broken.mdx', { files, problems: [problem] });
    const message = page.locator('.message', { hasText: 'none ends it' });
    await message.waitFor();
    await expect.poll(() => message.count()).toBe(1);
    await message.getByRole('button', { name: 'Repair' }).press('Enter');
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe('never closed');
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => page.evaluate(() => globalThis.desk.store?.files.get('publications/2023/broken.mdx')))
      .toBe('---\ntitle: "never closed"\nauthors: [A B]\n---\n');
  });

  test('a file that changed meanwhile is not overwritten: both versions are shown', async () => {
    const page = await desk.open(record, { files });
    await typeTitle(page, 'Mine');
    await changeElsewhere(page);
    await page.keyboard.press('Control+s');
    const conflict = page.locator('.conflict');
    await conflict.waitFor();
    await expect.poll(() => conflict.innerText()).toContain('title: Theirs');
    await expect.poll(() => conflict.innerText()).toContain('title: Mine');
    await expect.poll(() => stored(page)).toContain('title: Theirs');
    await page.getByRole('button', { name: 'Save mine' }).click();
    await expect.poll(() => stored(page)).toContain('title: Mine');
    await page.locator('#f-title').waitFor();
  });

  testEach([
    ['offline', 'The connection is lost'],
    ['expired', 'Your session has ended'],
    ['full', 'The disk is full'],
  ])('%s: says so, keeps the text on the device, and offers it again', async (fault, sentence) => {
    const page = await desk.open(record, { files });
    await typeTitle(page, 'Typed before it failed');
    await page.evaluate((name) => (globalThis.desk.store!.fail = name), fault);
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.locator('.banner').first().innerText()).toContain(sentence);
    await page.reload();
    await page.getByRole('button', { name: 'Continue with it' }).click();
    await expect.poll(() => page.locator('#f-title').inputValue()).toBe('Typed before it failed');
    await page.keyboard.press('Control+s');
    await expect.poll(() => stored(page)).toContain('title: Typed before it failed');
  });
});

describe('what is new', () => {
  test('is found by its identifier, shown, and added when it is ticked', async () => {
    const page = await desk.open('#/new/publications', { files, found });
    await page.locator('#new-name').fill('10.5555/12345678');
    await expect.poll(() => page.locator('#new-reading').innerText()).toContain('identifier');
    await page.keyboard.press('Enter');
    const ticks = page.locator('.found input');
    await ticks.first().waitFor();
    await expect
      .poll(() => ticks.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)))
      .toEqual([true, false, false]);
    await expect.poll(() => ticks.nth(2).isDisabled()).toBe(true);
    await expect.poll(() => page.locator('main').innerText()).toContain('Line 3: an entry has no end');
    await page.getByRole('button', { name: 'Add what is ticked: 1' }).click();
    await page.locator('#f-title').waitFor();
    await expect.poll(() => page.locator('h1').innerText()).toBe('A new paper');
  });

  test('is read from a file that is dropped anywhere on the page, one at a time, and what could not be read says what to do', async () => {
    const problem = {
      message: 'the file is a table, and import.yaml does not say what its columns hold: "Name"',
      hint: 'write into content/import.yaml, with what you see to be right, and import the file again:\ncolumns:\n  title: "Name"',
    };
    const page = await desk.open('#/new/publications', {
      language: 'fa',
      files,
      found: { records: [], problems: [problem], journals: [] },
    });
    // Beside the page too.
    await page.locator('body').evaluate((element) => {
      const dataTransfer = new DataTransfer();
      for (const name of ['a.ris', 'b.ris']) dataTransfer.items.add(new File(['x'], name));
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => page.locator('.banner').innerText()).toContain('a.ris');
    await expect.poll(() => page.locator('.message').innerText()).toContain('پرونده جدول است');
    await expect.poll(() => page.locator('.message__hint').innerText()).toContain('پرونده را دوباره وارد کنید');
    // As it has to be written: from left to right, with its indentation.
    const lines = page.locator('.message__lines[dir=ltr]');
    await expect.poll(() => lines.innerText()).toBe('columns:\n  title: "Name"');
  });

  test('keeps its form until the script of the report is there', async () => {
    const page = await desk.open('#/new/publications', { files, found });
    const script = Promise.withResolvers<void>();
    await page.route('**/import-report-*.js', async (route) => {
      await script.promise;
      await route.continue();
    });
    await page.locator('#new-name').fill('10.5555/12345678');
    const asked = page.waitForRequest('**/import-report-*.js');
    await page.keyboard.press('Enter');
    await asked;
    await expect.poll(() => page.locator('h1').innerText()).toBe('New record');
    await expect.poll(() => page.locator('#new-name').inputValue()).toBe('10.5555/12345678');
    script.resolve();
    await page.locator('.found').waitFor();
    await expect.poll(() => page.locator('#new-name').count()).toBe(0);
  });

  test('by its title opens at once, and is written when it is saved', async () => {
    const page = await desk.open('#/new/publications', { files });
    await page.locator('#new-name').fill('An unwritten paper');
    await page.keyboard.press('Enter');
    await page.locator('#f-title').waitFor();
    await expect.poll(() => page.evaluate(() => globalThis.desk.store!.files.has('publications/new.mdx'))).toBe(false);
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => page.evaluate(() => globalThis.desk.store!.files.get('publications/new.mdx')))
      .toContain('An unwritten paper');
  });

  test('is saved by a key that is pressed as soon as its form is there', async () => {
    const page = await desk.open('#/new/publications', { files });
    await page.locator('#new-name').fill('An unwritten paper');
    await page.evaluate(() =>
      new MutationObserver((_, observer) => {
        if (!document.querySelector('[data-save]')) return;
        observer.disconnect();
        dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }));
      }).observe(document.body, { childList: true, subtree: true }),
    );
    await page.locator('#new-name').press('Enter');
    await expect.poll(() => page.evaluate(() => globalThis.desk.store!.files.has('publications/new.mdx'))).toBe(true);
  });
});

async function typeTitle(page: Page, title: string): Promise<void> {
  await page.locator('#f-title').fill(title);
  await expect.poll(() => page.locator('.state--changed').count()).toBe(1);
}

const stored = (page: Page, of = file): Promise<string | undefined> =>
  page.evaluate((path) => globalThis.desk.store!.files.get(path), of);

const changeElsewhere = (page: Page): Promise<void> =>
  page.evaluate((path) => {
    const { files: all } = globalThis.desk.store!;
    all.set(path, all.get(path)!.replace(/^title:.*$/m, 'title: Theirs'));
  }, file);

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  await page.mouse.move(start!.x + 8, start!.y + 8);
  await page.mouse.down();
  await page.mouse.move(end!.x + 8, end!.y + 20, { steps: 4 });
  await page.mouse.move(end!.x + 8, end!.y + 2, { steps: 4 });
  await page.mouse.up();
}

async function dragByTouch(page: Page, from: Locator, to: Locator): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: start!.x + 10, y }],
    });
  await send('touchStart', start!.y + 10);
  for (const y of [start!.y, (start!.y + end!.y) / 2, end!.y + 2]) await send('touchMove', y);
  await send('touchEnd', 0);
}

const dropFile = (page: Page, name: string, type: string): Promise<void> =>
  page.evaluate(
    ([fileName, mediaType]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(8)], fileName, { type: mediaType }));
      document
        .querySelector('.drop-target')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, type] as const,
  );

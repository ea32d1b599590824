import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawableCharacters, prepareCards } from '../../../src/cards/card-fonts.ts';
import { canBeDrawn, cardLine, cardTitle } from '../../../src/cards/card-text.ts';
import { drawCard, type Card } from '../../../src/cards/draw-card.ts';
import { cachedCard } from '../../../src/cards/cached-card.ts';
import { instituteCard, publicationCard } from '../../../src/cards/make-card.ts';
import { projectDir } from '../../../src/project/settings.ts';
import { temporaryFolder } from '../../support/build-site.ts';
import { makeCited } from '../formats/make-cited.ts';
import { makeView } from '../metadata/make-page.ts';

const { site } = makeView();
let covered: ReadonlySet<number>;
const folders = { fontsDir: join(projectDir, '.cache/fonts'), cacheDir: temporaryFolder() };

beforeAll(async () => {
  await prepareCards(folders);
  covered = drawableCharacters();
});

describe('text', () => {
  test('keeps what is raised and lowered, also where Unicode wrote it', () => {
    expect(
      cardTitle('', ['10', { tag: 'sup', children: ['−3'] }, ' H', { tag: 'sub', children: ['2'] }, 'O']).markup,
    ).toBe('10<sup>−3</sup> H<sub>2</sub>O');
    expect(cardLine('10⁻³ mol H₂O').markup).toBe('10<sup>−3</sup> mol H<sub>2</sub>O');
  });

  test('cannot end its markup', () => {
    expect(cardTitle('RETRACTED: ', ['a < b & </span>']).markup).toBe('RETRACTED: a &lt; b &amp; &lt;/span&gt;');
  });

  test('is cut between words where it is too long for any picture', () => {
    const { characters } = cardTitle('', ['word '.repeat(100).trim()]);
    expect(characters).toMatch(/word …$/);
    expect(characters.length).toBeLessThan(240);
  });
});

describe('the fonts', () => {
  test('have the letters of the languages of the site, and say which they have not', () => {
    for (const text of [
      'Nguyễn Văn Ớ',
      'Вымышленный',
      'Ελληνικά',
      'کتاب‌های ۱۴۰۲',
      'مكتبة',
      'Dvořák ß ø',
      '“quotes” – …',
    ])
      expect(canBeDrawn(text, covered), text).toBe(true);
    for (const text of ['在花园里等待', 'काल्पनिक', 'עברית']) expect(canBeDrawn(text, covered), text).toBe(false);
  });
});

describe('a card', () => {
  const persian = makeCited({
    lang: 'fa',
    title: ['بارانی که نبارید'],
    contributions: [{ name: { family: 'Farzi', given: 'Reza' }, native: { fa: 'رضا فرضی' } }],
  });

  test('is the same on a machine in Turkish, where f and i are never joined', async () => {
    const card = publicationCard(makeCited({ title: ['The first figures, filed'] }), site, covered);
    const script = `import { drawCard } from ${JSON.stringify(join(projectDir, 'src/cards/draw-card.ts'))};
      process.stdout.write(await drawCard(${JSON.stringify(card)}));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, LC_ALL: 'tr_TR.UTF-8', PANGO_LANGUAGE: 'tr' },
    });
    expect(stdout.length).toBeGreaterThan(1000);
    expect(stdout.equals(await drawCard(card))).toBe(true);
  });

  test('is the same with words of another script and subscripts on a machine in Persian or Turkish', async () => {
    const card = publicationCard(
      makeCited({ title: ['Tea and چای: the first ۱۲۳ T', { tag: 'sub', children: ['spout'] }] }),
      site,
      covered,
    );
    const script = `import { prepareCards } from ${JSON.stringify(join(projectDir, 'src/cards/card-fonts.ts'))};
      import { drawCard } from ${JSON.stringify(join(projectDir, 'src/cards/draw-card.ts'))};
      await prepareCards(${JSON.stringify(folders)});
      process.stdout.write(await drawCard(${JSON.stringify(card)}));`;
    expect(card.publication).toBeDefined();
    const { PANGO_LANGUAGE: _, FC_LANG: _f, ...inherited } = process.env;
    for (const [language, locale] of [
      ['fa', 'fa_IR.UTF-8'],
      ['tr', 'tr_TR.UTF-8'],
      ['ur:ar', 'C'],
    ]) {
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...inherited, LANGUAGE: language, LC_ALL: locale },
      });
      expect(stdout.length).toBeGreaterThan(1000);
      expect(stdout.equals(await drawCard(card)), language).toBe(true);
    }
  });

  test('is a picture of the size that pages tell, and the same each time', async () => {
    const card = publicationCard(makeCited({ title: ['Perpetual tea'] }), site, covered);
    const [first, second] = await Promise.all([drawCard(card), drawCard(card)]);
    expect(first.equals(second)).toBe(true);
    const { width, height, format, isPalette } = await sharp(first).metadata();
    expect([width, height, format, isPalette]).toEqual([1200, 630, 'png', true]);
    expect(first.length).toBeLessThan(60_000);
  });

  test('begins at the right in Persian, with the names in that script', async () => {
    const card = publicationCard(persian, { ...site, locales: ['en', 'fa'] }, covered);
    expect([card.direction, card.publication?.authors.characters]).toEqual(['rtl', 'رضا فرضی']);
    const ink = await inkOf(card);
    expect(ink.right).toBeGreaterThan(1100);
    expect(ink.right).toBeLessThanOrEqual(1120);
  });

  test('keeps to its margins, however long its texts are', async () => {
    const long = makeCited({
      title: ['Verylongwordwithoutanyspace'.repeat(9)],
      container: 'C '.repeat(200),
      contributions: Array.from({ length: 9 }, () => ({ name: { family: 'Family'.repeat(12) } })),
    });
    const ink = await inkOf(publicationCard(long, site, covered));
    expect(ink.left).toBeGreaterThanOrEqual(78);
    expect(ink.right).toBeLessThanOrEqual(1122);
    expect(ink.bottom).toBeLessThan(630);
  });

  test('says what became of the publication', () => {
    const card = publicationCard(makeCited({ status: 'retracted' }), site, covered);
    expect([card.publication?.title.characters, card.publication?.status?.characters]).toEqual([
      'RETRACTED: A title',
      'Retracted',
    ]);
  });

  test('is that of the institute where the title has no letters in the fonts', () => {
    expect(publicationCard(makeCited({ lang: 'zh', title: ['在花园里等待'] }), site, covered)).toEqual(
      instituteCard(site, 'en'),
    );
  });

  test('leaves out a name that it cannot draw, and counts it', () => {
    const card = publicationCard(
      makeCited({ contributions: [{ name: { family: 'Zixu' } }, { name: { family: '子虛' } }] }),
      site,
      covered,
    );
    expect(card.publication?.authors.characters).toBe('Zixu, and 1 more');
  });

  test('is drawn once, and again when something on it changes', async () => {
    const card = publicationCard(makeCited(), site, covered);
    const first = await cachedCard(card, 'kept');
    expect(Buffer.from(await cachedCard(card, 'kept')).equals(first)).toBe(true);
    const changed = await cachedCard({ ...card, accent: '#aa0000' }, 'kept');
    expect(Buffer.from(changed).equals(first)).toBe(false);
    expect(Buffer.from(changed).equals(await drawCard({ ...card, accent: '#aa0000' }))).toBe(true);
  });
});

/** Edges of what is drawn, but for the line. */
async function inkOf(card: Card): Promise<{ left: number; right: number; bottom: number }> {
  const { data, info } = await sharp(await drawCard(card))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [left, right, bottom] = [info.width, 0, 0];
  for (let y = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1)
      if (data[(y * info.width + x) * info.channels]! < 128)
        [left, right, bottom] = [Math.min(left, x), Math.max(right, x), y];
  return { left, right, bottom };
}

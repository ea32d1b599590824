import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import decompress from 'woff2-encoder/decompress';
import { hasItsChecksums, writeChecksums } from '../project/folder-checksums.ts';
import { drawingLibraries } from './draw-card.ts';
import { coveredCharacters } from './font-coverage.ts';

/** Environment variable with the folder of the fonts for share pictures; render threads read it. */
export const cardFontsVariable = 'COLOPHON_CARD_FONTS';

/** Environment variable with the folder of the pictures of earlier builds; render threads read it. */
export const cachedCardsVariable = 'COLOPHON_CACHED_CARDS';

/** The same fonts as on the pages. */
const families: readonly (readonly [name: string, files: RegExp])[] = [
  ['@fontsource-variable/source-serif-4', /-opsz-normal\.woff2$/],
  ['@fontsource-variable/source-sans-3', /-wght-normal\.woff2$/],
  ['@fontsource-variable/vazirmatn', /-wght-normal\.woff2$/],
];

/**
 * Makes Pango use only the fonts of the pages, so that a picture is the same on every machine. The Pango of sharp cannot
 * read WOFF2, so the fonts are unpacked once, into a folder named by their digest. Must run in the main thread before the
 * first text is drawn: fontconfig reads its environment variable once in a process.
 */
export async function prepareCards({ fontsDir, cacheDir }: CardFolders): Promise<void> {
  const fonts = fontFiles();
  const hash = createHash('sha256');
  for (const { name, bytes } of [...fonts, ...programFiles()]) hash.update(name).update(bytes);
  const folder = join(fontsDir, hash.digest('hex').slice(0, 16));
  if (!hasItsChecksums(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(join(unfinished, 'fonts'), { recursive: true });
    const covered = new Set<number>();
    for (const { name, bytes } of fonts) {
      const font = await decompress(bytes);
      writeFileSync(join(unfinished, 'fonts', name.replace(/\.woff2$/, '.ttf')), font);
      for (const character of coveredCharacters(font)) covered.add(character);
    }
    writeFileSync(join(unfinished, 'covered.json'), JSON.stringify([...covered].sort((a, b) => a - b)));
    writeFileSync(join(unfinished, 'fonts.conf'), configuration(folder));
    writeChecksums(unfinished);
    if (!hasItsChecksums(folder)) rmSync(folder, { recursive: true, force: true });
    // Another build may have unpacked the fonts at the same time: keep the first.
    if (!existsSync(folder)) renameSync(unfinished, folder);
    rmSync(unfinished, { recursive: true, force: true });
  }
  process.env[cardFontsVariable] = folder;
  process.env[cachedCardsVariable] = join(cacheDir, 'cards');
  process.env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
  // On other systems than Linux, Pango would use the fonts of the system.
  process.env['PANGOCAIRO_BACKEND'] = 'fontconfig';
  // Without a language, letters would have the forms of the languages in LANGUAGE, which differs by machine.
  process.env['PANGO_LANGUAGE'] = '';
  // Fontconfig would prefer a font for the machine's language, and find none for superscripts in Turkish or Persian.
  process.env['FC_LANG'] = 'en';
}

export interface CardFolders {
  /** Unpacked fonts, shared by all sites. */
  readonly fontsDir: string;
  /** Cache of this site. */
  readonly cacheDir: string;
}

let loaded: { readonly folder: string; readonly covered: ReadonlySet<number> } | undefined;

/** Code points that the fonts can draw. Throws when {@link prepareCards} has not run. */
export function drawableCharacters(): ReadonlySet<number> {
  const folder = process.env[cardFontsVariable];
  if (folder === undefined)
    throw new Error('Share pictures need their fonts: a build prepares them before it renders.');
  if (loaded?.folder !== folder) {
    const characters = JSON.parse(readFileSync(join(folder, 'covered.json'), 'utf8')) as number[];
    loaded = { folder, covered: new Set(characters) };
  }
  return loaded.covered;
}

function fontFiles(): { readonly name: string; readonly bytes: Buffer }[] {
  const require = createRequire(import.meta.url);
  return families.flatMap(([name, pattern]) => {
    const folder = join(dirname(require.resolve(`${name}/package.json`)), 'files');
    return readdirSync(folder)
      .filter((file) => pattern.test(file))
      .sort()
      .map((file) => ({ name: file, bytes: readFileSync(join(folder, file)) }));
  });
}

/** The code and libraries that draw: other versions may draw other pictures. */
function programFiles(): { readonly name: string; readonly bytes: Buffer }[] {
  const folder = import.meta.dirname;
  const own = readdirSync(folder)
    .sort()
    .map((file) => ({ name: file, bytes: readFileSync(join(folder, file)) }));
  return [...own, { name: 'libraries', bytes: Buffer.from(drawingLibraries) }];
}

const configuration = (folder: string): string =>
  [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    `  <dir>${escapeText(join(folder, 'fonts'))}</dir>`,
    `  <cachedir>${escapeText(join(folder, 'cache'))}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

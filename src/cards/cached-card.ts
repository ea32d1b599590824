import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { cardFontsVariable, cachedCardsVariable } from './card-fonts.ts';
import { drawCard, type Card } from './draw-card.ts';

/** Bytes of each of the two digests at the beginning of a cached file. */
const digestLength = 32;

/**
 * The picture of a card, from the cache or drawn now. A cached file is named `name`, and begins with a digest of everything
 * that the picture depends on (the card, the fonts, and the code that draws), and a digest of the picture.
 */
export async function cachedCard(card: Card, name: string): Promise<Uint8Array> {
  const [fonts, folder] = [process.env[cardFontsVariable], process.env[cachedCardsVariable]];
  if (fonts === undefined || folder === undefined)
    throw new Error('Share pictures need their fonts: a build prepares them before it renders.');
  const digest = createHash('sha256').update(basename(fonts)).update(JSON.stringify(card)).digest();
  const file = join(folder, name);
  const cached = readIfExists(file);
  const kept = cached?.subarray(2 * digestLength);
  if (
    cached &&
    kept &&
    kept.length > 0 &&
    cached.subarray(0, 2 * digestLength).equals(Buffer.concat([digest, digestOf(kept)]))
  )
    return kept;
  const picture = await drawCard(card);
  mkdirSync(dirname(file), { recursive: true });
  // Write and rename, so that a partial picture with a valid digest is never read.
  const part = `${file}.${process.pid}.${threadId}`;
  writeFileSync(part, Buffer.concat([digest, digestOf(picture), picture]));
  renameSync(part, file);
  return picture;
}

const digestOf = (picture: Uint8Array): Buffer => createHash('sha256').update(picture).digest();

function readIfExists(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { cardFontsVariable, keptCardsVariable } from './card-fonts.ts';
import { drawCard, type Card } from './draw-card.ts';

/** Length of the digest that stands before the bytes of a kept picture. */
const digestLength = 32;

/**
 * A card as it was drawn for an earlier build, or drawn now and kept under its name, behind the digest of all that it was
 * drawn from: the card, the fonts, and the program that draws.
 */
export async function keptCard(card: Card, name: string): Promise<Uint8Array> {
  const [fonts, folder] = [process.env[cardFontsVariable], process.env[keptCardsVariable]];
  if (fonts === undefined || folder === undefined)
    throw new Error('Share pictures need their fonts: a build prepares them before it renders.');
  const digest = createHash('sha256').update(basename(fonts)).update(JSON.stringify(card)).digest();
  const file = join(folder, name);
  const kept = readKept(file);
  if (kept && kept.length > digestLength && kept.subarray(0, digestLength).equals(digest))
    return kept.subarray(digestLength);
  const picture = await drawCard(card);
  mkdirSync(dirname(file), { recursive: true });
  // Whole or not at all: half a picture behind a right digest would be published.
  const part = `${file}.${process.pid}.${threadId}`;
  writeFileSync(part, Buffer.concat([digest, picture]));
  renameSync(part, file);
  return picture;
}

function readKept(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

import { UserFixableError } from '../../domain/problems/user-fixable-error.ts';

/** One of the parts in which a site is made, such as the second of eight. Parts are counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Parts that a site may have. */
export const mostParts = 9999;

/** Reads `2/8`. Throws a {@link UserFixableError} when the text names no part. */
export function parseShard(text: string): Shard {
  const [, number, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim())?.map(Number) ?? [];
  if (number === undefined || of === undefined)
    throw new UserFixableError(
      `--shard ${text} does not say which part of how many is to be made`,
      'write the number of the part, a slash and the number of parts, such as --shard 2/8',
    );
  if (of === 0 || number === 0)
    throw new UserFixableError(
      `--shard ${text} names a part 0, and parts are counted from 1`,
      `the first part is --shard 1/${of || 8}`,
    );
  if (number > of)
    throw new UserFixableError(
      `--shard ${text} names part ${number}, and there are only ${of}`,
      `the last part is --shard ${of}/${of}`,
    );
  return { number, of };
}

export const formatShard = ({ number, of }: Shard): string => `${number}/${of}`;

import { lookup } from 'mrmime';
import { mediaTypes } from '../../feeds/headers.ts';
import { offeredFormatIds } from '../../domain/publication/offered-format.ts';
import { offeredFormats } from '../../formats/written-formats.ts';

/** Media type of the file at a path below the base path: by the rules of `/_headers`, else by its extension. */
export function mediaTypeOf(path: string): string {
  const rule = mediaTypes(offeredFormats(offeredFormatIds)).find(({ pattern }) =>
    pattern.startsWith('/*') ? path.endsWith(pattern.slice(2)) : path === pattern,
  );
  if (rule) return rule.type;
  const type = lookup(path) ?? 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

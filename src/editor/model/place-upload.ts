import { slugify } from '../../domain/identifiers/slug.ts';
import { extensionOf, fileKinds } from '../../domain/pages/file-kinds.ts';
import { hasSignature } from '../../domain/pages/file-signature.ts';
import { refusal } from '../stores/refusal.ts';
import type { Answer } from '../stores/store.ts';

/** Largest picture or document that can be put beside a record, in bytes. */
export const uploadLimit = 25 * 1024 * 1024;

/** The name that an uploaded file gets in the content folder, or a refusal. `name`: its name on the device of the user. */
export function placeUpload(
  name: string,
  bytes: Uint8Array,
): Answer<{ readonly stem: string; readonly extension: string }> {
  const extension = extensionOf(name);
  if (!Object.hasOwn(fileKinds, extension))
    return refusal(
      'kind-refused',
      `files of the kind ${extension === '' ? 'without an extension' : extension} are not published`,
      `use one of ${Object.keys(fileKinds).join(', ')}`,
    );
  if (bytes.byteLength > uploadLimit)
    return refusal(
      'file-too-large',
      `the file has ${(bytes.byteLength / 1e6).toFixed(1)} MB, and hosts take ${Math.floor(uploadLimit / 1e6)} MB`,
      'make it smaller, or put it into a repository and link to it',
    );
  if (!hasSignature(bytes, extension))
    return refusal('wrong-kind', `${name} is not what its extension ${extension} says`, 'export it again');
  // Folders before the name are dropped, with the separators of every system.
  const stem = slugify(name.slice(0, -extension.length).replace(/^.*[\\/]/, '')) || 'file';
  return { ok: true, value: { stem, extension } };
}

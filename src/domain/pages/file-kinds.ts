/**
 * Kinds of files that the site publishes beside its pages, by extension: the media type, and whether browsers show it as a
 * picture. None of them is a document in which code of its own runs.
 */
export const fileKinds: Readonly<Record<string, { readonly type: string; readonly picture?: true }>> = {
  '.png': { type: 'image/png', picture: true },
  '.jpg': { type: 'image/jpeg', picture: true },
  '.jpeg': { type: 'image/jpeg', picture: true },
  '.gif': { type: 'image/gif', picture: true },
  '.webp': { type: 'image/webp', picture: true },
  '.avif': { type: 'image/avif', picture: true },
  '.svg': { type: 'image/svg+xml', picture: true },
  '.pdf': { type: 'application/pdf' },
  '.epub': { type: 'application/epub+zip' },
  '.csv': { type: 'text/csv' },
  '.tsv': { type: 'text/tab-separated-values' },
  '.txt': { type: 'text/plain' },
  '.json': { type: 'application/json' },
  '.ipynb': { type: 'application/x-ipynb+json' },
  '.docx': { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  '.xlsx': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  '.pptx': { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  '.odt': { type: 'application/vnd.oasis.opendocument.text' },
  '.ods': { type: 'application/vnd.oasis.opendocument.spreadsheet' },
  '.odp': { type: 'application/vnd.oasis.opendocument.presentation' },
  '.zip': { type: 'application/zip' },
  '.gz': { type: 'application/gzip' },
  '.mp4': { type: 'video/mp4' },
  '.webm': { type: 'video/webm' },
  '.mp3': { type: 'audio/mpeg' },
  '.vtt': { type: 'text/vtt' },
};

/** Extension of a file's name, with its dot and in lower case; empty where it has none. */
export const extensionOf = (name: string): string => /\.[a-z0-9]+$/i.exec(name)?.[0].toLowerCase() ?? '';

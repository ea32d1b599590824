/** Strings of the Cite dialog, the Share menu and the Save button, which load when a reader first needs them. */
export const dialogKeys = [
  'cite.title',
  'action.close',
  'cite.style',
  'cite.programs',
  'cite.files',
  'cite.pastes',
  'cite.opens',
  'cite.copyFormatted',
  'cite.copyPlain',
  'cite.copyDoi',
  'action.copy',
  'action.copied',
  'action.download',
  'take.failed',
  'share.qr',
  'share.system',
  'saved.addedOne',
  'saved.removed',
  'saved.refused',
] as const;

/** `/words.<locale>.json`: the strings in a language. */
export type DialogWords = Readonly<Record<(typeof dialogKeys)[number], string>>;

/** Code points of a TrueType or OpenType font, from its `cmap` table in the formats 4 and 12. */
export function coveredCharacters(font: Uint8Array): number[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  if (cmap === undefined) return [];
  const found = new Set<number>();
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap + view.getUint32(cmap + 8 + index * 8);
    const format = view.getUint16(subtable);
    if (format === 4) readFormat4(view, subtable, found);
    if (format === 12) readFormat12(view, subtable, found);
  }
  return [...found].sort((a, b) => a - b);
}

function tableOffset(view: DataView, name: string): number | undefined {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const row = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((position) => view.getUint8(row + position)));
    if (tag === name) return view.getUint32(row + 8);
  }
  return undefined;
}

/** https://learn.microsoft.com/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values */
function readFormat4(view: DataView, start: number, found: Set<number>): void {
  const segments = view.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const first = view.getUint16(starts + segment * 2);
    const last = view.getUint16(ends + segment * 2);
    const offset = view.getUint16(offsets + segment * 2);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyphOffset = offsets + segment * 2 + offset + (code - first) * 2;
      const glyph =
        offset === 0
          ? (code + view.getUint16(deltas + segment * 2)) & 0xffff
          : glyphOffset + 1 < view.byteLength
            ? view.getUint16(glyphOffset)
            : 0;
      if (glyph !== 0) found.add(code);
    }
  }
}

/** https://learn.microsoft.com/typography/opentype/spec/cmap#format-12-segmented-coverage */
function readFormat12(view: DataView, start: number, found: Set<number>): void {
  const groups = view.getUint32(start + 12);
  for (let group = 0; group < groups; group += 1) {
    const row = start + 16 + group * 12;
    const last = view.getUint32(row + 4);
    for (let code = view.getUint32(row); code <= last; code += 1) found.add(code);
  }
}

import sharp from 'sharp';
import { cardSize } from '../metadata/open-graph.ts';
import type { CardText } from './card-text.ts';
import { encodeIndexedPng } from './indexed-png.ts';

/** Everything that a share picture shows, so the same card has the same bytes. */
export interface Card {
  readonly direction: 'ltr' | 'rtl';
  /** Brand colour on a light background, `#rrggbb`. */
  readonly accent: string;
  /** True to draw Colophon's mark: the institute has no logo. */
  readonly mark: boolean;
  readonly institute: CardText;
  /** Absent on the card of the institute itself. */
  readonly publication?: {
    readonly title: CardText;
    readonly authors: CardText;
    /** Journal and year. */
    readonly source: CardText;
    /** Such as `Retracted`. */
    readonly status?: CardText;
  };
  /** Second line of the institute's own card. */
  readonly platform: CardText;
}

/** Versions of sharp and its libraries. */
export const drawingLibraries = JSON.stringify(sharp.versions);

const margin = 80;
const textWidth = cardSize.width - 2 * margin;

/** Draws a card as a PNG. Pango sets the text, because it shapes Persian and Arabic correctly (see README). */
export async function drawCard(card: Card): Promise<Buffer> {
  const canvas = new Canvas(card);
  const { publication } = card;
  if (!publication) {
    if (card.mark) await canvas.mark(96, 120);
    const name = await canvas.text(card.institute, {
      role: 'title',
      sizes: [68, 56, 46, 38],
      maxHeight: 240,
      top: card.mark ? 270 : 190,
      color: 'ink',
    });
    await canvas.text(card.platform, { role: 'text', sizes: [34, 28], maxHeight: 90, top: name + 34, color: 'ink2' });
    return canvas.encode();
  }
  if (card.mark) await canvas.mark(48, 58);
  await canvas.text(card.institute, {
    role: 'strong',
    sizes: [30, 26, 22],
    maxHeight: 66,
    top: 82,
    color: 'accent',
    indent: card.mark ? 68 : 0,
    middle: true,
  });
  canvas.line(134);
  const title = await canvas.text(publication.title, {
    role: 'title',
    sizes: [58, 52, 46, 40, 34, 30],
    maxHeight: 262,
    top: 172,
    color: 'ink',
  });
  await canvas.text(publication.authors, {
    role: 'text',
    sizes: [29, 26],
    maxHeight: 78,
    top: title + 26,
    color: 'ink2',
  });
  const status =
    publication.status &&
    (await canvas.text(publication.status, {
      role: 'strong',
      sizes: [28],
      maxHeight: 40,
      top: 556,
      color: 'stop',
      middle: true,
      width: true,
    }));
  await canvas.text(publication.source, {
    role: 'text',
    sizes: [27, 23],
    maxHeight: 66,
    top: 556,
    color: 'ink2',
    middle: true,
    indent: status ? status + 24 : 0,
  });
  return canvas.encode();
}

interface TextOptions {
  readonly role: 'title' | 'text' | 'strong';
  /** Font sizes in pixels: the first with which the text fits into `maxHeight`, else the last. */
  readonly sizes: readonly number[];
  readonly maxHeight: number;
  /** Top of the text in pixels, or its middle with `middle`. */
  readonly top: number;
  readonly middle?: boolean;
  readonly color: Color;
  /** Pixels between the margin and the text. */
  readonly indent?: number;
  /** True to return the width of the text instead of its bottom. */
  readonly width?: boolean;
}

const colors = ['ink', 'ink2', 'accent', 'stop', 'line'] as const;
type Color = (typeof colors)[number];
/** Steps from paper to a colour; those of all five colours fit into a palette. */
const steps = 51;
const paper = [0xfd, 0xfd, 0xfc] as const;

class Canvas {
  readonly #card: Card;
  readonly #pixels = new Uint8Array(cardSize.width * cardSize.height);

  constructor(card: Card) {
    this.#card = card;
  }

  /** Draws a text. Returns its bottom in pixels, or its width with `options.width`. */
  async text(text: CardText, options: TextOptions): Promise<number> {
    if (text.markup === '') return options.width ? 0 : options.top;
    const { indent = 0, maxHeight, sizes } = options;
    let mask: Mask | undefined;
    for (const size of sizes) {
      mask = await renderText(text, this.#fontOf(options.role), size, textWidth - indent);
      if (mask.height <= maxHeight) break;
    }
    if (!mask) return options.top;
    const top = options.middle ? Math.round(options.top - mask.height / 2) : options.top;
    this.#draw(mask, margin + indent, top, options.color);
    return options.width ? mask.width : top + mask.height;
  }

  /** Draws Colophon's mark, as in the header of pages. */
  async mark(size: number, top: number): Promise<void> {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34" width="${size}" height="${size}">${markPaths}</svg>`;
    const { data, info } = await sharp(Buffer.from(svg))
      .ensureAlpha()
      .extractChannel(3)
      .raw()
      .toBuffer({ resolveWithObject: true });
    this.#draw({ data, width: info.width, height: info.height, channels: info.channels }, margin, top, 'accent');
  }

  line(top: number): void {
    const full = colors.indexOf('line') * steps + steps - 1;
    for (const row of [top, top + 1])
      this.#pixels.fill(full, row * cardSize.width + margin, (row + 1) * cardSize.width - margin);
  }

  encode(): Buffer {
    return encodeIndexedPng(this.#pixels, cardSize, paletteOf(this.#card.accent));
  }

  #fontOf(role: TextOptions['role']): Font {
    return fonts[this.#card.direction][role];
  }

  /** Draws a coverage mask in a colour; `start` is from the right edge on a right-to-left card. */
  #draw({ data, width, height, channels }: Mask, start: number, top: number, color: Color): void {
    const left = this.#card.direction === 'rtl' ? cardSize.width - start - width : start;
    const base = colors.indexOf(color) * steps;
    for (let row = 0; row < height; row += 1) {
      const y = top + row;
      if (y < 0 || y >= cardSize.height) continue;
      for (let column = 0; column < width; column += 1) {
        const x = left + column;
        const coverage = data[(row * width + column) * channels] ?? 0;
        const step = Math.round((coverage * (steps - 1)) / 255);
        if (step > 0 && x >= 0 && x < cardSize.width) this.#pixels[y * cardSize.width + x] = base + step;
      }
    }
  }
}

interface Mask {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

interface Font {
  readonly family: string;
  readonly weight: number;
  /** Language whose forms of letters are used. Without it, Pango takes the language of the machine: Turkish has no fi. */
  readonly lang: string;
  /** Factor for the font size, so that letters look as large as those of the other fonts. */
  readonly scale: number;
  /** Space between lines, as a factor of the size. */
  readonly leading: number;
}

// The font file of Source Sans has the name of its lightest weight.
const sans = { family: 'Source Sans 3 ExtraLight', lang: 'en', scale: 1, leading: 0 };
const serif = { family: 'Source Serif 4', lang: 'en', scale: 1, leading: -0.12 };
const arabic = { family: 'Vazirmatn', lang: 'fa', scale: 0.86, leading: 0 };
const fonts: Readonly<Record<Card['direction'], Readonly<Record<TextOptions['role'], Font>>>> = {
  ltr: { title: { ...serif, weight: 500 }, text: { ...sans, weight: 400 }, strong: { ...sans, weight: 600 } },
  rtl: { title: { ...arabic, weight: 500 }, text: { ...arabic, weight: 400 }, strong: { ...arabic, weight: 600 } },
};

async function renderText({ markup }: CardText, font: Font, size: number, width: number): Promise<Mask> {
  const pixels = Math.round(size * font.scale);
  const { data, info } = await sharp({
    text: {
      text: `<span lang="${font.lang}" font_family="${font.family}" weight="${font.weight}" size="${pixels * 1024}">${markup}</span>`,
      width,
      // At 72 dpi a point is a pixel.
      dpi: 72,
      wrap: 'word-char',
      spacing: Math.round(size * font.leading),
    },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

function paletteOf(accent: string): Uint8Array {
  const ends: Readonly<Record<Color, readonly number[]>> = {
    ink: [0x15, 0x19, 0x1b],
    ink2: [0x46, 0x50, 0x56],
    accent: [1, 3, 5].map((start) => Number.parseInt(accent.slice(start, start + 2), 16)),
    stop: [0x9d, 0x1c, 0x1f],
    line: [0xd9, 0xdd, 0xdd],
  };
  return Uint8Array.from(
    colors.flatMap((color) =>
      Array.from({ length: steps }, (_, step) =>
        paper.map((channel, index) =>
          Math.round(channel + (((ends[color][index] ?? 0) - channel) * step) / (steps - 1)),
        ),
      ).flat(),
    ),
  );
}

const markPaths =
  '<path fill="none" stroke="#000" stroke-width="2.2" d="M17 1.6 21.2 6.8 27.9 6.1 27.2 12.8 32.4 17 27.2 21.2 27.9 27.9 21.2 27.2 17 32.4 12.8 27.2 6.1 27.9 6.8 21.2 1.6 17 6.8 12.8 6.1 6.1 12.8 6.8Z"/>' +
  '<path d="M17 10.2 18.9 12.4 21.8 12.2 21.6 15.1 23.8 17 21.6 18.9 21.8 21.8 18.9 21.6 17 23.8 15.1 21.6 12.2 21.8 12.4 18.9 10.2 17 12.4 15.1 12.2 12.2 15.1 12.4Z"/>';

export interface Layout {
  /** Codewords for data. */
  readonly data: number;
  readonly blocks: number;
  /** Codewords for error correction in each block. */
  readonly correction: number;
  /** Centres of the alignment patterns. */
  readonly alignment: readonly number[];
}

const layout = (data: number, blocks: number, correction: number, alignment: readonly number[]): Layout => ({
  data,
  blocks,
  correction,
  alignment,
});

/** Versions 1 to 10 at level M: tables 9 and E.1 of the standard. */
export const layouts: readonly Layout[] = [
  layout(16, 1, 10, []),
  layout(28, 1, 16, [6, 18]),
  layout(44, 1, 26, [6, 22]),
  layout(64, 2, 18, [6, 26]),
  layout(86, 2, 24, [6, 30]),
  layout(108, 4, 16, [6, 34]),
  layout(124, 4, 18, [6, 22, 38]),
  layout(154, 4, 22, [6, 24, 42]),
  layout(182, 5, 22, [6, 26, 46]),
  layout(216, 5, 26, [6, 28, 50]),
];

/** Rows of modules: 0 light, 1 dark, 2 for data. */
type Matrix = Uint8Array[];

/** What is the same for every text of one version. */
export interface Pattern {
  /** Modules on one side. */
  readonly size: number;
  /** Modules row by row: 0 light, 1 dark; those for data are light. */
  readonly modules: Uint8Array;
  /** Modules for data, as places in `modules`, in the order in which bits fill them. */
  readonly order: Uint16Array;
}

const patterns = new Map<number, Pattern>();

export function patternOf(version: number, layout: Layout): Pattern {
  const known = patterns.get(version);
  if (known !== undefined) return known;
  const matrix = drawFunctionPatterns(version, layout);
  const size = matrix.length;
  const modules = new Uint8Array(size * size);
  matrix.forEach((row, index) => modules.set(row, index * size));
  const order = orderOf(modules, size);
  for (const place of order) modules[place] = 0;
  const pattern = { size, modules, order };
  patterns.set(version, pattern);
  return pattern;
}

/** Two columns at a time from the right, up and down in turn. */
function orderOf(modules: Uint8Array, size: number): Uint16Array {
  const order: number[] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const row = upward ? size - 1 - step : step;
      for (const place of [row * size + right, row * size + right - 1]) if (modules[place] === 2) order.push(place);
    }
  }
  return Uint16Array.from(order);
}

function drawFunctionPatterns(version: number, { alignment }: Layout): Matrix {
  const size = version * 4 + 17;
  const matrix: Matrix = Array.from({ length: size }, () => new Uint8Array(size).fill(2));
  const set = (row: number, column: number, dark: boolean): void => {
    if (row >= 0 && row < size && column >= 0 && column < size) matrix[row]![column] = dark ? 1 : 0;
  };
  const square = (row: number, column: number, reach: number, darkAt: (distance: number) => boolean): void => {
    for (let y = -reach; y <= reach; y++)
      for (let x = -reach; x <= reach; x++) set(row + y, column + x, darkAt(Math.max(Math.abs(x), Math.abs(y))));
  };
  for (let index = 0; index < size; index++) {
    set(6, index, index % 2 === 0);
    set(index, 6, index % 2 === 0);
  }
  const last = alignment.at(-1);
  for (const row of alignment) {
    for (const column of alignment) {
      const finder = (row === 6 && (column === 6 || column === last)) || (column === 6 && row === last);
      if (!finder) square(row, column, 2, (distance) => distance !== 1);
    }
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    square(row, column, 4, (distance) => distance < 2 || distance === 3);
  drawFormat(size, set);
  if (version >= 7) drawVersion(version, size, set);
  return matrix;
}

type SetModule = (row: number, column: number, dark: boolean) => void;

/** Level M and mask 0 with their check bits: a constant. */
const formatBits = 0b101010000010010;

function drawFormat(size: number, set: SetModule): void {
  for (let index = 0; index < 15; index++) {
    const dark = ((formatBits >> index) & 1) === 1;
    const along = index < 6 ? index : index < 8 ? index + 1 : size - 15 + index;
    set(along, 8, dark);
    set(8, index < 8 ? size - 1 - index : index < 9 ? 7 : 14 - index, dark);
  }
  set(size - 8, 8, true);
}

function drawVersion(version: number, size: number, set: SetModule): void {
  let remainder = version;
  for (let index = 0; index < 12; index++) remainder = (remainder << 1) ^ ((remainder >> 11) * 0x1f25);
  const bits = (version << 12) | remainder;
  for (let index = 0; index < 18; index++) {
    const [across, along] = [size - 11 + (index % 3), Math.floor(index / 3)];
    set(along, across, ((bits >> index) & 1) === 1);
    set(across, along, ((bits >> index) & 1) === 1);
  }
}

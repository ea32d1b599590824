/** Writes numbers bit by bit, the highest bit first. */
export class BitWriter {
  #bytes = new Uint8Array(64);
  #length = 0;
  #pending = 0;
  #count = 0;

  /** `width`: at most 24. */
  write(value: number, width: number): void {
    this.#pending = (this.#pending << width) | value;
    this.#count += width;
    while (this.#count >= 8) {
      this.#count -= 8;
      this.#add((this.#pending >>> this.#count) & 255);
    }
    this.#pending &= (1 << this.#count) - 1;
  }

  /** A number from 0 in the Rice code: short where it is not much larger than 2 to the power of `k`. */
  writeRice(value: number, k: number): void {
    let quotient = Math.floor(value / 2 ** k);
    for (; quotient >= 16; quotient -= 16) this.write(0xffff, 16);
    this.write(2 ** (quotient + 1) - 2, quotient + 1);
    this.write(value % 2 ** k, k);
  }

  /** A number from 1, in about twice as many bits as it has. */
  writeGamma(value: number): void {
    const width = 31 - Math.clz32(value);
    this.writeRice(width, 0);
    const high = Math.max(0, width - 16);
    this.write(Math.floor(value / 2 ** (width - high)) % 2 ** high, high);
    this.write(value % 2 ** (width - high), width - high);
  }

  /** Bytes up to now. */
  get length(): number {
    return this.#length;
  }

  /** All bytes; the last is filled with zeros. */
  finish(): Uint8Array {
    if (this.#count > 0) this.#add((this.#pending << (8 - this.#count)) & 255);
    return this.#bytes.subarray(0, this.#length);
  }

  #add(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
}

/** Reads what a {@link BitWriter} wrote. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #next = 0;
  #pending = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(width: number): number {
    while (this.#count < width) {
      const byte = this.#bytes[this.#next];
      if (byte === undefined) throw new RangeError('the file ends within a number');
      this.#pending = ((this.#pending << 8) | byte) & 0x7fffffff;
      this.#next += 1;
      this.#count += 8;
    }
    this.#count -= width;
    return (this.#pending >>> this.#count) & ((1 << width) - 1);
  }

  readRice(k: number): number {
    let quotient = 0;
    while (this.read(1) === 1) quotient += 1;
    return quotient * 2 ** k + this.read(k);
  }

  readGamma(): number {
    const width = this.readRice(0);
    if (width > 31) throw new RangeError('the file is not what was written');
    const high = Math.max(0, width - 16);
    return (2 ** high + this.read(high)) * 2 ** (width - high) + this.read(width - high);
  }
}

/** Adds a number from 0 to a list of bytes, seven bits in each, the lowest first. */
export function addVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

/** Reads bytes, varints and ranges of bytes one after the other. */
export class ByteReader {
  readonly bytes: Uint8Array;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get ended(): boolean {
    return this.position >= this.bytes.length;
  }

  varint(): number {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new RangeError('the file ends within a number');
      this.position += 1;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  }

  take(length: number): Uint8Array {
    return this.bytes.subarray(this.position, (this.position += length));
  }
}

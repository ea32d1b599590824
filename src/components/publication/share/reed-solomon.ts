/** The check codewords of one block, by division in the field of 256 elements of ISO/IEC 18004. */
export function errorCorrection(data: Uint8Array, count: number): Uint8Array {
  const divisor = generatorOf(count);
  const remainder = new Uint8Array(count);
  for (const byte of data) {
    const factor = byte ^ remainder[0]!;
    remainder.copyWithin(0, 1);
    remainder[count - 1] = 0;
    if (factor === 0) continue;
    // No coefficient of the divisor is 0, so each product is a sum of logarithms.
    const logarithm = logarithms[factor]!;
    for (let index = 0; index < count; index++)
      remainder[index] = remainder[index]! ^ powers[logarithms[divisor[index]!]! + logarithm]!;
  }
  return remainder;
}

const generators = new Map<number, Uint8Array>();

/** Product of (x − 2⁰) … (x − 2ⁿ⁻¹), highest power first, without the leading 1. */
function generatorOf(degree: number): Uint8Array {
  const known = generators.get(degree);
  if (known !== undefined) return known;
  const generator = new Uint8Array(degree);
  generator[degree - 1] = 1;
  for (let power = 0, root = 1; power < degree; power++, root = multiply(root, 2)) {
    for (let index = 0; index < degree; index++) {
      generator[index] = multiply(generator[index] ?? 0, root) ^ (generator[index + 1] ?? 0);
    }
  }
  generators.set(degree, generator);
  return generator;
}

/** Powers of 2 and their logarithms, so that a product is a sum of logarithms. */
const [powers, logarithms] = buildTables();

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : powers[logarithms[a]! + logarithms[b]!]!;
}

function buildTables(): readonly [Uint8Array, Uint8Array] {
  // Twice over, so that a sum of two logarithms needs no remainder.
  const [power, logarithm] = [new Uint8Array(510), new Uint8Array(256)];
  for (let exponent = 0, value = 1; exponent < 255; exponent++) {
    power[exponent] = power[exponent + 255] = value;
    logarithm[value] = exponent;
    value = (value << 1) ^ ((value >> 7) * 0x11d);
  }
  return [power, logarithm];
}

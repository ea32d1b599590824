/** Compares two versions such as 1.2.10 by their numbers (semver.org, 11.2): negative where `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return [0, 1, 2].map((index) => (left[index] ?? 0) - (right[index] ?? 0)).find((order) => order !== 0) ?? 0;
}

const numbersOf = (version: string): readonly number[] =>
  version.split('.', 3).map((part) => Number.parseInt(part, 10) || 0);

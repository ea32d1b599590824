/** The summary that `build` prints. */
export interface BuildSummary {
  readonly pages: number;
  readonly rendered: number;
  readonly compiled: number;
  readonly filesWritten: number;
  /** Wall time of each stage, in seconds, in the order in which they ran. */
  readonly stages: Readonly<Record<string, number>>;
  /** Time of all render threads for each kind of output, in seconds. */
  readonly threads: Readonly<Record<string, number>>;
}

/** Parses the summary that `npm run build` prints. Throws when its format has changed. */
export function parseBuildSummary(output: string): BuildSummary {
  const number = (pattern: RegExp): number => {
    const found = pattern.exec(output)?.[1];
    if (found === undefined) throw new Error(`the summary of the build has no ${String(pattern)}:\n${output}`);
    return Number(found.replaceAll(',', ''));
  };
  return {
    pages: number(/: ([\d,]+) pages?,/),
    rendered: number(/([\d,]+) pages? rendered/),
    compiled: number(/changed +([\d,]+) of/),
    filesWritten: number(/([\d,]+) files? written/),
    stages: parseTimes(/^ *time .*?:(.*)$/m.exec(output)?.[1]),
    threads: parseTimes(/^ *threads (.*)$/m.exec(output)?.[1]),
  };
}

function parseTimes(line = ''): Record<string, number> {
  const times = [...line.matchAll(/([a-z]+) ([\d.]+) (ms|s)\b/g)];
  return Object.fromEntries(
    times.map(([, name = '', value, unit]) => [name, Number(value) / (unit === 'ms' ? 1000 : 1)]),
  );
}

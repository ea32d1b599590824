import { closest } from '../domain/problems/suggestion.ts';

/** A command as its help describes it. */
export interface Usage {
  readonly command: string;
  readonly description: string;
  /** Name without hyphens → what it does. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Flags with a value, by name: an example of the value, and what the flag does. */
  readonly values?: Readonly<Record<string, readonly [example: string, text: string]>>;
  /** What the other arguments are, as help shows it, such as `FOLDER…`; absent where there are none. */
  readonly operands?: string;
  /** Variables of the environment that the command reads. */
  readonly variables: readonly (keyof typeof variables)[];
}

/** The flags that were given, or a text to print and the exit code. */
export type Flags = GivenFlags | { readonly text: string; readonly code: number };

export interface GivenFlags {
  readonly given: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/** Reads the arguments of a command. An unknown argument is an error: to ignore a misspelt flag would mislead the user. */
export function readFlags(args: readonly string[], usage: Usage): Flags {
  if (args.includes('--help') || args.includes('-h')) return { text: help(usage), code: 0 };
  const given = new Set<string>();
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const [, name, own] = /^--([a-z-]+)(?:=(.*))?$/s.exec(args[index]!) ?? [];
    const example = name === undefined ? undefined : usage.values?.[name]?.[0];
    if (name !== undefined && example !== undefined) {
      const value = own ?? args[(index += 1)];
      if (value === undefined || value.startsWith('--'))
        return { text: `--${name} needs a value\n→ write it after the flag, such as --${name} ${example}`, code: 1 };
      values.set(name, value);
    } else if (name !== undefined && own === undefined && usage.flags?.[name] !== undefined) given.add(name);
    else if (usage.operands !== undefined && !args[index]!.startsWith('-')) operands.push(args[index]!);
    else return unknownArgument(args[index]!, usage);
  }
  return { given, values, operands };
}

function unknownArgument(arg: string, { command, flags, values }: Usage): Flags {
  const near = closest(
    arg.replace(/=.*/s, ''),
    [...Object.keys(flags ?? {}), ...Object.keys(values ?? {}), 'help'].map((name) => `--${name}`),
  );
  const hint = near ? `did you mean ${near}?` : `npm run ${command} -- --help lists all flags`;
  return { text: `${command} does not know ${arg}\n→ ${hint}`, code: 1 };
}

const variables = {
  CONTENT_DIR: 'folder of the content; default content',
  OUT_DIR: 'folder of the site; default dist',
  OUT_UMASK: 'permissions that published files do not get; default 022, so that a web server can read them',
  CACHE_DIR: 'folder of the cache; default .cache',
  SITE_URL: 'address of the site; overrides `url` of site.yaml',
  BASE_PATH: 'path before every address; overrides the path of `url`',
  PORT: 'port to serve on; default 4321, or the next free one',
} as const;

function help({ command, description, flags = {}, values = {}, operands, variables: own }: Usage): string {
  const rows = [
    ...(operands === undefined ? [] : [[`npm run ${command} -- ${operands}`, description] as const]),
    ...Object.entries(flags).map(([name, text]) => [`npm run ${command} -- --${name}`, text] as const),
    ...Object.entries(values).map(
      ([name, [example, text]]) => [`npm run ${command} -- --${name} ${example}`, text] as const,
    ),
    ...own.map((name) => [name, variables[name]] as const),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [`npm run ${command}: ${description}`, ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)].join(
    '\n',
  );
}

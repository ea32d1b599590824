import { closest } from '../domain/problems/suggestion.ts';

/** A command as its help describes it. */
export interface Usage {
  readonly command: string;
  readonly description: string;
  /** Name without hyphens → what it does. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Variables of the environment that the command reads. */
  readonly variables: readonly (keyof typeof variables)[];
}

/** The flags that were given, or a text to print and the exit code. */
export type Flags = { readonly given: ReadonlySet<string> } | { readonly text: string; readonly code: number };

/** Reads the arguments of a command. An unknown argument is an error: to ignore a misspelt flag would mislead the user. */
export function readFlags(args: readonly string[], usage: Usage): Flags {
  const known = [...Object.keys(usage.flags ?? {}), 'help'].map((name) => `--${name}`);
  if (args.includes('--help') || args.includes('-h')) return { text: help(usage), code: 0 };
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown === undefined) return { given: new Set(args.map((arg) => arg.replace(/^--/, ''))) };
  const near = closest(unknown, known);
  const hint = near ? `did you mean ${near}?` : `npm run ${usage.command} -- --help lists all flags`;
  return { text: `${usage.command} does not know ${unknown}\n→ ${hint}`, code: 1 };
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

function help({ command, description, flags = {}, variables: own }: Usage): string {
  const rows = [
    ...Object.entries(flags).map(([name, text]) => [`npm run ${command} -- --${name}`, text] as const),
    ...own.map((name) => [name, variables[name]] as const),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [`npm run ${command}: ${description}`, ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)].join(
    '\n',
  );
}

import type { WrittenReferences } from '../store/citation-cache.ts';

/** One page with the files that belong to it, one file that is written, or one that is copied. */
export interface RenderJob {
  /** Address of a page or file without locale and base path; or `copy:` and the output path of a copied file. */
  readonly address: string;
  readonly locale: string;
  readonly kind: string;
  /** Path from which a copied file is read. */
  readonly source?: string;
  /** Slug of the publication whose citation files are written with the page. */
  readonly citations?: string;
  /** Output path of the page or file. */
  readonly output: string;
  readonly key: string;
  /** Files of the last site, as `path|bytes|mtime` lines; empty when there were none. */
  readonly previous: string;
  /** True: nothing changed, and the files of the last site are kept. */
  readonly unchanged: boolean;
}

export interface RenderResult {
  readonly address: string;
  readonly locale: string;
  readonly key: string;
  /** As `path|bytes|mtime` lines. */
  readonly files: string;
  /** Output paths whose bytes are new. */
  readonly changed: readonly string[];
  /** Hashes of the paths that the page links to; absent where it did not change. */
  readonly links?: Uint8Array;
}

/** Time that a render thread spent on each stage, in milliseconds. */
export interface StageTimes {
  pages: number;
  citations: number;
  files: number;
}

/**
 * What a thread does for a page or file: it finds what the page shows, renders the template, looks at the HTML, makes and
 * saves files, and follows its links.
 */
export type RenderStage = 'data' | 'template' | 'html' | 'file' | 'links';

export interface RenderFailure {
  readonly address: string;
  readonly locale: string;
  readonly stage: RenderStage;
  readonly message: string;
  /** Code of the system's error, where the disk failed and not the page. */
  readonly code?: string;
}

export interface RenderReply {
  readonly results: readonly RenderResult[];
  readonly times: StageTimes;
  /** References rendered for publications, which the catalog keeps. */
  readonly references: readonly WrittenReferences[];
  /** Pages and files that could not be made. */
  readonly failures: readonly RenderFailure[];
  /** Links to files that were not known when the threads started. */
  readonly missing: readonly FoundLink[];
  /** Links to parts of other pages. */
  readonly parts: readonly FoundLink[];
}

/** A link of a page inside the site. */
export interface FoundLink {
  /** Address and locale of the page. */
  readonly address: string;
  readonly locale: string;
  /** Path in the site of what it leads to. */
  readonly path: string;
  readonly fragment?: string;
}

/** Templates compiled by Astro: `server/entry.mjs` renders, `client/` is served as it is. */
export interface Templates {
  readonly folder: string;
  readonly digest: string;
  /** Changes with what the templates put into every page. */
  readonly shared: string;
  /** Digest of what a body imports, by content file, for bodies that import something. */
  readonly bodies: ReadonlyMap<string, string>;
}

/**
 * What the compiled templates export: HTML of the page at a path of the site, base path included. Throws when a template
 * fails.
 */
export interface TemplatesEntry {
  readonly renderPage: (path: string, locals: App.Locals) => Promise<string>;
}

export interface RenderWorkerData {
  readonly templates: string;
  readonly outDir: string;
  readonly staging: string;
  readonly mode: 'swap' | 'patch';
  /** Path before every address. */
  readonly base: string;
  /** Address of the site, with its path. */
  readonly site: string;
  /** Paths of the planned files, as a path set. */
  readonly known: SharedArrayBuffer;
}

export const fileLine = (path: string, size: number, mtime: number): string => `${path}|${size}|${mtime}`;

export function* readFileLines(lines: string): Generator<{ path: string; size: number; mtime: number }> {
  for (let start = 0; start < lines.length;) {
    const next = lines.indexOf('\n', start);
    const end = next < 0 ? lines.length : next;
    const [size, mtime] = [lines.indexOf('|', start), lines.lastIndexOf('|', end)];
    if (end > start)
      yield {
        path: lines.slice(start, size),
        size: Number(lines.slice(size + 1, mtime)),
        mtime: Number(lines.slice(mtime + 1, end)),
      };
    start = end + 1;
  }
}

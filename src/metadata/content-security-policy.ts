import type { PageKind } from '../domain/pages/page-data.ts';

/*
 * What a browser may load and run on the pages of the site (CSP Level 3, Trusted Types). Everything comes from the site
 * itself, in files: a page holds no script, style or handler of its own, so that one which got into it cannot run.
 * `upgrade-insecure-requests` is not there: no page names another host, and a site inside an institute may have no TLS.
 */

/** Pages that have a search field, and so load Pagefind. */
const searching: ReadonlySet<PageKind> = new Set(['home', 'search', 'not-found']);

type Directive = readonly [name: string, ...sources: string[]];

/** The policy that a page carries in its head; `search`: the site has a search. */
export const pagePolicy = (kind: PageKind, search: boolean): string =>
  formatPolicy(directives(search && searching.has(kind)));

/**
 * The policy that a server sends with everything: the widest that any page needs, because a browser applies it together
 * with that of the page, and because a host may join the headers of several rules, and can only make them stricter.
 */
export const sitePolicy: string = formatPolicy(directives(true));

/** The same for whatever no other site may show in a frame; a page cannot say that in its head. */
export const unframedPolicy: string = formatPolicy([...directives(true), ['frame-ancestors', "'self'"]]);

/** A drawing that is opened by itself is a document, and could run scripts: it may not even load anything. */
export const drawingPolicy: string = formatPolicy([['default-src', "'none'"], ['sandbox']]);

/** What a server sends with the file at a path that is not joined from several rules. */
export function policyOfPath(path: string): string {
  if (path.endsWith('.svg')) return drawingPolicy;
  return path.endsWith('/embed/') ? sitePolicy : unframedPolicy;
}

/** Pagefind is a program in WebAssembly that runs in a worker, and loads its index by itself. */
function directives(search: boolean): readonly Directive[] {
  return [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...(search ? ["'wasm-unsafe-eval'"] : [])],
    ...(search ? ([['worker-src', "'self'"]] as const) : []),
    // Files of the site: those that the reading list joins, and what tools ask for from a page, such as /robots.txt.
    ['connect-src', "'self'"],
    ['style-src', "'self'"],
    ['img-src', "'self'"],
    ['font-src', "'self'"],
    ['media-src', "'self'"],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
    ['require-trusted-types-for', "'script'"],
    // A worker is named by a text, which the policy `default` of the search client allows for Pagefind's alone.
    ['trusted-types', search ? 'default' : "'none'"],
  ];
}

function formatPolicy(policy: readonly Directive[]): string {
  return policy.map((directive) => directive.join(' ')).join('; ');
}

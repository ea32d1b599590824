import type { PageKind } from '../domain/pages/page-data.ts';

/*
 * What a browser may load and run on the pages of the site (CSP Level 3, Trusted Types). All scripts and styles are files
 * of the site: pages have no inline script, style or handler, so that an injected one cannot run. Without
 * `upgrade-insecure-requests`: no page names another host, and a site inside an institute may have no TLS.
 */

/** Pages with a search field, which loads Pagefind. */
const searching: ReadonlySet<PageKind> = new Set(['home', 'search', 'not-found']);

type Directive = readonly [name: string, ...sources: string[]];

/** The policy in the head of a page; `search`: the site has a search. */
export const pagePolicy = (kind: PageKind, search: boolean): string =>
  search && searching.has(kind) ? sitePolicy : plainPolicy;

const plainPolicy: string = formatPolicy(directives(false));

/**
 * The policy that a server sends with every file: the least strict one that a page needs. A browser applies it together
 * with the policy of the page, and hosts combine the headers of several rules, which can only make the result stricter.
 */
export const sitePolicy: string = formatPolicy(directives(true));

/** The policy of the server where the desk is published: its page alone asks the API of a repository, and shows a page in a frame. */
export const sitePolicyWith = (api: string): string =>
  formatPolicy(
    directives(true)
      .map(([name, ...sources]): Directive => {
        if (name === 'connect-src') return [name, ...sources, new URL(api).origin];
        return name === 'img-src' ? [name, ...sources, 'data:', 'blob:'] : [name, ...sources];
      })
      .concat([['frame-src', "'self'"]]),
  );

/** The policy in the head of the desk: its own scripts, and no other host than that of the API. */
export const deskPolicy = (api: string): string =>
  formatPolicy([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['connect-src', "'self'", new URL(api).origin],
    ['style-src', "'self'"],
    ['img-src', "'self'", 'data:', 'blob:'],
    ['font-src', "'self'"],
    ['frame-src', "'self'"],
    ['form-action', "'none'"],
    ['base-uri', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', "'none'"],
  ]);

/** What a server adds to the policy in the head of the desk: a page around it could have its user click there. */
export const deskFramePolicy: string = formatPolicy([['frame-ancestors', "'none'"]]);

/** The policy for pages that other sites may not show in a frame, which a policy in the head cannot forbid. */
export const unframedPolicy: string = unframed(sitePolicy);

export const unframedPolicyWith = (api: string): string => unframed(sitePolicyWith(api));

/** An SVG that is opened as a document could run scripts: this policy forbids all loading. */
export const drawingPolicy: string = formatPolicy([['default-src', "'none'"], ['sandbox']]);

/** The policy for the file at a path, for servers that do not combine rules. */
export function policyOfPath(path: string): string {
  if (path.endsWith('.svg')) return drawingPolicy;
  if (path === '/edit/') return deskFramePolicy;
  return path.endsWith('/embed/') ? sitePolicy : unframedPolicy;
}

/** Pagefind runs WebAssembly in a worker, and fetches its index. */
function directives(search: boolean): readonly Directive[] {
  return [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...(search ? ["'wasm-unsafe-eval'"] : [])],
    ...(search ? ([['worker-src', "'self'"]] as const) : []),
    // Files of the site: those that the reading list collects, and what tools fetch from a page, such as /robots.txt.
    ['connect-src', "'self'"],
    ['style-src', "'self'"],
    ['img-src', "'self'"],
    ['font-src', "'self'"],
    ['media-src', "'self'"],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
    ['require-trusted-types-for', "'script'"],
    // Pagefind passes the address of its worker as a string; the `default` policy of the search client allows only that.
    ['trusted-types', search ? 'default' : "'none'"],
  ];
}

function formatPolicy(policy: readonly Directive[]): string {
  return policy.map((directive) => directive.join(' ')).join('; ');
}

function unframed(policy: string): string {
  return `${policy}; frame-ancestors 'self'`;
}

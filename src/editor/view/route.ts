import type { DeskKind } from '../model/record.ts';
import { percentDecode } from '../../domain/text/percent-encoding.ts';

/** A view of the desk; its address is the fragment of the page. */
export type Route =
  | { readonly view: 'list'; readonly kind: DeskKind }
  | { readonly view: 'new'; readonly kind: DeskKind }
  | { readonly view: 'open'; readonly file: string };

/** Kinds in the order of the tabs. */
export const deskKinds = [
  'publications',
  'people',
  'units',
  'journals',
  'topics',
  'pages',
  'site',
] as const satisfies readonly DeskKind[];

/** The view of a fragment; the list of publications where it names none. */
export function parseRoute(fragment: string): Route {
  const path = percentDecode(fragment.replace(/^#?\/?/, ''));
  const [first = '', ...rest] = path.split('/');
  // Pages of the site link to the file alone.
  if (/\.(?:mdx|yaml)$/.test(path) && first !== 'open') return { view: 'open', file: path };
  if (first === 'open' && rest.length > 0) return { view: 'open', file: rest.join('/') };
  if (first === 'new') return { view: 'new', kind: kindOf(rest[0]) };
  return { view: 'list', kind: kindOf(first) };
}

export function formatRoute(route: Route): string {
  if (route.view === 'open') return `#/open/${route.file.split('/').map(encodeURIComponent).join('/')}`;
  return route.view === 'new' ? `#/new/${route.kind}` : `#/${route.kind === 'import' ? 'site' : route.kind}`;
}

const kindOf = (text: string | undefined): DeskKind => deskKinds.find((kind) => kind === text) ?? 'publications';

import { facetNames, type FacetName } from '../../search/search-data.ts';
import type { Chosen } from '../../search/facets.ts';

export const sorts = ['relevance', 'newest', 'oldest', 'title'] as const;
export type Sort = (typeof sorts)[number];

/** Number of results that are shown first, and added by each request for more. */
export const step = 10;

/** State of the search page, as in its address. */
export interface SearchState extends Chosen {
  readonly query: string;
  readonly sort: Sort;
  /** True to search for the words as typed only, without other names of what they mean. */
  readonly literal: boolean;
  /** Number of shown results. */
  readonly shown: number;
}

export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const [, from = params.get('from') ?? '', to = params.get('to') ?? ''] =
    /^(\d{4})?-?(\d{4})?$/.exec(params.get('year') ?? '') ?? [];
  const single = /^\d{4}$/.test(params.get('year') ?? '');
  const sort = sorts.find((name) => name === params.get('sort')) ?? 'relevance';
  const facets = facetNames.flatMap((name): [FacetName, string[]][] => {
    const ids = [...new Set(params.getAll(name).filter((id) => id !== ''))];
    return ids.length > 0 ? [[name, ids]] : [];
  });
  return {
    query: (params.get('q') ?? '').trim(),
    sort,
    literal: params.get('words') === 'typed',
    shown: Math.max(step, Number.parseInt(params.get('show') ?? '', 10) || 0),
    facets: Object.fromEntries(facets),
    ...(from === '' ? {} : { from: Number(from) }),
    ...(single ? { to: Number(from) } : to === '' ? {} : { to: Number(to) }),
  };
}

/** The query string of a state, without default values. */
export function formatState({ query, from, to, facets, sort, literal, shown }: SearchState): string {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  if (from !== undefined || to !== undefined)
    params.set('year', from === to ? String(from) : `${from ?? ''}-${to ?? ''}`);
  for (const name of facetNames) for (const id of facets[name] ?? []) params.append(name, id);
  if (sort !== 'relevance') params.set('sort', sort);
  if (literal) params.set('words', 'typed');
  if (shown > step) params.set('show', String(shown));
  return params.size === 0 ? '' : `?${params}`;
}

/** The state with one value of a facet added or removed. */
export function toggled(state: SearchState, name: FacetName, id: string): SearchState {
  const before = state.facets[name] ?? [];
  const ids = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
  const { [name]: _, ...others } = state.facets;
  return { ...state, shown: step, facets: ids.length > 0 ? { ...others, [name]: ids } : others };
}

/** The state without the filter of years. */
export function withoutYears({ from: _, to: __, ...state }: SearchState): SearchState {
  return { ...state, shown: step };
}

/** The state without filters. */
export const withoutFilters = (state: SearchState): SearchState => ({ ...withoutYears(state), facets: {} });

export const hasFilters = ({ from, to, facets }: SearchState): boolean =>
  from !== undefined || to !== undefined || Object.keys(facets).length > 0;

/** Whether the state asks for something, so that it is not the list of all publications. */
export const asks = (state: SearchState): boolean => state.query !== '' || hasFilters(state);

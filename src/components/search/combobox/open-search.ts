// A module of its own to import later: the object of exports that such an import needs is then in no script of the search page.
export { openSearch } from '../../../search/search-client.ts';

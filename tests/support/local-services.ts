import type { Services } from '../../src/import/fetch/services.ts';

/** A local server in place of each service. */
export const localServices = (address: string): Services => ({
  crossref: address,
  pubmed: address,
  orcid: address,
  doi: address,
  openalex: `${address}/openalex`,
  europepmc: `${address}/europepmc`,
  ror: `${address}/ror`,
});

/** Addresses of the services, without a trailing slash. */
export interface Services {
  readonly crossref: string;
  readonly pubmed: string;
  readonly orcid: string;
  readonly doi: string;
  readonly openalex: string;
  readonly europepmc: string;
  readonly ror: string;
}

export const publicServices: Services = {
  crossref: 'https://api.crossref.org',
  pubmed: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
  orcid: 'https://pub.orcid.org/v3.0',
  doi: 'https://doi.org',
  openalex: 'https://api.openalex.org',
  europepmc: 'https://www.ebi.ac.uk/europepmc/webservices/rest',
  ror: 'https://api.ror.org/v2',
};

export interface ServiceResponse {
  readonly status: number;
  readonly body: string;
  /** Why the answer was not read, such as its size. It is not asked for again. */
  readonly refused?: string;
  /** Seconds to wait before the next request, from the service. */
  readonly retryAfter?: number;
}

export interface FetchEffects {
  /** Sends a GET request, with the key of the service if the user has one. Throws if there is no connection. */
  readonly request: (url: string, accept: string) => Promise<ServiceResponse>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly cached: (url: string) => string | undefined;
  readonly keep: (url: string, body: string) => void;
  readonly progress: (done: number, all: number) => void;
}

/** Services, the address under which they reach the user, and the network. */
export interface Network {
  readonly services: Services;
  readonly contact: string | undefined;
  readonly effects: FetchEffects;
}

/** What the published page of the desk says about the site and its repository. */
export interface PublishedSettings {
  /** Empty, or `/path` without a trailing slash. */
  readonly base: string;
  /** Languages of the site; the first is the default. */
  readonly locales: readonly string[];
  readonly institute: string;
  /** True where bodies of the site may hold code. */
  readonly holdsCode: boolean;
  readonly repository: PublishedRepository;
}

export interface PublishedRepository {
  readonly host: 'github' | 'gitlab' | 'gitea';
  /** Address of the API, without a slash at the end. */
  readonly api: string;
  /** Address of the host for people. */
  readonly web: string;
  /** Owner and name. */
  readonly repository: string;
  readonly branch: string;
  /** Content folder in the repository. */
  readonly folder: string;
}

/** Id of the element of the page that holds the settings as JSON, and of the one that the desk fills. */
export const settingsElement = 'desk-settings';
export const deskElement = 'desk';
/** File beside the page with what the site lists. */
export const recordsFile = 'records.json';

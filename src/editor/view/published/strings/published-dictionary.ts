import type { HostFault } from '../../../stores/repository/host-words.ts';
import type { PublishedString } from './en.ts';

/** The words of the published page around the desk, in one language. */
export interface PublishedDictionary {
  readonly strings: Readonly<Record<PublishedString, string>>;
  readonly faults: Readonly<Record<HostFault, readonly [message: string, hint: string]>>;
}

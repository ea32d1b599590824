import type { OwnEntry } from './entry.ts';
import type { PublicationSummary } from './publication-summary.ts';

/**
 * What connects a publication with other files, as text: all but its title and other texts that lists show. `summary` and `entry`
 * are JSON; empty for a file with errors.
 */
export function connectingPart(summary: string, entry: string): string {
  if (summary === '' || entry === '') return summary;
  const { title: _, titleKey: _key, ...connecting } = JSON.parse(summary) as PublicationSummary;
  const { authors, journal, container } = JSON.parse(entry) as OwnEntry;
  return JSON.stringify([connecting, authors, journal, container]);
}

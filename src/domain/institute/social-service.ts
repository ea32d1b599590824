import type { Fault } from '../problems/problem.ts';
import { closest } from '../problems/suggestion.ts';

/** Services whose names the interface translates. */
export const socialServices = [
  'x',
  'twitter',
  'bluesky',
  'mastodon',
  'linkedin',
  'whatsapp',
  'telegram',
  'instagram',
  'youtube',
  'facebook',
  'aparat',
  'researchgate',
  'github',
  'threads',
  'eitaa',
  'bale',
  'rubika',
  'soroush',
] as const;

/** The known service that a name means. Case, spaces, full stops and hyphens are ignored. */
export const findService = (written: string): string | undefined =>
  socialServices.find((service) => service === written.toLowerCase().replace(/[\s.-]/g, ''));

/**
 * A name similar to a known one is misspelt: an error. Any other may be a service that is not known here: a warning.
 */
export function findServiceFault(written: string): Fault | undefined {
  if (findService(written)) return undefined;
  const near = closest(written, socialServices);
  return {
    severity: near ? 'error' : 'warning',
    name: 'unknown-service',
    message: near
      ? `there is no service "${written}", and readers would see the misspelt name`
      : `"${written}" is not a known service, so pages show the name as written in every language`,
    hint: near
      ? `did you mean ${near}?`
      : `keep it if readers know this name, else write one of ${socialServices.join(', ')}`,
  };
}

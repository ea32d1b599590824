import type { Fault } from '../problems/problem.ts';
import { closest } from '../problems/suggestion.ts';

/** Services that the interface knows by name, in every language. */
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

/** The name by which the interface knows a service, however it is spaced or capitalised. */
export const findService = (written: string): string | undefined =>
  socialServices.find((service) => service === written.toLowerCase().replace(/[\s.-]/g, ''));

/** A name that is nearly a known one is misspelt; any other may well be a service that we do not know. */
export function findServiceFault(written: string): Fault | undefined {
  if (findService(written)) return undefined;
  const near = closest(written, socialServices);
  return {
    severity: near ? 'error' : 'warning',
    name: 'unknown-service',
    message: near
      ? `there is no service "${written}", and readers would see the name as it is written`
      : `"${written}" is not a service that the site has a name for, so every language shows it as it is written`,
    hint: near
      ? `did you mean ${near}?`
      : `leave it if readers know it by this name, else write one of ${socialServices.join(', ')}`,
  };
}

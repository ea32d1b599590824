import type { StringKey } from '../../i18n/locales.ts';
import type { Translator } from '../../i18n/translate.ts';

const stringKeys: Readonly<Record<string, StringKey>> = {
  x: 'service.x',
  twitter: 'service.x',
  bluesky: 'service.bluesky',
  mastodon: 'service.mastodon',
  linkedin: 'service.linkedin',
  whatsapp: 'service.whatsapp',
  telegram: 'service.telegram',
  mail: 'service.mail',
  instagram: 'service.instagram',
  youtube: 'service.youtube',
  facebook: 'service.facebook',
  aparat: 'service.aparat',
  researchgate: 'service.researchgate',
  github: 'service.github',
  threads: 'service.threads',
  eitaa: 'service.eitaa',
  bale: 'service.bale',
  rubika: 'service.rubika',
  soroush: 'service.soroush',
};

/** Name of a social network in the reader's language; an unknown one keeps its own name, with a capital letter. */
export function serviceName(service: string, t: Translator): string {
  const key = stringKeys[service];
  return key === undefined ? service.charAt(0).toUpperCase() + service.slice(1) : t(key);
}

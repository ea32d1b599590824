import type { Site } from '../domain/institute/site.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import { cachedCard } from './cached-card.ts';
import { drawableCharacters } from './card-fonts.ts';
import { instituteCard, publicationCard } from './make-card.ts';

/** The share picture of a publication, as a PNG. */
export const writePublicationCard = (cited: CitedPublication, site: Site): Promise<Uint8Array> =>
  cachedCard(publicationCard(cited, site, drawableCharacters()), cited.publication.slug);

/** The share picture of the institute in one language. A slug never begins with an underscore. */
export const writeInstituteCard = (site: Site, locale: string): Promise<Uint8Array> =>
  cachedCard(instituteCard(site, locale), `_${locale}`);

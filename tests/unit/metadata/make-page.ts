import type { PageOf } from '../../../src/domain/pages/page-data.ts';
import type { PublicationContext } from '../../../src/domain/publication/publication-context.ts';
import type { Site } from '../../../src/domain/institute/site.ts';
import { createFormatter } from '../../../src/i18n/format.ts';
import { createTranslator } from '../../../src/i18n/translate.ts';
import type { HeadTag } from '../../../src/metadata/head-tag.ts';
import type { PageView } from '../../../src/metadata/page-view.ts';
import { offeredFormats } from '../../../src/formats/written-formats.ts';
import { siteSchema } from '../../../src/schemas/site.ts';
import { createUrls } from '../../../src/urls.ts';
import { makeCited, type PublicationSketch } from '../formats/make-cited.ts';

/** The page of a publication with everything empty that a test does not name. */
export function makePage(
  sketch: PublicationSketch = {},
  context: Partial<PublicationContext> = {},
): PageOf<'publication'> {
  const cited = makeCited(sketch, context);
  return {
    kind: 'publication',
    ...cited,
    address: `/publications/${cited.publication.slug}/`,
    locales: ['en', 'fa'],
    entries: {},
  };
}

/** How a page is seen on a site below `/pubs` of example.org, in English unless the test says otherwise. */
export function makeView(locale = 'en', written: Readonly<Record<string, unknown>> = {}): PageView {
  const fields = siteSchema.parse({
    institute: { en: 'Example Institute', fa: 'مؤسسهٔ نمونه' },
    url: 'https://example.org',
    locales: ['en', 'fa'],
    ...written,
  });
  const site: Site = {
    ...fields,
    formats: offeredFormats(),
    platform: fields.platform ?? { und: 'Publications' },
    url: 'https://example.org',
    base: '',
  };
  return {
    site,
    locale,
    t: createTranslator(locale),
    format: createFormatter(locale),
    urls: createUrls({ siteUrl: site.url, base: site.base, locales: site.locales }),
  };
}

/** Values of the `meta` elements of one name, or of the links of one relation, in order. */
export const contents = (tags: readonly HeadTag[], name: string): string[] =>
  tags.flatMap((tag) => {
    if (tag.tag === 'data') return [];
    const { attributes } = tag;
    if (tag.tag === 'link') return attributes['rel'] === name ? [attributes['href'] ?? ''] : [];
    // A tag may have a name and a property.
    return [attributes['name'], attributes['property']].includes(name) ? [attributes['content'] ?? ''] : [];
  });

export const namesOf = (tags: readonly HeadTag[]): string[] =>
  tags.flatMap((tag) => (tag.tag === 'meta' ? (tag.attributes['name'] ?? tag.attributes['property'] ?? []) : []));

import { singleFormats } from '../domain/publication/offered-format.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import type { Site } from '../domain/institute/site.ts';
import type { LlmsFile } from '../domain/pages/site-file.ts';
import { createTranslator } from '../i18n/translate.ts';
import type { IndexKind } from '../domain/pages/page-data.ts';
import type { Urls } from '../urls.ts';
import { writeLlms, type LlmsLink } from './llms.ts';

interface Contents {
  readonly site: Site;
  readonly indexes: readonly IndexKind[];
  textPages(locale: string): readonly { readonly id: string; readonly title: string }[];
}

/** `/llms.txt` of a site, in English: its lists and years, and the addresses of the data of each publication. */
export function writeSiteLlms({ total, years }: LlmsFile, contents: Contents, urls: Urls): string {
  const { site, indexes } = contents;
  const locale = site.locales[0] ?? 'en';
  const t = createTranslator('en', site.strings?.['en']);
  const name = (text: Site['institute']): string => chooseText(text, 'en', site.locales)?.text ?? '';
  const at = (path: string): string => urls.absolute(path);
  const files = singleFormats(site.formats)
    .map(({ label, extension }) => `${label} (${extension})`)
    .join(', ');
  return writeLlms(
    `${name(site.platform)} · ${name(site.institute)}`,
    `${t('count.publications', { count: total })} of ${name(site.institute)}: one page for each, with its authors, abstract, identifiers and citations.`,
    [
      `The page of a publication is at ${at(urls.page('/publications/', locale))}<slug>/. Its citation lies beside it, at the same address without the last slash and with an ending: ${files}. Every page describes itself in JSON-LD.`,
      'Some publications have been retracted, withdrawn or corrected since they appeared. Their pages, feeds and citations say so first; do not cite a retracted publication as evidence.',
    ],
    [
      {
        heading: 'Lists',
        links: indexes.map((kind): LlmsLink => ({ name: t(`nav.${kind}`), url: at(urls.index(kind, locale)) })),
      },
      {
        heading: 'Years',
        links: years.map(({ year, count }): LlmsLink => ({
          name: String(year),
          url: at(urls.year(year, locale)),
          note: t('count.publications', { count }),
        })),
      },
      {
        heading: 'Data',
        links: [
          ...(total > 0
            ? [
                { name: 'Atom feed', url: at(urls.feed('/', 'xml', locale)), note: 'what is new or was corrected' },
                { name: 'JSON Feed', url: at(urls.feed('/', 'json', locale)) },
              ]
            : []),
          { name: 'Sitemap', url: at(urls.file('/sitemap-index.xml')), note: 'every page, in every language' },
          ...(site.features.oai && total > 0
            ? [{ name: 'OAI-PMH static repository', url: at(urls.file('/oai.xml')) }]
            : []),
        ],
      },
      {
        heading: 'Optional',
        links: contents.textPages(locale).map(({ id, title }) => ({ name: title, url: at(urls.text(id, locale)) })),
      },
    ],
  );
}

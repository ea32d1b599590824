import { chooseText } from '../../domain/localized-text.ts';
import type { Publication } from '../../domain/publication.ts';

/** Signs that a result page of a search engine shows. */
const limit = 280;

/** The beginning of the abstract, or of the plain-language summary where there is none, cut between words. */
export function describe({ abstracts, summary, lang }: Publication, locale: string): string | undefined {
  const abstract = abstracts.find((own) => own.lang === locale) ?? abstracts[0];
  const text = abstract?.sections.map((section) => section.text).join(' ') ?? textOf(summary, locale, lang);
  const line = text
    .slice(0, 2 * limit)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit) return line === '' ? undefined : line;
  const space = line.lastIndexOf(' ', limit);
  return `${line.slice(0, space === -1 ? limit : space)} …`;
}

/** The summary without the markup that it was compiled to. */
function textOf(summary: Publication['summary'], locale: string, lang: string): string {
  const html = (summary && chooseText(summary, locale, [lang])?.text) ?? '';
  return html.replace(/<[^>]+>/g, ' ').replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => signs[entity] ?? entity);
}

const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

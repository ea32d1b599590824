import { chooseText } from '../../domain/localized-text.ts';
import type { Publication } from '../../domain/publication.ts';

/** Signs that a result page of a search engine shows. */
const limit = 280;

/** The beginning of the abstract, or of the plain-language summary where there is none, cut between words. */
export function describe({ abstracts, summary, lang }: Publication, locale: string): string | undefined {
  const abstract = abstracts.find((own) => own.lang === locale) ?? abstracts[0];
  const text = abstract?.sections.map((section) => section.text).join(' ') ?? plain(summary && chooseText(summary, locale, [lang])?.text);
  const line = text?.replace(/\s+/g, ' ').trim();
  if (line === undefined || line.length <= limit) return line || undefined;
  return `${line.slice(0, line.lastIndexOf(' ', limit))} …`;
}

/** Without the markup that the summary was compiled to; entities of `escapeHtml` are read back. */
const plain = (html: string | undefined): string | undefined =>
  html?.replace(/<[^>]+>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');

/** The text of the title of a record, without tags. */
export const plainTitle = (html: string): string =>
  html.replace(/<[^<>]*>|&(?:lt|gt|amp|quot|#39);/g, (part) => signs[part] ?? '');

const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };

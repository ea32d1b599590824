import { element, textElement, xmlDocument } from '../domain/text/xml.ts';

export interface SearchDescription {
  /** Names of the site; the first one of at most 16 characters becomes the short name. */
  readonly names: readonly string[];
  readonly description: string;
  /** Address of the search page. */
  readonly search: string;
  readonly self: string;
  readonly icon: string;
  readonly language: string;
}

/** OpenSearch 1.1, by which browsers offer to search the site. Names have at most 16 and 48 characters, descriptions 1,024. */
export function writeOpenSearch({ names, description, search, self, icon, language }: SearchDescription): string {
  const [name = ''] = names;
  const short = names.find((each) => [...each].length <= 16) ?? shorten(name, 16);
  return xmlDocument(
    element('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      textElement('ShortName', short),
      textElement('LongName', shorten(name, 48)),
      textElement('Description', shorten(description, 1024)),
      textElement('Language', language),
      textElement('InputEncoding', 'UTF-8'),
      textElement('OutputEncoding', 'UTF-8'),
      textElement('Image', icon, { type: 'image/svg+xml' }),
      element('Url', { type: 'text/html', method: 'get', template: `${search}?q={searchTerms}` }),
      element('Url', { type: 'application/opensearchdescription+xml', rel: 'self', template: self }),
    ]),
  );
}

function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const start = characters.slice(0, limit - 1).join('');
  const space = start.lastIndexOf(' ');
  return `${start.slice(0, space > limit / 3 ? space : undefined).trimEnd()}…`;
}

import { isGroup } from '../domain/people/person-name.ts';
import { placeholders } from '../domain/publication/placeholders.ts';
import type { Publication } from '../domain/publication/publication.ts';
import { inYamlList } from '../domain/text/in-yaml-list.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import type { PublicationFault } from './publication-fault.ts';

/** Quotation marks around a whole title, which come with text that is copied from a list or a table. */
export function titleInQuotes({ title }: Publication): PublicationFault[] {
  const text = richTextToPlain(title);
  const inner = /^(?:"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|'([^']+)')$/.exec(text)?.slice(1).find(Boolean);
  if (inner !== undefined)
    return [
      {
        path: ['title'],
        severity: 'warning',
        name: 'title-in-quotes',
        message: 'the whole title is in quotation marks, which are shown and cited as a part of it',
        hint: `write the title without them, unless the paper prints them: ${inner}`,
      },
    ];
  if (!/^"[^"]*$|^[^"]*\D"$/.test(text)) return [];
  return [
    {
      path: ['title'],
      severity: 'warning',
      name: 'title-in-quotes',
      message:
        'the title has one quotation mark, at its beginning or its end, which is shown and cited as a part of it',
      hint: `delete it: ${text.replaceAll('"', '')}`,
    },
  ];
}

/** A comma of any script with a space after it, a semicolon or a bullet. */
const separator = /[;؛；•·]|[,،、，|](?= )/;

/** One keyword that holds several, as in a list that is copied from a paper. */
export function keywordsInOne({ keywords }: Publication): PublicationFault[] {
  return keywords.flatMap((keyword, index): PublicationFault[] => {
    const parts = keyword
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
    // "Arthritis, Rheumatoid" is one heading; beside others, a comma does not separate.
    if (parts.length < 2 || (keywords.length > 1 && !/[;؛；•]/.test(keyword) && parts.length < 4)) return [];
    const list = keywords.flatMap((other, position) => (position === index ? parts : [other]));
    return [
      {
        path: ['keywords', index],
        severity: 'warning',
        name: 'keywords-in-one',
        message: `"${shorten(keyword)}" is one keyword, and looks like ${parts.length}`,
        hint: `write keywords: [${list.map(inYamlList).join(', ')}]`,
      },
    ];
  });
}

/** What `npm run new` wrote, and nobody has filled in. Drafts may hold it. */
export function placeholdersLeft(publication: Publication): PublicationFault[] {
  if (publication.draft) return [];
  const [family, given] = placeholders.author.split(', ');
  const abstract = (publication.abstracts[0]?.sections ?? []).map(({ label = '', text }) => label + text).join('');
  return [
    ...publication.contributions.flatMap(({ name }, index) =>
      !isGroup(name) && name.family === family && name.given === given
        ? [placeholder(['authors', index], placeholders.author, 'write the authors as the paper prints them')]
        : [],
    ),
    ...publication.affiliations.flatMap(({ name }, index) =>
      name === placeholders.affiliation
        ? [
            placeholder(
              ['affiliations', index],
              name,
              'write the affiliations as the paper prints them, or delete the list',
            ),
          ]
        : [],
    ),
    ...(isPlaceholder(abstract)
      ? [placeholder([], placeholders.abstract, 'write the abstract, or delete the text')]
      : []),
  ];
}

/** Whether an abstract has the letters of the placeholder. Of most, the beginning has others. */
function isPlaceholder(abstract: string): boolean {
  const letters = lettersOf(placeholders.abstract);
  return letters.startsWith(lettersOf(abstract.slice(0, 40))) && letters === lettersOf(abstract);
}

/** The letters of a text, whatever markup it has. */
const lettersOf = (text: string): string => text.replace(/\P{L}/gu, '');

const placeholder = (path: PublicationFault['path'], text: string, hint: string): PublicationFault => ({
  path,
  name: 'placeholder',
  message: `"${text}" is a placeholder of npm run new, and would be published`,
  hint: `${hint}; draft: true keeps the publication out of the site until then`,
});

/** A text of the author in a message, cut after 88 characters. */
export const shorten = (text: string): string => (text.length > 90 ? `${text.slice(0, 88)} …` : text);

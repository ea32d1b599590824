import type { Publication } from '../domain/publication/publication.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import type { PublicationFault } from './publication-fault.ts';

/** Values that hold more than their field takes, because they are copied from a reference, a form or a manuscript. */
export const pastedValues = (publication: Publication): PublicationFault[] => [
  ...keywordSigns(publication),
  ...numberWords(publication),
  ...citedContainer(publication),
];

/** `Keywords: sleep`, `“sleep”`, and the full stop at the end of a list. */
const keywordSigns = ({ keywords }: Publication): PublicationFault[] =>
  keywords.flatMap((keyword, index) => {
    const bare = withoutStop(
      keyword
        .replace(/^(?:key ?words?|index terms|کلیدواژه(?:‌?ها)?|واژه‌های کلیدی|الكلمات المفتاحية) ?[:：] ?/iu, '')
        .replace(/^[“„«‟"]([^“”„«»"]+)[”“»"]$/u, '$1'),
    );
    return bare === keyword || bare === ''
      ? []
      : [warning(['keywords', index], 'keyword-with-signs', `"${keyword}" holds more than a keyword`, `write ${bare}`)];
  });

/** A keyword without the full stop after its last word; an abbreviation keeps its own. */
const withoutStop = (text: string): string =>
  text.indexOf('.') === text.length - 1 && /\p{Ll}{4}$/u.test(text.slice(-6, -1).trim())
    ? text.slice(0, -1).trim()
    : text;

/** The issue in the volume, and words before the number of either, which citations add themselves. */
function numberWords({ volume = '', issue = '' }: Publication): PublicationFault[] {
  const both = /^(\d+) ?\((\d+(?:[-–/]\d+)?)\)$/.exec(volume);
  if (both && issue === '')
    return [
      warning(
        ['volume'],
        'issue-in-volume',
        `"${volume}" is a volume and an issue, and would be cited as a volume`,
        `write volume: ${both[1]}, and below it issue: ${both[2]}`,
      ),
    ];
  const words: readonly (readonly [string, string, RegExp])[] = [
    ['volume', volume, /^(?:vol(?:ume)?\b\.?|دوره|جلد) ?(?=\d)/iu],
    ['issue', issue, /^(?:no\b\.?|nr\b\.?|issue|number|شماره) ?(?=\d)/iu],
  ];
  return words.flatMap(([field, value, word]) =>
    word.test(value)
      ? [
          warning(
            [field],
            'word-before-number',
            `"${value}" holds a word before the number, which citations add themselves`,
            `write ${field}: ${value.replace(word, '')}`,
          ),
        ]
      : [],
  );
}

/** A whole reference in the place of the title of a journal. */
function citedContainer({ journal, container = journal ?? '' }: Publication): PublicationFault[] {
  const title = /^(.{3,}?)[.,;]? ?\(?(?:1[89]|20)\d\d\)?[;,:] ?\d+ ?[(:]/.exec(container)?.[1];
  return title === undefined
    ? []
    : [
        warning(
          [journal === undefined ? 'container' : 'journal'],
          'citation-in-journal',
          `"${container}" is a whole citation, and would be shown as the name of a journal`,
          `write journal: ${title}, and the rest as \`published\`, \`volume\`, \`issue\` and \`pages\``,
        ),
      ];
}

/** LaTeX that a title does not hold: commands and escaped signs outside of formulas, which readers would see. */
export function latexInTitle({ title }: Publication): PublicationFault[] {
  // Formulas are nodes of their own, but for one that cannot be read, which is an error.
  const text = title.map((node) => (typeof node === 'string' ? node : '')).join(' ');
  const found = text.includes('$') ? undefined : /\\(?:[a-zA-Z]{2,} ?\{|[&%_#])/.exec(text)?.[0];
  if (found === undefined) return [];
  const repaired = richTextToPlain(title)
    .replace(/\\(?:textit|emph) ?\{([^{}]*)\}/g, '<i>$1</i>')
    .replace(/\\textbf ?\{([^{}]*)\}/g, '<b>$1</b>')
    .replace(/\\[a-zA-Z]{2,} ?\{([^{}]*)\}/g, '$1')
    .replace(/\\([&%_#])/g, '$1');
  return [
    warning(
      ['title'],
      'latex-in-title',
      `the title holds ${found}, which is LaTeX and would be shown as it is written`,
      `write "${repaired}", with formulas between dollar signs`,
    ),
  ];
}

const warning = (path: PublicationFault['path'], name: string, message: string, hint: string): PublicationFault => ({
  path,
  severity: 'warning',
  name,
  message,
  hint,
});

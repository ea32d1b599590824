import type { Publication } from '../domain/publication/publication.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import { keywordsInOne, placeholdersLeft, shorten, titleInQuotes } from './check-values.ts';
import type { PublicationFault } from './publication-fault.ts';
import { fieldName } from '../schemas/explain-issue.ts';

/**
 * Faults of one publication that only show when its fields are compared. `faulty`: names of the fields whose values could
 * not be read, and are missing or replaced: what depends on them is not checked.
 */
export function checkPublication(
  publication: Publication,
  faulty: ReadonlySet<string> = new Set(),
): PublicationFault[] {
  return checks
    .filter(({ reads }) => ![...faulty].some((field) => reads.test(field)))
    .flatMap(({ find }) => find(publication))
    .filter(({ path }) => !faulty.has(fieldName(path)));
}

interface Check {
  /** The fields without which the check would be wrong. */
  readonly reads: RegExp;
  readonly find: (publication: Publication) => PublicationFault[];
}

const checks: readonly Check[] = [
  { find: affiliationNumbers, reads: /^affiliations$/ },
  {
    find: unusedAffiliations,
    reads: /^affiliations|^(?:authors|editors|translators|seriesEditors)(?:\[\d+\])?(?:\.affiliations.*)?$/,
  },
  { find: repeatedAuthors, reads: /^authors(?:\[\d+\](?:\.(?:name|group))?)?$/ },
  { find: titleInCapitals, reads: /^title$/ },
  { find: yearInFile, reads: /^published$/ },
  { find: pageOrder, reads: /^pages$/ },
  { find: titleInQuotes, reads: /^title$/ },
  { find: keywordsInOne, reads: /^keywords/ },
  { find: placeholdersLeft, reads: /^draft$/ },
  { find: statusWithoutNotice, reads: /^(?:status|notices)/ },
];

/** All persons and groups of a publication, with the path of each. */
const contributorsOf = (publication: Publication) =>
  (
    [
      ['authors', publication.contributions],
      ['editors', publication.editors],
      ['translators', publication.translators],
      ['seriesEditors', publication.seriesEditors],
    ] as const
  ).flatMap(([field, list]) => list.map((contribution, index) => ({ path: [field, index], contribution })));

function affiliationNumbers(publication: Publication): PublicationFault[] {
  const { affiliations } = publication;
  return contributorsOf(publication).flatMap(({ path, contribution: { name, affiliations: numbers } }) =>
    numbers.flatMap((number, position) =>
      number >= 1 && number <= affiliations.length
        ? []
        : [
            {
              path: [...path, 'affiliations', position],
              name: 'affiliation-out-of-range',
              message: `"${name.printed}" has affiliation ${number}, and there ${affiliations.length === 1 ? 'is only 1' : `are only ${affiliations.length}`}`,
              hint:
                affiliations.length === 0
                  ? 'add a list `affiliations:`'
                  : `write a number from 1 to ${affiliations.length}, or add the missing affiliation`,
            },
          ],
    ),
  );
}

function unusedAffiliations(publication: Publication): PublicationFault[] {
  const { affiliations } = publication;
  const used = new Set(contributorsOf(publication).flatMap(({ contribution }) => contribution.affiliations));
  // Many papers, and most records of other programs, do not say which author belongs to which affiliation.
  if (used.size === 0) return [];
  return affiliations.flatMap(({ name }, index) =>
    used.has(index + 1)
      ? []
      : [
          {
            path: ['affiliations', index],
            severity: 'warning' as const,
            name: 'affiliation-unused',
            message: `no author has affiliation ${index + 1} ("${shorten(name)}")`,
            hint: `add ${index + 1} to the affiliations of its authors, or delete it and renumber those after it`,
          },
        ],
  );
}

function repeatedAuthors({ contributions }: Publication): PublicationFault[] {
  const seen = new Map<string, number>();
  return contributions.flatMap(({ name, orcid }, index) => {
    const key = `${name.printed}\n${orcid ?? ''}`;
    const first = seen.get(key);
    seen.set(key, first ?? index);
    return first === undefined
      ? []
      : [
          {
            path: ['authors', index],
            severity: 'warning' as const,
            name: 'author-twice',
            message: `"${name.printed}" is listed twice among the authors (${first + 1} and ${index + 1})`,
            hint: 'delete one, unless two authors of this paper really have the same name',
          },
        ];
  });
}

function titleInCapitals({ title }: Publication): PublicationFault[] {
  const text = richTextToPlain(title);
  const letters = text.replace(/[^\p{Lu}\p{Ll}]/gu, '');
  if (letters.length < 12 || !/\s/.test(text) || letters.replace(/\p{Lu}/gu, '').length > letters.length * 0.1)
    return [];
  const repaired = text.toLowerCase().replace(/^\P{L}*\p{Ll}/u, (start) => start.toUpperCase());
  return [
    {
      path: ['title'],
      severity: 'warning',
      name: 'title-in-capitals',
      message: 'the title is in capitals, and is shown and cited in capitals',
      hint: `write it as a sentence: ${shorten(repaired)}`,
    },
  ];
}

/** A file in the folder of another year, such as `publications/2024/…` for a publication of 2023. */
function yearInFile({ file, published }: Publication): PublicationFault[] {
  const folder = /^publications\/(\d{4})\//.exec(file)?.[1];
  if (!folder || Number(folder) === published.year || Number(folder) === published.printed?.year) return [];
  return [
    {
      path: ['published'],
      severity: 'warning',
      name: 'year-disagrees',
      message: `the publication is from ${published.year}, and its file is in the folder ${folder}`,
      hint: `write published: ${folder} if the folder is right, or move the file to publications/${published.year}/`,
    },
  ];
}

/** A range such as `676-90` is how PubMed and many journals print 676 to 690. */
function pageOrder({ pages }: Publication): PublicationFault[] {
  if (!pages?.last || !/^\d+$/.test(pages.first) || !/^\d+$/.test(pages.last)) return [];
  const whole = pages.first.slice(0, Math.max(0, pages.first.length - pages.last.length)) + pages.last;
  if (Number(whole) >= Number(pages.first)) return [];
  return [
    {
      path: ['pages'],
      severity: 'warning',
      name: 'pages-backwards',
      message: `the last page, ${pages.last}, comes before the first, ${pages.first}`,
      hint: `write ${pages.last}-${pages.first}, or correct the page that is wrong`,
    },
  ];
}

function statusWithoutNotice({ status, notices }: Publication): PublicationFault[] {
  const needed = {
    corrected: 'correction',
    retracted: 'retraction',
    concern: 'concern',
    withdrawn: 'withdrawal',
    published: undefined,
  }[status];
  if (!needed || notices.some(({ type }) => type === needed || (status === 'withdrawn' && type === 'retraction'))) {
    const contrary = status === 'published' ? notices.find(({ type }) => type !== 'correction') : undefined;
    return contrary
      ? [
          {
            path: ['notices'],
            name: 'notice-without-status',
            message: `there is a notice of ${contrary.type}, and the status is published, so readers would not be warned`,
            hint: `write status: ${{ correction: 'corrected', retraction: 'retracted', concern: 'concern', withdrawal: 'withdrawn' }[contrary.type]}`,
          },
        ]
      : [];
  }
  return [
    {
      path: ['status'],
      severity: 'warning',
      name: 'status-without-notice',
      message: `the status is ${status}, and no notice says when and why`,
      hint: `add notices: [{ type: ${needed}, date: …, doi: … }]`,
    },
  ];
}

import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { aheadOfPrintVariable, inventorsVariable } from './item-variables.ts';
import {
  changeLayout,
  choose,
  date,
  datePart,
  group,
  macro,
  mapElements,
  otherwise,
  replaceMacro,
  setEnglishTerm,
  text,
  variable,
  when,
} from './style-tree.ts';

const articles = 'article-journal article-magazine article-newspaper review review-book';

/** `2024 Mar 5`. */
const dayOf = (of: string): CslNode =>
  date(
    of,
    { delimiter: ' ' },
    datePart('year'),
    datePart('month', { form: 'short', 'strip-periods': 'true' }),
    datePart('day'),
  );

const year = date('issued', {}, datePart('year'));
const cited = macro('accessed-date');
const internet = (attributes: Readonly<Record<string, string>> = {}): CslNode =>
  text({ term: 'internet', 'text-case': 'capitalize-first', ...attributes });

/**
 * Ends a reference with its DOI, or else with its address; a preprint has the address of its DOI. Says that an article
 * without a volume or pages is ahead of print, and names the notice of a retraction or correction.
 */
export const endWithDoi = (style: CslNode): CslNode =>
  replaceMacro(
    style,
    'access',
    group(
      { delimiter: ' ' },
      choose(
        when(
          { type: 'article', variable: 'DOI', match: 'all' },
          availableFrom(variable('DOI', { prefix: 'https://doi.org/' })),
        ),
        when({ variable: 'DOI' }, variable('DOI', { prefix: 'doi: ', suffix: '.' })),
        when({ variable: 'URL' }, availableFrom(variable('URL'))),
      ),
      choose(when({ type: 'article-journal' }, epub)),
      variable('references'),
    ),
  );

/** When an article appeared online, or that it has appeared only there. */
const epub = choose(
  when({ variable: aheadOfPrintVariable }, text({ value: 'Epub ahead of print', suffix: '.' })),
  when(
    { variable: 'available-date' },
    group({ delimiter: ' ', suffix: '.' }, text({ value: 'Epub' }), dayOf('available-date')),
  ),
);

const availableFrom = (address: CslNode): CslNode =>
  group({ delimiter: ': ' }, text({ value: 'Available from' }), address);

/** No semicolon after the date of an article that has no volume and issue. Full dates where a work has no volume. */
export const datesOfCitingMedicine = (style: CslNode): CslNode =>
  replaceMacro(
    style,
    'date',
    choose(
      when({ type: articles }, group({ delimiter: ' ' }, dayOf('issued'), cited)),
      when({ type: 'article patent webpage' }, group({ delimiter: ' ', suffix: '.' }, dayOf('issued'), cited)),
      when(
        { type: 'speech' },
        group({ delimiter: '; ' }, group({ delimiter: ' ' }, dayOf('issued'), cited), variable('event-place')),
      ),
      when(
        { type: 'report' },
        group(
          { delimiter: ' ' },
          date(
            'issued',
            { delimiter: ' ' },
            datePart('year'),
            datePart('month', { form: 'short', 'strip-periods': 'true' }),
          ),
          cited,
        ),
      ),
      otherwise(group({ delimiter: ' ', suffix: '.' }, year, cited)),
    ),
  );

/** `;12(3)`. */
export const locationAfterDate = (style: CslNode): CslNode =>
  replaceMacro(
    style,
    'journal-location',
    choose(
      when(
        { type: articles },
        group({ prefix: ';' }, variable('volume'), variable('issue', { prefix: '(', suffix: ')' })),
      ),
    ),
  );

/** `[cited 2024 Dec 10]` only where the day is known. */
export const citedWhenKnown = (style: CslNode): CslNode =>
  replaceMacro(
    style,
    'accessed-date',
    choose(
      when(
        { variable: 'URL accessed', match: 'all' },
        group({ prefix: '[', suffix: ']', delimiter: ' ' }, text({ value: 'cited' }), dayOf('accessed')),
      ),
    ),
  );

/** Names the kind of a work that is no text, the version, and the kind of a thesis before "on the Internet". */
export const kindsAfterTitle = (style: CslNode): CslNode =>
  replaceMacro(
    style,
    'title',
    choose(
      when({ type: 'webpage', variable: 'container-title', match: 'all' }),
      otherwise(
        group(
          { delimiter: ' ' },
          variable('title'),
          choose(
            when({ type: 'dataset' }, text({ value: '[dataset]' })),
            when({ type: 'software' }, text({ value: '[software]' })),
            when(
              { type: 'thesis' },
              group(
                { delimiter: ' ', prefix: '[', suffix: ']' },
                variable('genre', { 'text-case': 'lowercase' }),
                choose(when({ variable: 'URL' }, text({ value: 'on the Internet' }))),
              ),
            ),
            when({ type: `${articles} article chapter paper-conference entry-dictionary entry-encyclopedia` }),
            when({ variable: 'URL' }, internet({ prefix: '[', suffix: ']' })),
          ),
        ),
        choose(
          when({ type: 'dataset software' }, variable('version', { prefix: '. Version ' })),
          when(
            { type: `${articles} chapter paper-conference entry-dictionary entry-encyclopedia`, match: 'none' },
            macro('edition', { prefix: '. ' }),
          ),
        ),
      ),
    ),
  );

/** Names the server of a preprint and says so, and marks a page of a website as read on the Internet. */
export const preprintServers = (style: CslNode): CslNode =>
  mapElements(style, (node) => {
    if (node.name !== 'macro' || node.attrs['name'] !== 'container-title') return node;
    return {
      ...node,
      children: [
        choose(
          when(
            { type: 'article' },
            group(
              { delimiter: ' ', suffix: '.' },
              choose(when({ variable: 'number' }, variable('number')), otherwise(variable('publisher'))),
              text({ value: '[Preprint]' }),
            ),
          ),
          when(
            { type: 'webpage' },
            choose(
              when(
                { variable: 'container-title' },
                group({ suffix: '.' }, variable('container-title'), internet({ prefix: ' [', suffix: ']' })),
              ),
            ),
          ),
          otherwise(...node.children.filter((child) => typeof child !== 'string')),
        ),
      ],
    };
  });

/** The office and the number of a patent, as in "United States patent US 20020103498. 2002 Aug 1." */
export const publishersOfCitingMedicine = (style: CslNode): CslNode =>
  replaceMacro(
    style,
    'publisher',
    choose(
      when({ type: `${articles} article speech` }),
      when(
        { type: 'patent' },
        group({ delimiter: ' ', suffix: '.' }, variable('publisher'), text({ term: 'patent' }), variable('number')),
      ),
      otherwise(group({ delimiter: ': ', suffix: ';' }, variable('publisher-place'), variable('publisher'))),
    ),
  );

/** `Inventor I, Maker M, inventors.` */
export const inventors = (style: CslNode): CslNode =>
  mapElements(style, (node) =>
    node.name === 'macro' && node.attrs['name'] === 'author'
      ? {
          ...node,
          children: [...node.children, choose(when({ type: 'patent' }, variable(inventorsVariable, { prefix: ', ' })))],
        }
      : node,
  );

/** Page ranges are shortened, with a hyphen: `101-10`. */
export const shortPageRanges = (style: CslNode): CslNode =>
  setEnglishTerm({ ...style, attrs: { ...style.attrs, 'page-range-format': 'minimal' } }, 'page-range-delimiter', '-');

/** The title of a page after the title of its website. */
export const pageOfWebsite = (style: CslNode): CslNode =>
  changeLayout(style, (children) =>
    children.map((child) =>
      typeof child !== 'string' && child.attrs['delimiter'] === ' '
        ? {
            ...child,
            children: [
              ...child.children,
              choose(when({ type: 'webpage', variable: 'container-title', match: 'all' }, variable('title'))),
            ],
          }
        : child,
    ),
  );

/** `PMID: 39713986; PMCID: PMC11703026.` */
export const pubMedNumbers = (style: CslNode): CslNode =>
  replaceMacro(
    style,
    'pmcid',
    group(
      { delimiter: '; ', prefix: ' ', suffix: '.' },
      variable('PMID', { prefix: 'PMID: ' }),
      variable('PMCID', { prefix: 'PMCID: ' }),
    ),
  );

/** A field that Colophon and Zotero read differently. */
export interface Difference {
  readonly file: string;
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Why a field differs, and which value is right; undefined for an unknown reason. */
export const explainDifference = (difference: Difference): Reason | undefined =>
  reasons.find(({ holds }) => holds(difference));

export interface Reason {
  readonly right: 'ours' | 'theirs' | 'both';
  readonly text: string;
  readonly holds: (difference: Difference) => boolean;
}

const parts = (list: string): readonly string[] => list.split('; ');
const numbers = (text: string): readonly string[] => text.replace(/-/g, '').match(/\d{7}[\dXx]/g) ?? [];
const lastWord = (text: string): string => text.split(' ').at(-1) ?? '';

const reasons: readonly Reason[] = [
  {
    right: 'ours',
    text: 'a LaTeX command or environment that Zotero leaves as it is, or drops',
    holds: ({ field, ours, theirs }) =>
      /title|container|abstract|authors/.test(field) &&
      (theirs.includes('\\') || ours.endsWith('(https://example.org)')),
  },
  {
    right: 'ours',
    text: 'the same ISSN: Zotero repeats it, keeps the label of the database, or drops the second one',
    holds: ({ field, ours, theirs }) =>
      field === 'ISSN' && numbers(theirs).length > 0 && numbers(theirs).every((one) => numbers(ours).includes(one)),
  },
  {
    right: 'both',
    text: 'one page, which Zotero writes as a range from itself to itself',
    holds: ({ field, ours, theirs }) => field === 'pages' && theirs === `${ours}-${ours}`,
  },
  {
    right: 'ours',
    text: 'a last page that the source shortens (349-69), read as a whole number',
    holds: ({ field, ours, theirs }) => {
      const [[first, last = ''], [start, end = '-']] = [ours.split('-'), theirs.split('-')];
      return field === 'pages' && first === start && last.endsWith(end);
    },
  },
  {
    right: 'ours',
    text: '"No-Specified" means that there are no pages',
    holds: ({ field, theirs }) => field === 'pages' && theirs === 'No-Specified',
  },
  {
    right: 'ours',
    text: 'a note in M1 (authors, copyright, reference) that Zotero takes for the issue',
    holds: ({ field, theirs }) => field === 'issue' && theirs.split(' ').length > 3,
  },
  {
    right: 'ours',
    text: 'initials behind a family name without a comma, which Zotero makes part of the family name',
    holds: ({ field, ours, theirs }) =>
      field === 'authors' && parts(theirs).every((name, index) => name.startsWith(`${parts(ours)[index]} `)),
  },
  {
    right: 'ours',
    text: 'a particle of the family name ("van Lessen"), which Zotero makes part of the given name',
    holds: ({ field, ours, theirs }) =>
      field === 'authors' &&
      parts(ours).every((name, index) => lastWord(name) === lastWord(parts(theirs)[index] ?? '')),
  },
  {
    right: 'ours',
    text: '"and others", "Jr" or a corporate author, which Zotero takes for a name, or drops',
    holds: ({ field, ours, theirs }) =>
      field === 'authors' &&
      (theirs.endsWith('; others') || / Jr\b/.test(theirs) || (ours.startsWith(theirs) && ours.includes('corporate'))),
  },
  {
    right: 'ours',
    text: 'biblatex\'s names by parts ("family=B, given=A"), which Zotero does not know',
    holds: ({ field, theirs }) => field === 'authors' && theirs.startsWith('given='),
  },
  {
    right: 'both',
    text: 'a name that the source itself writes doubtfully; the file is a test of such names',
    holds: ({ field, file }) => field === 'authors' && /nameparts|IsiImporterTest1/.test(file),
  },
  {
    right: 'ours',
    text: 'authors behind the first, which Zotero leaves out',
    holds: ({ field, ours, theirs }) => field === 'authors' && ours.startsWith(`${theirs};`),
  },
  {
    right: 'ours',
    text: 'an encoding (GBK) that Zotero does not recognise',
    holds: ({ theirs }) => theirs.includes('\uFFFD'),
  },
  {
    right: 'ours',
    text: 'a value for which the type that Zotero chose has no field',
    holds: ({ field, theirs }) => theirs === '' && /issue|volume|container|DOI|ISSN|year|pages/.test(field),
  },
  {
    right: 'both',
    text: "the place behind a journal's title in PubMed, which Zotero leaves out, with capitals of its own",
    holds: ({ field, ours, theirs }) =>
      field === 'container' && ours.replace(/ \(.*\)$/, '').toLowerCase() === theirs.toLowerCase(),
  },
  {
    right: 'ours',
    text: 'the title in the language of the paper (VernacularTitle), in whose place Zotero has the translation',
    holds: ({ field, theirs }) => field === 'title' && /^\[.*\]$/.test(theirs),
  },
  {
    right: 'both',
    text: 'signs that our notation for titles writes as entities',
    holds: ({ field, ours }) => field === 'title' && ours.includes('&amp;'),
  },
  {
    right: 'both',
    text: 'pages that the source states twice and differently; ours are those of BP and EP',
    holds: ({ field, ours }) => field === 'pages' && ours.startsWith('41103-1'),
  },
  {
    right: 'both',
    text: "a publisher's own number of the article, which Zotero takes for pages",
    holds: ({ field, ours, theirs }) => field === 'pages' && ours === '' && /^\d+$/.test(theirs),
  },
  {
    right: 'ours',
    text: 'several keywords in one text, which Zotero keeps as one',
    holds: ({ field, theirs, ours }) => field === 'keywords' && Number(theirs) <= 1 && Number(ours) > Number(theirs),
  },
  {
    right: 'ours',
    text: 'a keyword that the source repeats, which Zotero keeps twice',
    holds: ({ field, ours, theirs, file }) =>
      field === 'keywords' && file.includes('pubmed_mesh') && Number(theirs) === Number(ours) + 1,
  },
  {
    right: 'theirs',
    text: "subject headings of the database as words (MeSH, Scopus's and Web of Science's index terms): tags in Zotero; ours keeps MeSH by number, and reports the others as without a place",
    holds: ({ field, ours, theirs }) => field === 'keywords' && Number(theirs) > Number(ours),
  },
];

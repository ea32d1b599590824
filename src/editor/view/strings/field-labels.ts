/** Label of a field from its name in the file: `articleNumber` → Article number. */
export function labelFromName(name: string): string {
  const known = written[name];
  if (known !== undefined) return known;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Label of a word of a closed list: `conference-paper` → Conference paper. */
export function labelFromOption(word: string): string {
  const known = writtenOptions[word];
  if (known !== undefined) return known;
  const words = word.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Labels of names that are abbreviations or not clear by themselves. */
const written: Readonly<Record<string, string>> = {
  doi: 'DOI',
  pmid: 'PMID',
  pmcid: 'PMCID',
  arxiv: 'arXiv',
  isbn: 'ISBN',
  issn: 'ISSN',
  eissn: 'Electronic ISSN',
  orcid: 'ORCID iD',
  ror: 'ROR',
  url: 'Address',
  mesh: 'MeSH',
  lang: 'Language',
  src: 'File',
  alt: 'What it shows',
  rel: 'Kind',
  oai: 'OAI-PMH',
  api: 'Address of the API',
  bio: 'About the person',
  native: 'Name in its own script',
  equal: 'Equal contribution',
  titles: 'Title in other languages',
  abstracts: 'Abstract in other languages',
  container: 'Book, proceedings or repository',
  citekey: 'Key in BibTeX',
  abstractBy: 'Abstract by',
  pagesTotal: 'Number of pages',
  summary: 'Summary in plain language',
  summaryTitle: 'Headline in plain language',
  image: 'Picture',
};

const writtenOptions: Readonly<Record<string, string>> = { github: 'GitHub', gitlab: 'GitLab' };

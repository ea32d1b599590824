/**
 * Names of fields in other programs and in citations → what to write in a publication here. A misspelt name is found by its
 * letters; these have other letters, or those of a field that is not meant.
 */
export const otherNames: Readonly<Record<string, { readonly field?: string; readonly hint: string }>> = {
  abstract: { hint: 'write the abstract below the second ---, as the text of the file' },
  year: { field: 'published', hint: 'write it as `published`' },
  date: { field: 'published', hint: 'write it as `published`' },
  pubdate: { field: 'published', hint: 'write it as `published`' },
  publicationdate: { field: 'published', hint: 'write it as `published`' },
  name: { field: 'title', hint: 'write it as `title`' },
  creators: { field: 'authors', hint: 'write it as `authors`' },
  publication: { field: 'journal', hint: 'write it as `journal`' },
  number: { field: 'issue', hint: 'write it as `issue`' },
  language: { field: 'lang', hint: 'write it as `lang`' },
  tags: { field: 'keywords', hint: 'write it as `keywords`' },
  subjects: { field: 'keywords', hint: 'write it as `keywords`, or as `topics` where the site has a page for each' },
  link: { field: 'links', hint: 'write it as `url`, or in `links`' },
  pdf: { field: 'links', hint: 'put the file beside this one under the same name, or write it in `links`' },
  issn: { hint: 'write it in the file of the journal, content/journals/<id>.yaml' },
  affiliation: { field: 'affiliations', hint: 'write it as `affiliations`, which is a list' },
};

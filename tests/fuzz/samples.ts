import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citationFormats } from '../../src/formats/written-formats.ts';
import { projectDir } from '../../src/project/settings.ts';
import { makeCited } from '../unit/formats/make-cited.ts';

/* Small complete files of every kind that Colophon reads. */

const filesOf = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(projectDir, folder, name), 'utf8'))
    .filter((text) => text.length < 6000);

const site = 'tests/sites/gallery';

export const contentSamples = {
  publications: [
    ...filesOf(`${site}/publications`, '.mdx'),
    '---\ntitle: T\nauthors: [{ name: "Jamshidi, A", affiliations: [1], roles: [software], native: { fa: "ن" } }]\naffiliations: [A]\npublished: 2024-02\nfunding: [{ funder: F, award: "1" }]\nversions: { preprint: 10.5555/a }\nlinks: [{ rel: pdf, url: "https://example.org" }]\n---\n**Aims:** A.\n\n## B\n\n<Note title="x">y</Note>\n\n{1 + 1}\n',
  ],
  people: filesOf(`${site}/people`, '.yaml'),
  units: filesOf(`${site}/units`, '.yaml'),
  journals: filesOf(`${site}/journals`, '.yaml'),
  topics: filesOf(`${site}/topics`, '.yaml'),
  pages: filesOf(`${site}/pages`, '.mdx'),
} as const;

/** Drawings: hostile ones, and one of the gallery. */
export const drawingSamples: readonly string[] = [
  ...filesOf('tests/cases/hostile/drawings', '.svg'),
  ...filesOf(site, '.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>.a{fill:red}</style><defs><g id="b"><path class="a" d="M0 0h9"/></g></defs><use href="#b"/><text x="1">A</text></svg>',
];

export const siteSamples: readonly string[] = filesOf('tests/sites', 'site.yaml');

const cited = readdirSync(join(projectDir, 'tests/cases/citations'))
  .filter((name) => name.endsWith('.json') && !name.includes('.csl'))
  .sort()
  .map((name) => {
    const { publication, context } = JSON.parse(
      readFileSync(join(projectDir, 'tests/cases/citations', name), 'utf8'),
    ) as { publication: Parameters<typeof makeCited>[0]; context: Parameters<typeof makeCited>[1] };
    return makeCited(publication, context);
  });

/** Invented exports by the id of their format. */
const importCases = Object.fromEntries(
  readdirSync(join(projectDir, 'tests/cases/imports'))
    .filter((name) => !name.endsWith('.expected.txt'))
    .sort()
    .map((name) => [name.replace(/\..*$/, ''), [readFileSync(join(projectDir, 'tests/cases/imports', name), 'utf8')]]),
);

/** Samples by the id of the import format: the output of our writers, or a record for formats that we do not write. */
export const recordSamples: Readonly<Record<string, readonly string[]>> = {
  ...importCases,
  ...Object.fromEntries(
    citationFormats.map(({ id, write }) => [id, cited.map((publication) => write.file([publication]))]),
  ),
  'pubmed-xml': [
    '<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">1</PMID><Article><Journal><ISSN IssnType="Print">1746-0751</ISSN><JournalIssue><Volume>1</Volume><Issue>2</Issue><PubDate><Year>2024</Year><Month>Dec</Month></PubDate></JournalIssue><Title>Example Journal</Title></Journal><ArticleTitle>Uptake of H<sub>2</sub>O &amp; more.</ArticleTitle><Pagination><MedlinePgn>349-69</MedlinePgn></Pagination><Abstract><AbstractText Label="AIMS">A.</AbstractText><AbstractText>B <i>c</i>.</AbstractText></Abstract><AuthorList><Author><LastName>Jamshidi</LastName><ForeName>Ahmad</ForeName><Initials>A</Initials><AffiliationInfo><Affiliation>Example Institute, Tehran, Iran. a@example.org</Affiliation></AffiliationInfo></Author><Author><CollectiveName>Example Group</CollectiveName></Author></AuthorList></Article><KeywordList><Keyword>a</Keyword></KeywordList></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/a</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>',
  ],
  'endnote-xml': [
    '<?xml version="1.0"?><xml><records><record><source-app name="EndNote">EndNote</source-app><rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Jamshidi, Ahmad</style></author></authors></contributors><titles><title>A title</title><secondary-title>Example Journal</secondary-title></titles><pages>1-9</pages><volume>3</volume><dates><year>2024</year></dates><electronic-resource-num>10.5555/a</electronic-resource-num><abstract>AIMS: A. METHODS: B.</abstract></record></records></xml>',
  ],
  'crossref-json': [
    '{"message-type":"work","message":{"type":"journal-article","title":["A <i>title</i>"],"author":[{"family":"Jamshidi","given":"A","sequence":"first","affiliation":[{"name":"Example Institute"}],"ORCID":"https://orcid.org/0000-0002-1825-0097"},{"name":"Example Group"}],"container-title":["Example Journal"],"issued":{"date-parts":[[2024,12]]},"volume":"1","page":"1-9","DOI":"10.5555/a","abstract":"<jats:p>Text &amp; more.</jats:p>","ISSN":["1746-0751"],"update-to":[{"type":"retraction","DOI":"10.5555/b"}]}}',
  ],
  'openalex-json': [
    '{"results":[{"id":"https://openalex.org/W1","doi":"https://doi.org/10.5555/a","title":"A <i>title</i>","publication_date":"2024-12-03","ids":{"pmid":"https://pubmed.ncbi.nlm.nih.gov/99000001"},"language":"en","primary_location":{"is_oa":true,"pdf_url":"https://example.org/a.pdf","source":{"display_name":"Example Journal","issn":["1746-0751"]}},"type":"article","authorships":[{"raw_author_name":"Ahmad Jamshidi","raw_orcid":"https://orcid.org/0000-0002-1825-0097","raw_affiliation_strings":["Example Institute"]}],"biblio":{"volume":"1","first_page":"1","last_page":"9"},"mesh":[{"descriptor_ui":"D001172","descriptor_name":"Arthritis"}],"awards":[{"funder_display_name":"Example Foundation","funder_award_id":"1"}],"abstract_inverted_index":{"AIMS:":[0],"A.":[1]},"is_retracted":true}]}',
  ],
  'europepmc-json': [
    '{"hitCount":1,"resultList":{"result":[{"id":"99000001","source":"MED","pmid":"99000001","doi":"10.5555/a","title":"A <i>title</i>.","authorList":{"author":[{"firstName":"Ahmad","lastName":"Jamshidi","authorId":{"type":"ORCID","value":"0000-0002-1825-0097"},"authorAffiliationDetailsList":{"authorAffiliation":[{"affiliation":"Example Institute"}]}}]},"journalInfo":{"volume":"1","dateOfPublication":"2024 Dec","journal":{"title":"Example Journal","issn":"1746-0751"}},"pubYear":"2024","pageInfo":"1-9","abstractText":"<h4>Aims</h4>Text &amp; more, p < 1.","language":"eng","pubTypeList":{"pubType":["Journal Article"]},"grantsList":{"grant":[{"grantId":"1","agency":"Example Foundation"}]},"commentCorrectionList":{"commentCorrection":[{"id":"2","source":"MED","type":"Retraction in"}]}}]}}',
  ],
  wos: [
    'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Jamshidi, A\n   Muster, B\nAF Jamshidi, Ahmad\n   Muster, Berta\nTI A title\n   that goes on\nSO EXAMPLE JOURNAL\nC1 [Jamshidi, Ahmad; Muster, Berta] Example Inst, Tehran, Iran.\nFU Example Foundation [1, 2]; Other [3]\nPD DEC\nPY 2024\nVL 1\nBP 1\nEP 9\nDI 10.5555/a\nER\n\nEF\n',
  ],
  ovid: [
    '<1>\nAccession Number\n  1\nAuthor\n  Jamshidi, Ahmad MD; PhD (1);  Muster, Berta B [b]\nInstitution\n  (1)Example Institute, Tehran\nTitle\n  A title. [Review]\nSource\n  Example Journal.  28(2):103-106, April 2015.\nAbstract\n  Text.\n',
  ],
  refer: [
    '%0 Journal Article\n%A Jamshidi, Ahmad\n%A Muster, Berta\n%T A title\n%J Example Journal\n%V 1\n%P 1-9\n%D 2024\n%R 10.5555/a\n%X Abstract\nthat goes on\n',
  ],
};

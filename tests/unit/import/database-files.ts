import type { ParsedRecords } from '../../../src/formats/record/foreign-record.ts';

/** A format, its fields, and a file with one record that has title, author, date, and the given fields. */
export interface TestedFormat {
  readonly label: string;
  readonly names: readonly string[];
  readonly file: (fields: readonly (readonly [string, string])[]) => string;
  /** True if a record has each field once. */
  readonly once?: boolean;
  /** What the lines after the first one of a value begin with; undefined for a format without lines. */
  readonly continued?: string;
  /** The reader of a format that is not recognised by its content. */
  readonly read?: (text: string) => ParsedRecords;
}

type Fields = Parameters<TestedFormat['file']>[0];

const tagged = (head: readonly string[], fields: Fields, between: string, end: readonly string[] = []): string =>
  [...head, ...fields.map(([tag, value]) => `${tag}${between}${value}`), ...end, ''].join('\n');

export const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A table with its own columns, and those of the fields. A field may replace one of them. */
const table = (label: string, own: Readonly<Record<string, string>>, names: string): TestedFormat => ({
  label,
  names: [...names.split('; '), 'Unknown column'],
  once: true,
  file: (fields) => {
    const cells = { ...own, ...Object.fromEntries(fields) };
    return `${Object.keys(cells).map(quoted).join(',')}\n${Object.values(cells).map(quoted).join(',')}\n`;
  },
});

/** `<a><b>value</b></a>` for the path `a/b`, with attributes after `@`: `a@Type=x/b`. */
export const nested = (path: string, value: string): string =>
  path.split('/').reduceRight((inner, step) => {
    const [name = '', ...attributes] = step.split('@');
    const written = attributes.map((one) => ` ${one.replace(/=(.*)$/, '="$1"')}`).join('');
    return `<${name}${written}>${inner}</${name}>`;
  }, value);

export const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Exports of databases, beside those of reference managers. */
export const databaseFormats: readonly TestedFormat[] = [
  {
    label: 'RefWorks',
    continued: '',
    names:
      'A2 A3 A4 A5 A6 AB AD AN AV CL CN CR DB DO DS ED FD ID IP IS JF JO K1 LA LK LL NO OL OP OT PB PP PMID PMCID RD SF SL SN SP SR ST T2 T3 U1 U2 U15 UL VO WP WT WV ZZ'.split(
        ' ',
      ),
    file: (fields) =>
      tagged(['RT Journal Article', 'SR Electronic(1)', 'A1 Karimi,S.', 'T1 One', 'YR 2020'], fields, ' '),
  },
  {
    label: 'Ovid tagged',
    continued: '      ',
    names:
      'AA AB AC AI AJ AN AU BT CA CF CM CN CO CP CR DA DC DI DO DP ED EM EN EP ES EZ FA FS GI GS IB ID IL IN IP IS JA JC JN JT JW KW LG LI MH MV NJ NM NT OT PB PG PH PM PT PU RD RN RO SB SE SH SO ST TT UI UP UR VN VO XL YR ZZ'.split(
        ' ',
      ),
    file: (fields) =>
      tagged(
        ['<1. >', 'VN  - Ovid Technologies', 'DB  - Embase', 'AU  - Karimi S', 'TI  - One', 'YR  - 2020'],
        fields,
        '  - ',
      ),
  },
  {
    label: 'Ovid',
    continued: '  ',
    names: [
      'Accession Number',
      'Author Keywords',
      'Abstract',
      'Institution',
      'Language',
      'Document Type',
      'ISSN',
      'DOI Number',
      'Publisher',
      'Status',
      'Keyword Heading',
      'MeSH Subject Headings',
      'Comments',
      'Grant Information',
      'Unknown Field',
    ],
    file: (fields) =>
      tagged(
        ['<1>', 'Author', '  Karimi S', 'Title', '  One', 'Source', '  Sample Letters. 2(3):4-5, 2020.'],
        fields,
        '\n  ',
      ),
  },
  {
    label: 'Cochrane Library',
    continued: '',
    names: 'AB AU CC DE DOI ID KY LA NO PB PG PM PT SN SO TR US VL XR ZZ'.split(' '),
    file: (fields) => tagged(['Record #1 of 1', '', 'AU: Karimi S', 'TI: One', 'YR: 2020'], fields, ': '),
  },
  {
    label: 'Web of Science (tab-delimited)',
    names:
      'AF AB AE AR BA BE BF BN BP C1 C3 CA CL CT CY D2 DE DI DT EA EF EI EM EP FU FX GA GP HC HO HP ID IS J9 JI LA MA NR OA OI PA PD PG PI PM PN PU RI RP SC SE SI SN SO SP SU TC U1 U2 UT VL WC Z9 ZZ'.split(
        ' ',
      ),
    once: true,
    file: (fields) => {
      const extra = fields.filter(([name]) => name !== 'AU');
      const padding = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8'];
      return `PT\tAU\tTI\tPY\t${[...padding, ...extra.map(([name]) => name)].join('\t')}\nJ\tKarimi, S\tOne\t2020\t${[...padding.map(() => ''), ...extra.map(([, value]) => value)].join('\t')}\n`;
    },
  },
  table(
    'Scopus CSV',
    { Authors: 'Karimi S.', Title: 'One', Year: '2020', 'Source title': 'Sample Letters', EID: '1' },
    'Author full names; Author(s) ID; Volume; Issue; Art. No.; Page start; Page end; Page count; Cited by; DOI; Link; Affiliations; Authors with affiliations; Abstract; Author Keywords; Index Keywords; Molecular Sequence Numbers; Chemicals/CAS; Tradenames; Manufacturers; Funding Details; Funding Texts; References; Correspondence Address; Editors; Publisher; Sponsors; Conference name; Conference date; Conference location; Conference code; ISSN; ISBN; CODEN; PubMed ID; Language of Original Document; Abbreviated Source Title; Document Type; Publication Stage; Open Access; Source',
  ),
  table(
    'PubMed CSV',
    {
      PMID: '1',
      Title: 'One',
      Authors: 'Karimi S',
      Citation: '',
      'Journal/Book': 'Sample',
      'Publication Year': '2020',
    },
    'Citation; First Author; Create Date; PMCID; NIHMS ID; DOI',
  ),
  table(
    'Embase CSV',
    { Title: 'One', 'Author Names': 'Karimi S.', 'Publication Year': '2020', 'Embase Accession ID': '1' },
    'Author Addresses; Correspondence Address; Editors; Source; Source Title; Source Publication Date; Volume; Issue; First Page; Last Page; Date of Publication; Publication Type; Conference Name; Conference Location; Conference Date; Conference Editors; ISSN; Book Publisher; Abstract; Original Non-English Title; Author Keywords; Emtree Drug Index Terms; Clinical Trial Numbers; Article Language; Summary Language; Medline PMID; PUI; DOI; Full Text Link; Embase Link; Copyright',
  ),
  table(
    'Dimensions CSV',
    { 'Publication ID': '1', Title: 'One', PubYear: '2020', Authors: 'Karimi, S', 'Dimensions URL': '' },
    'DOI; PMID; PMCID; ISBN; Abstract; Acknowledgements; Funding; Source title; Anthology title; Book editors; MeSH terms; Publication date; Publication date (online); Publication date (print); Volume; Issue; Pagination; Open Access; Publication Type; Document Type; Authors (Raw Affiliation); Corresponding Authors; Authors Affiliations; Funder; Times cited; Publisher; ISSN; Clinical Trial IDs; Source Linkout; Dimensions URL',
  ),
  table(
    'Lens CSV',
    { 'Lens ID': '1', Title: 'One', 'Date Published': '2020', 'Author/s': 'S. Karimi' },
    'Publication Type; Source Title; ISSNs; Publisher; Source Country; Abstract; Volume; Issue Number; Start Page; End Page; Fields of Study; Keywords; MeSH Terms; Chemicals; Funding; Source URLs; External URL; PMID; DOI; PMCID; References; Is Open Access; Open Access License; Open Access Colour',
  ),
  {
    label: 'PubMed XML',
    names:
      'MedlineCitation/Article/Journal/ISSN MedlineCitation/Article/Journal/JournalIssue/Volume MedlineCitation/Article/Journal/JournalIssue/Issue MedlineCitation/Article/Journal/Title MedlineCitation/Article/Journal/ISOAbbreviation MedlineCitation/Article/Pagination/MedlinePgn MedlineCitation/Article/ELocationID@EIdType=doi MedlineCitation/Article/ELocationID@EIdType=pii MedlineCitation/Article/Abstract/AbstractText MedlineCitation/Article/Abstract/CopyrightInformation MedlineCitation/Article/Language MedlineCitation/Article/VernacularTitle MedlineCitation/Article/GrantList/Grant/Agency MedlineCitation/Article/GrantList/Grant/GrantID MedlineCitation/Article/DataBankList/DataBank/AccessionNumberList/AccessionNumber MedlineCitation/Article/PublicationTypeList/PublicationType MedlineCitation/MedlineJournalInfo/MedlineTA MedlineCitation/MedlineJournalInfo/NlmUniqueID MedlineCitation/ChemicalList/Chemical/NameOfSubstance MedlineCitation/CitationSubset MedlineCitation/CommentsCorrectionsList/CommentsCorrections@RefType=CommentIn/RefSource MedlineCitation/CommentsCorrectionsList/CommentsCorrections@RefType=ErratumIn/RefSource MedlineCitation/MeshHeadingList/MeshHeading/DescriptorName MedlineCitation/OtherID MedlineCitation/OtherAbstract/AbstractText MedlineCitation/KeywordList/Keyword MedlineCitation/CoiStatement MedlineCitation/SpaceFlightMission MedlineCitation/InvestigatorList/Investigator/LastName MedlineCitation/GeneralNote MedlineCitation/PersonalNameSubjectList/PersonalNameSubject/LastName MedlineCitation/UnknownElement MedlineCitation/Article/UnknownElement PubmedData/PublicationStatus PubmedData/ArticleIdList/ArticleId@IdType=pii PubmedData/ArticleIdList/ArticleId@IdType=doi PubmedData/ArticleIdList/ArticleId@IdType=mid PubmedData/ReferenceList/Reference/Citation PubmedData/UnknownElement'.split(
        ' ',
      ),
    // PubMed has each of these elements once in a record, or in a list.
    once: true,
    file: (fields) => {
      const inside = (prefix: string): string =>
        fields
          .filter(
            ([path]) => path.startsWith(`${prefix}/`) && (prefix !== 'MedlineCitation' || !path.includes('/Article/')),
          )
          .map(([path, value]) => nested(path.slice(prefix.length + 1), xml(value)))
          .join('');
      return `<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>One</ArticleTitle><AuthorList><Author><LastName>Karimi</LastName><ForeName>S</ForeName></Author></AuthorList><ArticleDate><Year>2020</Year></ArticleDate>${inside('MedlineCitation/Article')}</Article>${inside('MedlineCitation')}</MedlineCitation><PubmedData>${inside('PubmedData')}</PubmedData></PubmedArticle></PubmedArticleSet>`;
    },
  },
  {
    label: 'Crossref JSON',
    names:
      'subtitle[] original-title[] container-title[] short-container-title[] ISSN[] ISBN[] subject[] DOI URL volume issue publisher publisher-location article-number page language abstract edition-number type source prefix member alternative-id[] archive[] group-title short-title[] unknown'.split(
        ' ',
      ),
    once: true,
    file: (fields) =>
      JSON.stringify({
        'message-type': 'work',
        message: {
          type: 'journal-article',
          title: ['One'],
          author: [{ family: 'Karimi', given: 'S' }],
          issued: { 'date-parts': [[2020]] },
          ...Object.fromEntries(
            fields.map(([name, value]) => (name.endsWith('[]') ? [name.slice(0, -2), [value]] : [name, value])),
          ),
        },
      }),
  },
  {
    label: 'JATS XML',
    names:
      'journal-meta/journal-id@journal-id-type=nlm-ta journal-meta/journal-id@journal-id-type=publisher-id journal-meta/journal-title-group/journal-title journal-meta/journal-title-group/abbrev-journal-title journal-meta/issn journal-meta/issn@pub-type=epub journal-meta/issn-l journal-meta/publisher/publisher-name journal-meta/publisher/publisher-loc journal-meta/unknown article-meta/article-id@pub-id-type=doi article-meta/article-id@pub-id-type=pmid article-meta/article-id@pub-id-type=publisher-id article-meta/title-group/trans-title-group/trans-title article-meta/title-group/alt-title article-meta/contrib-group/contrib@contrib-type=author/collab article-meta/contrib-group/contrib@contrib-type=author/string-name article-meta/contrib-group/contrib@contrib-type=editor/name/surname article-meta/contrib-group/contrib@contrib-type=reviewer/name/surname article-meta/contrib-group/aff@id=a article-meta/aff article-meta/aff@id=b/institution article-meta/author-notes/corresp article-meta/author-notes/fn article-meta/volume article-meta/issue article-meta/isbn article-meta/elocation-id article-meta/fpage article-meta/page-range article-meta/supplement article-meta/permissions/copyright-statement article-meta/permissions/copyright-holder article-meta/permissions/license/license-p article-meta/self-uri article-meta/related-article article-meta/related-object article-meta/abstract/p article-meta/abstract/sec/title article-meta/abstract/sec/p article-meta/abstract@abstract-type=toc/p article-meta/trans-abstract@xml:lang=de/p article-meta/kwd-group/kwd article-meta/kwd-group@kwd-group-type=abbreviations/kwd article-meta/funding-group/award-group/funding-source article-meta/funding-group/award-group/award-id article-meta/funding-group/funding-statement article-meta/conference/conf-name article-meta/conference/conf-date article-meta/custom-meta-group/custom-meta article-meta/history/date@date-type=received/year article-meta/unknown'.split(
        ' ',
      ),
    once: true,
    file: (fields) => {
      const inside = (prefix: string): string =>
        fields
          .filter(([path]) => path.startsWith(`${prefix}/`))
          .map(([path, value]) => nested(path.slice(prefix.length + 1), xml(value)))
          .join('');
      return `<article article-type="research-article"><front><journal-meta>${inside('journal-meta')}</journal-meta><article-meta><title-group><article-title>One</article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>Karimi</surname><given-names>S</given-names></name></contrib></contrib-group><pub-date pub-type="epub"><year>2020</year></pub-date>${inside('article-meta')}</article-meta></front></article>`;
    },
  },
  {
    label: 'DBLP XML',
    names:
      'author editor pages volume number month journal booktitle publisher school series isbn ee url crossref cite note stream unknown'.split(
        ' ',
      ),
    once: true,
    file: (fields) =>
      `<dblp><article key="k"><author>S. Karimi</author><title>One</title><year>2020</year>${fields.map(([name, value]) => nested(name, xml(value))).join('')}</article></dblp>`,
  },
  {
    label: 'arXiv Atom',
    names:
      'summary author/name author/arxiv:affiliation author/unknown arxiv:doi arxiv:comment arxiv:journal_ref unknown'.split(
        ' ',
      ),
    once: true,
    file: (fields) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2001.00001</id><title>One</title><published>2020-01-01T00:00:00Z</published><author><name>S. Karimi</name></author>${fields.map(([name, value]) => nested(name, xml(value))).join('')}</entry></feed>`,
  },
  {
    label: 'Zotero JSON',
    names:
      'abstractNote archive archiveID archiveLocation bookTitle callNumber citationKey conferenceName DOI edition extra genre institution ISBN ISSN issue journalAbbreviation key language libraryCatalog meetingName numPages number numberOfVolumes originalTitle pages place PMID PMCID proceedingsTitle programmingLanguage publicationTitle publisher reportNumber reportType rights series seriesNumber seriesText seriesTitle shortTitle thesisType university url versionNumber volume websiteTitle websiteType accessDate unknown'.split(
        ' ',
      ),
    once: true,
    file: (fields) =>
      JSON.stringify([
        {
          itemType: 'journalArticle',
          title: 'One',
          creators: [{ creatorType: 'author', firstName: 'S', lastName: 'Karimi' }],
          date: '2020',
          ...Object.fromEntries(fields),
        },
      ]),
  },
];

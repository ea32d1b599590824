import { nested, type TestedFormat } from './database-files.ts';

/** A value of a whole document: a text that begins with `?` is a field to test, and what follows is its usual value. */
type Sample = string | number | boolean | null | readonly Sample[] | { readonly [name: string]: Sample };

/** A JSON answer with everything that a service documents. Each object also gets a property that nobody knows. */
const answer = (label: string, document: Sample, wrap: (work: unknown) => unknown = (work) => work): TestedFormat => ({
  label,
  names: fieldsOf(document, ''),
  once: true,
  file: (fields) => JSON.stringify(wrap(fill(document, '', new Map(fields)))),
});

const isList = (value: Sample): value is readonly Sample[] => Array.isArray(value);

function fieldsOf(value: Sample, path: string): readonly string[] {
  if (typeof value === 'string') return value.startsWith('?') ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, one]) => fieldsOf(one, `${path}/${name}`));
  return isList(value) ? inner : [...inner, `${path}/unknown`];
}

function fill(value: Sample, path: string, fields: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.startsWith('?') ? (fields.get(path) ?? value.slice(1)) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((one, index) => fill(one, `${path}/${index}`, fields));
  const own = Object.entries(value).map(([name, one]) => [name, fill(one, `${path}/${name}`, fields)] as const);
  const unknown = fields.get(`${path}/unknown`);
  return Object.fromEntries(unknown === undefined ? own : [...own, ['unknown', unknown] as const]);
}

const datacite: Sample = {
  doi: '10.5555/one',
  identifiers: [{ identifier: '?', identifierType: 'Other' }],
  creators: [
    {
      name: '?Karimi, Sara',
      nameType: 'Personal',
      givenName: '?Sara',
      familyName: '?Karimi',
      affiliation: [{ name: '?', affiliationIdentifier: '?', affiliationIdentifierScheme: 'ROR' }],
      nameIdentifiers: [
        { nameIdentifier: '?', nameIdentifierScheme: 'ORCID', schemeUri: 'https://orcid.org' },
        { nameIdentifier: '?', nameIdentifierScheme: 'ISNI' },
      ],
    },
    { name: '?Example Group', nameType: 'Organizational', affiliation: ['?'], nameIdentifiers: [] },
  ],
  titles: [
    { title: '?One', lang: 'en' },
    { title: '?', titleType: 'Subtitle' },
    { title: '?', titleType: 'Subtitle' },
    { title: '?', titleType: 'AlternativeTitle' },
    { title: '?', titleType: 'TranslatedTitle', lang: 'de' },
  ],
  publisher: { name: '?', publisherIdentifier: '?', publisherIdentifierScheme: 'ROR' },
  container: {
    type: 'Journal',
    identifier: '?',
    identifierType: 'ISSN',
    title: '?',
    volume: '?',
    issue: '?',
    firstPage: '?',
    lastPage: '?',
    number: '?',
    numberType: 'Article',
    chapterNumber: '?',
    edition: '?',
  },
  publicationYear: 2020,
  subjects: [
    { subject: '?', subjectScheme: '?', schemeUri: '?', valueUri: '?', classificationCode: '?' },
    { subject: '?610 Medicine', subjectScheme: 'DDC' },
  ],
  contributors: [
    { name: '?Müller, Jan', contributorType: 'Editor', affiliation: ['?'], nameIdentifiers: [] },
    { name: '?Rezaei, Ali', contributorType: 'ContactPerson', affiliation: [{ name: '?' }], nameIdentifiers: [] },
    { name: '?', contributorType: 'HostingInstitution', nameIdentifiers: [{ nameIdentifier: '?' }] },
  ],
  dates: [
    { date: '?2020', dateType: 'Issued', dateInformation: '?' },
    { date: '?', dateType: 'Collected', dateInformation: '?' },
  ],
  language: '?',
  types: {
    ris: 'RPRT',
    bibtex: 'article',
    citeproc: 'article-journal',
    schemaOrg: 'ScholarlyArticle',
    resourceType: '?',
    resourceTypeGeneral: 'Text',
  },
  relatedIdentifiers: [
    { relationType: 'IsPartOf', relatedIdentifier: '?', relatedIdentifierType: 'ISSN', relatedMetadataScheme: '?' },
    { relationType: 'HasPreprint', relatedIdentifier: '?', relatedIdentifierType: 'DOI' },
  ],
  relatedItems: [{ titles: [{ title: '?' }], relatedItemType: 'Journal', volume: '?', creators: [{ name: '?' }] }],
  sizes: ['?'],
  formats: ['?'],
  version: '?',
  rightsList: [
    { rights: '?', rightsUri: '?', rightsIdentifier: '?', rightsIdentifierScheme: 'SPDX', schemeUri: '?' },
    { rights: '?', rightsUri: 'https://creativecommons.org/licenses/by/4.0/legalcode' },
  ],
  descriptions: [
    { description: '?', descriptionType: 'Abstract' },
    { description: '?', descriptionType: 'Abstract' },
    { description: '?', descriptionType: 'Methods' },
    { description: '?', descriptionType: 'SeriesInformation' },
  ],
  geoLocations: [{ geoLocationPlace: '?', geoLocationPoint: { pointLongitude: '?', pointLatitude: '?' } }],
  fundingReferences: [
    {
      awardUri: '?',
      awardTitle: '?',
      funderName: '?Example Fund',
      awardNumber: '?',
      funderIdentifier: '?',
      funderIdentifierType: 'Crossref Funder ID',
    },
    { awardTitle: 'A study', awardNumber: '?' },
  ],
  url: '?',
  contentUrl: ['?'],
  source: 'mds',
  isActive: true,
  state: 'findable',
};

const orcid: Sample = {
  'put-code': 1,
  source: { 'source-name': { value: '?' }, 'source-orcid': null },
  title: {
    title: { value: '?One' },
    subtitle: { value: '?' },
    'translated-title': { value: '?', 'language-code': 'de' },
  },
  'journal-title': { value: '?' },
  'short-description': '?',
  citation: { 'citation-type': 'bibtex', 'citation-value': '?' },
  type: 'journal-article',
  'publication-date': { year: { value: '?2020' }, month: { value: '03' }, day: { value: '05' }, 'media-type': null },
  'external-ids': {
    'external-id': [
      {
        'external-id-type': 'doi',
        'external-id-value': '?',
        'external-id-url': { value: '?' },
        'external-id-normalized': { value: '?', transient: true },
        'external-id-relationship': 'self',
      },
      { 'external-id-type': 'issn', 'external-id-value': '?', 'external-id-relationship': 'part-of' },
      { 'external-id-type': 'isbn', 'external-id-value': '?', 'external-id-relationship': 'part-of' },
      { 'external-id-type': 'arxiv', 'external-id-value': '?', 'external-id-relationship': 'self' },
      { 'external-id-type': 'eid', 'external-id-value': '?', 'external-id-relationship': 'self' },
      { 'external-id-type': 'other-id', 'external-id-value': '?', 'external-id-relationship': 'funded-by' },
    ],
  },
  url: { value: '?' },
  contributors: {
    contributor: [
      {
        'contributor-orcid': {
          uri: 'https://orcid.org/0000-0002-1825-0097',
          path: '?0000-0002-1825-0097',
          host: 'orcid.org',
        },
        'credit-name': { value: '?Karimi, S.' },
        'contributor-email': { value: '?' },
        'contributor-attributes': { 'contributor-sequence': 'first', 'contributor-role': 'author' },
      },
      { 'credit-name': { value: '?Müller, J.' }, 'contributor-attributes': { 'contributor-role': 'editor' } },
      { 'credit-name': { value: '?Rezaei, A.' }, 'contributor-attributes': { 'contributor-role': 'support-staff' } },
    ],
  },
  'language-code': '?',
  country: { value: '?' },
  visibility: 'public',
  path: '?',
};

const openalex: Sample = {
  id: 'https://openalex.org/W1',
  doi: '?',
  title: '?One',
  display_name: '?One',
  publication_year: 2020,
  publication_date: '2020-03-05',
  ids: { openalex: 'https://openalex.org/W1', doi: '?', mag: '?', pmid: '?', pmcid: '?' },
  language: '?',
  primary_location: {
    is_oa: true,
    landing_page_url: 'https://journal.example/one',
    pdf_url: 'https://journal.example/one.pdf',
    raw_source_name: '?',
    raw_type: '?',
    source: {
      id: 'https://openalex.org/S1',
      display_name: '?',
      issn_l: '?',
      issn: ['?', '?', '?'],
      host_organization_name: '?',
      host_organization: 'https://openalex.org/P1',
      host_organization_lineage: ['https://openalex.org/P1'],
      type: 'journal',
    },
    license: '?',
    version: 'publishedVersion',
  },
  type: 'article',
  indexed_in: ['crossref'],
  open_access: {
    is_oa: true,
    oa_status: '?',
    oa_url: 'https://journal.example/one.pdf',
    any_repository_has_fulltext: false,
  },
  authorships: [
    {
      author_position: 'first',
      author: { id: 'https://openalex.org/A1', display_name: '?Sara Karimi', orcid: '?' },
      raw_author_name: '?Sara Karimi',
      raw_orcid: '?',
      institutions: [
        { id: 'https://openalex.org/I1', display_name: '?', ror: '?', country_code: 'IR', type: 'education' },
      ],
      countries: ['IR'],
      raw_affiliation_strings: ['?'],
      affiliations: [{ raw_affiliation_string: '?', institution_ids: ['https://openalex.org/I1'] }],
    },
    { author: { display_name: '?Jan Müller', orcid: null }, institutions: [{ display_name: '?', ror: null }] },
  ],
  biblio: { volume: '?', issue: '?', first_page: '?', last_page: '?' },
  mesh: [
    {
      descriptor_ui: 'D012890',
      descriptor_name: '?',
      qualifier_ui: '?',
      qualifier_name: '?',
      is_major_topic: false,
    },
    { descriptor_ui: '', descriptor_name: '?' },
  ],
  awards: [{ id: 'https://openalex.org/G1', display_name: '?', funder_award_id: '?', funder_display_name: '?' }],
  funders: [{ id: 'https://openalex.org/F1', display_name: '?', ror: '?' }],
  grants: [{ funder: 'https://openalex.org/F2', funder_display_name: '?', award_id: '?' }],
  keywords: [{ display_name: 'Sleep', score: 0.5 }],
  best_oa_location: { pdf_url: 'https://journal.example/one.pdf' },
};

const europepmc: Sample = {
  id: '?1',
  source: 'MED',
  pmid: '?',
  pmcid: '?',
  doi: '?',
  title: '?One',
  authorString: 'Karimi S.',
  authorList: {
    author: [
      {
        fullName: 'Karimi S',
        firstName: '?Sara',
        lastName: '?Karimi',
        initials: 'S',
        suffix: '?',
        authorId: { type: 'ORCID', value: '?' },
        authorAffiliationDetailsList: { authorAffiliation: [{ affiliation: '?', affiliationOrgId: { value: '?' } }] },
      },
      { collectiveName: '?Example Group', affiliation: '?' },
    ],
  },
  authorIdList: { authorId: [{ type: 'ORCID', value: '?' }] },
  investigatorList: { investigator: [{ fullName: '?' }] },
  journalInfo: {
    issue: '?',
    volume: '?',
    journalIssueId: 1,
    dateOfPublication: '2020 Mar',
    monthOfPublication: 3,
    yearOfPublication: 2020,
    printPublicationDate: '?2020-03-01',
    journal: { title: '?', ISOAbbreviation: '?', medlineAbbreviation: '?', NLMid: '?', issn: '?', essn: '?' },
  },
  bookOrReportDetails: {
    publisher: '?',
    comprisingTitle: '?',
    edition: '?',
    seriesName: '?',
    seriesIsbn: '?',
    isbn13: '?',
    isbn10: '?',
    numberOfPages: '?',
    yearOfPublication: 2020,
    extraInformation: '?',
  },
  pubYear: '?2020',
  pageInfo: '?',
  abstractText: '?',
  affiliation: '?',
  publicationStatus: '?ppublish',
  language: '?',
  pubModel: '?Print',
  pubTypeList: { pubType: ['?Journal Article', '?'] },
  grantsList: { grant: [{ grantId: '?', agency: '?', acronym: '?', orderIn: 0 }, { grantId: '?' }] },
  keywordList: { keyword: ['?', '?'] },
  meshHeadingList: {
    meshHeading: [
      {
        majorTopic_YN: 'N',
        descriptorName: '?',
        meshQualifierList: { meshQualifier: [{ abbreviation: 'AB', qualifierName: '?', majorTopic_YN: 'N' }] },
      },
    ],
  },
  chemicalList: { chemical: [{ name: '?', registryNumber: '?' }] },
  subsetList: { subset: [{ code: '?', name: '?' }] },
  fullTextUrlList: {
    fullTextUrl: [
      { availability: 'Open access', availabilityCode: 'OA', documentStyle: 'pdf', site: 'Europe_PMC', url: '?' },
      { availability: 'Subscription required', availabilityCode: 'S', documentStyle: 'doi', site: 'DOI', url: '?' },
    ],
  },
  commentCorrectionList: {
    commentCorrection: [
      { id: '?', source: 'MED', reference: '?', type: 'Erratum in', note: '?', orderIn: 1 },
      { id: '?', source: 'MED', reference: '?', type: 'Comment in' },
      { reference: '?', type: 'Update of' },
    ],
  },
  trialList: { trial: ['?'] },
  isOpenAccess: 'N',
  inEPMC: 'N',
  license: '?',
  authMan: 'N',
  firstPublicationDate: '?2020-03-01',
  electronicPublicationDate: '?2020-02-01',
};

const crossref: Sample = {
  type: 'journal-article',
  title: ['?One', '?'],
  subtitle: ['?', '?'],
  DOI: '?',
  author: [
    {
      given: '?Sara',
      family: '?Karimi',
      suffix: '?',
      prefix: '?',
      sequence: 'first',
      ORCID: '?',
      'authenticated-orcid': true,
      affiliation: [
        {
          name: '?',
          id: [{ id: '?', 'id-type': 'ROR', 'asserted-by': 'publisher' }],
          place: ['?'],
          department: ['?'],
          acronym: ['?'],
        },
      ],
      role: [{ role: 'author', vocabulary: 'crossref' }],
    },
    { name: '?Example Group', sequence: 'additional', affiliation: [] },
  ],
  editor: [{ given: '?Jan', family: '?Müller', suffix: '?', ORCID: '?', affiliation: [{ name: '?' }] }],
  translator: [{ name: '?Rezaei', affiliation: [] }],
  chair: [{ given: '?', family: '?Rossi' }],
  event: { name: '?', theme: '?', location: '?', acronym: '?', number: '?', sponsor: ['?'] },
  institution: [{ name: '?', place: ['?'], department: ['?'], acronym: ['?'] }],
  degree: ['?'],
  issued: { 'date-parts': [[2020]] },
  'short-container-title': ['?', '?'],
  'container-title': ['?', '?'],
  'issn-type': [{ value: '?', type: 'electronic' }],
  'isbn-type': [{ value: '?', type: 'print' }],
  'journal-issue': { issue: '?', 'published-print': { 'date-parts': [[2020]] } },
  license: [{ start: { 'date-parts': [[2020]] }, 'content-version': 'vor', 'delay-in-days': 0, URL: '?' }],
  funder: [{ DOI: '?', name: '?Example Fund', 'doi-asserted-by': 'publisher', award: ['?', '?'], id: [{ id: '?' }] }],
  'clinical-trial-number': [{ 'clinical-trial-number': '?', registry: '?', type: 'results' }],
  'updated-by': [{ DOI: '?', type: 'correction', label: 'Correction', source: 'publisher' }],
  'update-to': [{ DOI: '?', type: 'correction', label: 'Correction' }],
  relation: {
    'has-preprint': [{ 'id-type': 'doi', id: '?', 'asserted-by': 'subject' }],
    'is-supplemented-by': [{ 'id-type': 'uri', id: '?', 'asserted-by': 'subject' }],
  },
  link: [{ URL: '?', 'content-type': 'text/html', 'content-version': 'vor', 'intended-application': 'text-mining' }],
  assertion: [{ value: '?', name: 'received', label: '?', group: { name: 'history' } }],
  reference: [{ key: 'r1', unstructured: '?', 'article-title': '?', DOI: '?' }],
  'standards-body': { name: '?', acronym: '?' },
  review: { type: 'referee-report', 'competing-interest-statement': '?' },
};

const zotero: Sample = {
  itemType: 'journalArticle',
  title: '?One',
  date: '2020',
  creators: [
    { creatorType: 'author', firstName: '?Sara', lastName: '?Karimi' },
    { creatorType: 'author', name: '?Example Group' },
    { creatorType: 'reviewedAuthor', firstName: '?', lastName: '?Müller' },
  ],
  tags: [{ tag: '?', type: 1 }, { tag: '?' }],
  collections: ['?'],
  relations: { 'owl:sameAs': '?' },
  attachments: [{ itemType: 'attachment', title: '?', path: '?', url: '?' }],
  notes: [{ note: '?' }],
  seeAlso: ['?'],
};

const csl: Sample = {
  id: '?1',
  type: 'article-journal',
  title: '?One',
  author: [
    {
      family: '?Karimi',
      given: '?S.',
      suffix: '?',
      'dropping-particle': '?',
      'non-dropping-particle': '?',
      ORCID: '?',
      affiliation: [{ name: '?' }],
    },
    { literal: '?Example Group' },
  ],
  editor: [{ family: '?Müller', given: '?' }],
  'collection-editor': [{ family: '?Rossi' }],
  'container-author': [{ family: '?Sato', given: '?' }],
  director: [{ literal: '?' }],
  recipient: [{ family: '?' }],
  issued: { 'date-parts': [[2020]], circa: '?', season: '?' },
  accessed: { raw: '?' },
  submitted: { literal: '?' },
  'original-date': { 'date-parts': [[1999]], literal: '?' },
  categories: ['?'],
  custom: { note: '?' },
};

/** The same structure as XML, with lists as repeated elements. */
const toXml = (value: unknown, name: string): string => {
  if (Array.isArray(value)) return value.map((one) => toXml(one, name)).join('');
  if (typeof value === 'object' && value !== null)
    return `<${name}>${Object.entries(value)
      .map(([inner, one]) => toXml(one, inner))
      .join('')}</${name}>`;
  return nested(name, String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
};

/** Answers of services, with everything that they document. */
export const serviceAnswers: readonly TestedFormat[] = [
  answer('DataCite JSON', datacite, (work) => ({ data: [{ id: '10.5555/one', type: 'dois', attributes: work }] })),
  answer('ORCID JSON', orcid),
  answer('OpenAlex JSON', openalex, (work) => ({ results: [work] })),
  answer('Europe PMC JSON', europepmc, (work) => ({ hitCount: 1, resultList: { result: [work] } })),
  {
    ...answer('Europe PMC XML', europepmc),
    file: (fields) =>
      `<responseWrapper xmlns="https://www.europepmc.org/data"><resultList>${toXml(fill(europepmc, '', new Map(fields)), 'result')}</resultList></responseWrapper>`,
  },
  answer('Crossref JSON', crossref, (work) => ({ 'message-type': 'work', message: work })),
  answer('Zotero JSON', zotero, (work) => [work]),
  answer('CSL-JSON', csl, (work) => [work]),
];

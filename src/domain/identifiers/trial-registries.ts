/** A registry of trials or systematic reviews, and the form of its numbers. */
export interface TrialRegistry {
  /** Short name. */
  readonly name: string;
  /** Start of every number; empty if the numbers have no common start. */
  readonly prefix: string;
  /** Regular expression of a whole number, including the prefix. */
  readonly pattern: string;
  /** The form in words. */
  readonly form: string;
  readonly example: string;
  /** Case of the letters after the prefix; default: upper. */
  readonly letterCase?: 'lower';
  /** Address of a registration, if the registry has stable addresses. */
  readonly url?: (id: string) => string;
  /** Prefix that the WHO's portal adds to the number. */
  readonly portalPrefix?: string;
}

/** The primary registries of the WHO's network, ClinicalTrials.gov, the European ones, and PROSPERO. */
export const trialRegistries: readonly TrialRegistry[] = [
  {
    name: 'ClinicalTrials.gov',
    prefix: 'NCT',
    pattern: 'NCT\\d{8}',
    form: '"NCT" and 8 digits',
    example: 'NCT04280705',
    url: (id) => `https://clinicaltrials.gov/study/${id}`,
  },
  {
    name: 'IRCT',
    prefix: 'IRCT',
    pattern: 'IRCT\\d{6,20}N\\d{1,4}',
    form: '"IRCT", digits, "N" and a number',
    example: 'IRCT20080728001031N29',
  },
  {
    name: 'ISRCTN',
    prefix: 'ISRCTN',
    pattern: 'ISRCTN\\d{8}',
    form: '"ISRCTN" and 8 digits',
    example: 'ISRCTN10071259',
    url: (id) => `https://www.isrctn.com/${id}`,
  },
  {
    name: 'ANZCTR',
    prefix: 'ACTRN',
    pattern: 'ACTRN126\\d{11}',
    form: '"ACTRN" and 14 digits that start with 126',
    example: 'ACTRN12605000001606',
    url: (id) => `https://www.anzctr.org.au/${id}.aspx`,
  },
  {
    name: 'ChiCTR',
    prefix: 'ChiCTR',
    pattern: 'ChiCTR(?:\\d{10}|-[A-Z]{2,6}-\\d{8}|-\\d{10})',
    form: '"ChiCTR" and 10 digits, or letters and 8 digits between hyphens',
    example: 'ChiCTR2000029308',
  },
  {
    name: 'CTRI',
    prefix: 'CTRI',
    pattern: 'CTRI/\\d{4}/\\d{2,3}/\\d{6}',
    form: '"CTRI", year, month and 6 digits between slashes',
    example: 'CTRI/2020/01/022345',
  },
  {
    name: 'DRKS',
    prefix: 'DRKS',
    pattern: 'DRKS\\d{8}',
    form: '"DRKS" and 8 digits',
    example: 'DRKS00012345',
    url: (id) => `https://drks.de/search/en/trial/${id}`,
  },
  {
    name: 'EU CT',
    prefix: '',
    pattern: '20\\d{2}-5\\d{5}-\\d{2}-\\d{2}',
    form: 'year, 6, 2 and 2 digits between hyphens',
    example: '2022-500024-30-00',
    url: (id) => `https://euclinicaltrials.eu/ctis-public/view/${id}`,
  },
  {
    name: 'EudraCT',
    prefix: '',
    pattern: '(?:19|20)\\d{2}-\\d{6}-\\d{2}',
    form: 'year, 6 and 2 digits between hyphens',
    example: '2015-001234-12',
    url: (id) => `https://www.clinicaltrialsregister.eu/ctr-search/search?query=${id}`,
  },
  {
    name: 'EudraCT',
    prefix: 'EUCTR',
    pattern: 'EUCTR(?:19|20)\\d{2}-\\d{6}-\\d{2}(?:-[A-Z]{2})?',
    form: '"EUCTR", year, 6 and 2 digits, and a country',
    example: 'EUCTR2015-001234-12-DE',
  },
  {
    name: 'jRCT',
    prefix: 'JPRN-jRCT',
    pattern: 'JPRN-jRCT(?:[a-z]\\d{9}|\\d{10})',
    letterCase: 'lower',
    form: '"jRCT" and 10 digits, or a letter and 9',
    example: 'jRCTs031180001',
  },
  {
    name: 'jRCT',
    prefix: 'jRCT',
    pattern: 'jRCT(?:[a-z]\\d{9}|\\d{10})',
    letterCase: 'lower',
    form: '"jRCT" and 10 digits, or a letter and 9',
    example: 'jRCTs031180001',
    portalPrefix: 'JPRN-',
  },
  {
    name: 'UMIN-CTR',
    prefix: 'JPRN-UMIN',
    pattern: 'JPRN-UMIN\\d{9}',
    form: '"UMIN" and 9 digits',
    example: 'UMIN000012345',
  },
  {
    name: 'UMIN-CTR',
    prefix: 'UMIN',
    pattern: 'UMIN\\d{9}',
    form: '"UMIN" and 9 digits',
    example: 'UMIN000012345',
    portalPrefix: 'JPRN-',
  },
  {
    name: 'JapicCTI',
    prefix: 'JapicCTI-',
    pattern: 'JapicCTI-\\d{6}',
    form: '"JapicCTI-" and 6 digits',
    example: 'JapicCTI-101234',
    portalPrefix: 'JPRN-',
  },
  { name: 'CRIS', prefix: 'KCT', pattern: 'KCT\\d{7}', form: '"KCT" and 7 digits', example: 'KCT0001234' },
  { name: 'NTR', prefix: 'NTR', pattern: 'NTR\\d{1,5}', form: '"NTR" and a number', example: 'NTR1234' },
  {
    name: 'NTR',
    prefix: 'NL-OMON',
    pattern: 'NL-OMON\\d{3,6}',
    form: '"NL-OMON" and a number',
    example: 'NL-OMON20345',
  },
  {
    name: 'PACTR',
    prefix: 'PACTR',
    pattern: 'PACTR\\d{15,16}',
    form: '"PACTR" and 15 or 16 digits',
    example: 'PACTR201105000291147',
  },
  {
    name: 'PROSPERO',
    prefix: 'CRD',
    pattern: 'CRD42\\d{9,11}',
    form: '"CRD42", year and a number',
    example: 'CRD42020123456',
    url: (id) => `https://www.crd.york.ac.uk/PROSPERO/view/${id}`,
  },
  {
    name: 'ReBEC',
    prefix: 'RBR-',
    pattern: 'RBR-[0-9a-z]{6,8}',
    letterCase: 'lower',
    form: '"RBR-" and 6 to 8 letters or digits',
    example: 'RBR-6qvdftm',
    url: (id) => `https://ensaiosclinicos.gov.br/rg/${id}`,
  },
  { name: 'RPCEC', prefix: 'RPCEC', pattern: 'RPCEC\\d{8}', form: '"RPCEC" and 8 digits', example: 'RPCEC00000123' },
  {
    name: 'SLCTR',
    prefix: 'SLCTR',
    pattern: 'SLCTR/\\d{4}/\\d{3}',
    form: '"SLCTR", year and 3 digits between slashes',
    example: 'SLCTR/2019/001',
  },
  {
    name: 'TCTR',
    prefix: 'TCTR',
    pattern: 'TCTR\\d{11}',
    form: '"TCTR" and 11 digits',
    example: 'TCTR20190101001',
    url: (id) => `https://www.thaiclinicaltrials.org/show/${id}`,
  },
  {
    name: 'REPEC',
    prefix: 'PER-',
    pattern: 'PER-\\d{3}-\\d{2}',
    form: '"PER-", 3 and 2 digits',
    example: 'PER-001-20',
  },
  {
    name: 'LBCTR',
    prefix: 'LBCTR',
    pattern: 'LBCTR\\d{10}',
    form: '"LBCTR" and 10 digits',
    example: 'LBCTR2019030199',
  },
  {
    name: 'ITMCTR',
    prefix: 'ITMCTR',
    pattern: 'ITMCTR\\d{10}',
    form: '"ITMCTR" and 10 digits',
    example: 'ITMCTR2020000123',
  },
  {
    name: 'WHO UTN',
    prefix: 'U1111-',
    pattern: 'U1111-\\d{4}-\\d{4}',
    form: '"U1111-", 4 and 4 digits',
    example: 'U1111-1234-5678',
  },
];

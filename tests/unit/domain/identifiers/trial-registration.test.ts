import { describe, expect, test } from 'vitest';
import { parseTrialRegistration } from '../../../../src/domain/identifiers/trial-registration.ts';
import { trialRegistries } from '../../../../src/domain/identifiers/trial-registries.ts';

const portal = 'https://trialsearch.who.int/Trial2.aspx?TrialID=';

test.each([
  ['IRCT20080728001031N29', 'IRCT', `${portal}IRCT20080728001031N29`],
  ['IRCT138706161031N1', 'IRCT', `${portal}IRCT138706161031N1`],
  ['NCT04280705', 'ClinicalTrials.gov', 'https://clinicaltrials.gov/study/NCT04280705'],
  ['ChiCTR-IOR-15006446', 'ChiCTR', `${portal}ChiCTR-IOR-15006446`],
  ['CTRI/2020/01/022345', 'CTRI', `${portal}CTRI%2F2020%2F01%2F022345`],
  ['2015-001234-12', 'EudraCT', 'https://www.clinicaltrialsregister.eu/ctr-search/search?query=2015-001234-12'],
  ['2022-500024-30-00', 'EU CT', 'https://euclinicaltrials.eu/ctis-public/view/2022-500024-30-00'],
  ['UMIN000012345', 'UMIN-CTR', `${portal}JPRN-UMIN000012345`],
  ['CRD42020123456', 'PROSPERO', 'https://www.crd.york.ac.uk/PROSPERO/view/CRD42020123456'],
])('%s is registered at %s', (id, registry, url) =>
  expect(parseTrialRegistration(id)).toEqual({ ok: true, value: { id, registry, url } }),
);

test.each(trialRegistries)('the example of $name ($example) is one of its numbers', ({ example, name }) =>
  expect(parseTrialRegistration(example)).toMatchObject({ ok: true, value: { registry: name } }),
);

describe('a number in another form is rejected with the bare number', () => {
  test.each([
    ['https://clinicaltrials.gov/study/NCT04280705', 'NCT04280705'],
    ['nct 04280705', 'NCT04280705'],
    ['irct20080728001031n29', 'IRCT20080728001031N29'],
    ['EudraCT: 2015-001234-12', '2015-001234-12'],
    ['PROSPERO CRD42020123456', 'CRD42020123456'],
    ['chictr2000029308', 'ChiCTR2000029308'],
    ['RBR-6QVDFTM', 'RBR-6qvdftm'],
  ])('%s', (text, bare) =>
    expect(parseTrialRegistration(text)).toMatchObject({ ok: false, fault: { hint: `write ${bare}` } }),
  );
});

test('a number with a wrong length is rejected with the form of its registry', () => {
  for (const text of ['NCT0428070', 'NCT042807051']) {
    expect(parseTrialRegistration(text)).toMatchObject({
      ok: false,
      fault: {
        name: 'malformed-trial-number',
        message: `"${text}" is not a number of ClinicalTrials.gov, which has the form "NCT" and 8 digits`,
      },
    });
  }
});

test('a number of no known registry is rejected', () =>
  expect(parseTrialRegistration('foo')).toMatchObject({ ok: false, fault: { name: 'unknown-trial-registry' } }));

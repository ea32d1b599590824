import { describe, expect, it, test } from 'vitest';
import { parsePersonName } from '../../../src/domain/people/person-name.ts';
import { isFullerName, isSamePersonName } from '../../../src/domain/people/same-person.ts';
import { runImport } from './run-import.ts';

const scopus = `TY  - JOUR
TI  - Sleep in Nurses
T2  - Example Journal of Sleep
PY  - 2024
DO  - 10.5555/sleep
AU  - Karimi, S.
AU  - Müller, J.
AD  - Sleep Clinic, Example Institute, Tehran, Iran
AD  - Institute of Physiology, Example University, Bonn, Germany
ER  - 
`;
const pubmed = `PMID- 1
OWN - NLM
DP  - 2024 Mar
TI  - Sleep in nurses.
LID - 10.5555/sleep [doi]
FAU - Karimi, Sara
AUID- ORCID: 0000-0002-1825-0097
AD  - Institute of Physiology, Example University, Bonn, Germany.
AD  - Sleep Clinic, Example Institute, Tehran, Iran.
FAU - Muller, Jan
AD  - Institute of Physiology, Example University, Bonn, Germany.
PT  - Journal Article
JT  - Example Journal of Sleep
`;

const fieldsOf = (files: ReadonlyMap<string, string>): string =>
  [...files].find(([file]) => file.startsWith('publications/'))?.[1] ?? '';

/** The names of the affiliations of each author. */
function affiliationsOf(text: string): readonly (readonly (string | undefined)[])[] {
  const names = [...(/^affiliations:\n((?: {2}- .*\n)+)/m.exec(text)?.[1] ?? '').matchAll(/- "?([^,"]+)/g)].map(
    ([, name]) => name,
  );
  return [...text.matchAll(/affiliations: \[([\d, ]+)\]/g)].map(([, numbers = '']) =>
    numbers
      .split(', ')
      .map((number) => names[Number(number) - 1])
      .sort(),
  );
}

describe('a paper from two databases, one with initials', () => {
  it.each([
    ['first', scopus, pubmed],
    ['last', pubmed, scopus],
  ])('has whole names, ORCID iDs, and numbers of affiliations: initials %s', (_, one, other) => {
    const { files } = runImport(one);
    const { report, files: both } = runImport(other, files);
    const text = fieldsOf(both);
    expect(report.records.map(({ outcome }) => outcome)).not.toContain('written');
    expect(text).toMatch(/name: "Karimi, Sara".*orcid: 0000-0002-1825-0097/);
    expect(text).toMatch(/name: "M[uü]ller, Jan"/);
    expect(affiliationsOf(text)).toEqual([['Institute of Physiology', 'Sleep Clinic'], ['Institute of Physiology']]);
    expect(text).toContain('published: 2024-03');
    expect(report.records[0]?.different.map(({ field }) => field)).not.toContain('authors');
    expect([...runImport(one, both).written, ...runImport(other, both).written]).toEqual([]);
  });

  it('keeps the numbers of the file, and takes none for an address that it lacks', () => {
    const own = `---\ntitle: Sleep in nurses\nauthors: ["Karimi, S.", "Müller, J."]\naffiliations: ["Sleep Clinic, Example Institute, Tehran, Iran"]\npublished: 2024\ndoi: 10.5555/sleep\n---\n`;
    const { written } = runImport(pubmed, new Map([['publications/2024/own.mdx', own]]));
    const text = fieldsOf(written);
    expect(text).toContain('authors: [{ name: "Karimi, Sara", orcid: 0000-0002-1825-0097 }, "Muller, Jan"]');
    expect(text).not.toContain('affiliations: [1');
  });
});

const byHand = `---
title: Sleep in nurses
authors:
  # the first author is ours
  - name: Karimi S # as printed
    person: karimi
    roles: [software]
  - Rezaei A
  - { name: "Müller, Johann", person: muller, orcid: 0000-0001-5109-3700 } # not Jan
affiliations:
  - "Sleep Clinic, Example Institute, Tehran, Iran"
  - "Institute of Physiology, Example University, Bonn, Germany"
published: 2024-03
doi: 10.5555/sleep
---
`;

describe('--update authors', () => {
  const update = (before: string, ...fields: readonly string[]): string =>
    fieldsOf(runImport(pubmed, new Map([['publications/2024/own.mdx', before]]), fields).files);

  it('takes the authors of the source, and keeps what only the file says about them', () => {
    expect(update(byHand, 'authors')).toContain(`authors:
  # the first author is ours
  - name: Karimi, Sara # as printed
    affiliations: [2, 1]
    orcid: 0000-0002-1825-0097
    person: karimi
    roles: [software]
  - name: "Muller, Jan"
    affiliations: [2]
affiliations:`);
  });

  it('keeps the form of a name, and finds authors in another order by ORCID iD and name', () => {
    const own = byHand
      .replace('Karimi S #', '"Karimi, Sara" #')
      .replace(/ {2}- Rezaei.*\n/, '')
      .replace('"Müller, Johann", person: muller, orcid: 0000-0001-5109-3700', 'Jan Müller, person: muller')
      .replace(/( {2}# the first[\s\S]*software\]\n)( {2}- \{.*\n)/, '$2$1');
    const text = update(own, 'authors');
    expect(text).toContain(`  # the first author is ours
  - name: "Karimi, Sara" # as printed
    affiliations: [2, 1]
    orcid: 0000-0002-1825-0097
    person: karimi
    roles: [software]
  - { name: Jan Müller, affiliations: [2], person: muller } # not Jan
affiliations:`);
    expect(
      update(
        text.replace(/^---\n[\s\S]*?^---$/m, (yaml) => yaml),
        'authors',
      ),
    ).toBe(text);
  });

  it('works in a list in brackets', () => {
    const own = `---\ntitle: Sleep in nurses\nauthors: [Rezaei A, { name: Karimi S, person: karimi }] # two\npublished: 2024-03\ndoi: 10.5555/sleep\njournal: Example Journal of Sleep\n---\n`;
    expect(update(own, 'authors')).toContain(
      'authors: [{ name: "Karimi, Sara", affiliations: [1, 2], orcid: 0000-0002-1825-0097, person: karimi }, { name: "Muller, Jan", affiliations: [1] }] # two\n',
    );
  });
});

test('--update affiliations does not change to whom the numbers of the file refer', () => {
  const own = byHand.replace('- Rezaei A', '- { name: Rezaei A, affiliations: [2] }');
  const { files, report } = runImport(pubmed, new Map([['publications/2024/own.mdx', own]]), ['affiliations']);
  expect(fieldsOf(files)).toContain('affiliations:\n  - "Sleep Clinic, Example');
  expect(report.records[0]?.different.map(({ field }) => field)).toContain('affiliations');
});

test.each([
  ['Sleep &amp; memory: a review of nurses', 'Sleep and memory — a review of nurses'],
  ['Land-use change and sleep', 'Landuse change & sleep'],
])('a title with another sign for "and", or other punctuation, is named or is the same work: %s', (one, other) => {
  const entry = (title: string, place: string): string =>
    `---\ntitle: "${title}"\nauthors: ["Karimi, Sara"]\npublished: 2024\n${place}---\n`;
  const ris = (title: string, place: string): string =>
    `TY  - JOUR\nTI  - ${title}\nAU  - Karimi, S.\nPY  - 2024\n${place}ER  - \n`;
  const files = new Map([['publications/2024/own.mdx', entry(one, 'volume: 1\npages: 1-2\n')]]);
  const elsewhere = runImport(ris(other, 'VL  - 2\nSP  - 30\n'), files).report.records[0];
  expect([elsewhere?.outcome, elsewhere?.similar]).toEqual(['written', ['publications/2024/own.mdx']]);
  const same = runImport(ris(other, 'VL  - 1\nSP  - 1\nEP  - 2\n'), files).report.records[0];
  expect([same?.file, same?.different.map(({ field }) => field)]).toEqual(['publications/2024/own.mdx', ['title']]);
});

const nameOf = (text: string) => {
  const parsed = parsePersonName(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

test.each([
  ['Karimi, S.', 'Karimi, Sara', true, true],
  ['Karimi, S.', 'Karimi, Sara M.', true, true],
  ['Karimi, S. M.', 'Karimi, Sara', true, false],
  ['Müller, J', 'Muller, Jan', true, true],
  ['Li, J.-P.', 'Li, Jian-Ping', true, true],
  ['Karimi, Sara', 'Karimi, Sina', false, false],
  ['Karimi, R.', 'Karimi, Sara', false, false],
  ['King, M., Jr.', 'King, Martin, Sr.', false, false],
  ['Karimi', 'Karimi, Sara', false, false],
  ['Karimi, Sara', 'Karimi, S.', true, false],
])('%s and %s: the same person: %s, and the second says more: %s', (first, second, same, fuller) => {
  expect([isSamePersonName(nameOf(first), nameOf(second)), isFullerName(nameOf(second), nameOf(first))]).toEqual([
    same,
    fuller,
  ]);
});

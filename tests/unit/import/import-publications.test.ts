import { describe, expect, it } from 'vitest';
import { isLossy } from '../../../src/import/import-report.ts';
import { compileText } from '../../support/make.ts';
import { runImport as run } from './run-import.ts';

const record = `TY  - JOUR
AU  - Karimi, Sara
AU  - Müller J
TI  - Sleep and memory in nurses: p < 0.05 & <i>more</i>
T2  - Example Journal of Sleep
J2  - Ex J Sleep
SN  - 1746-0751
PY  - 2024
DA  - 2024/12/03/
VL  - 12
SP  - 101
EP  - 110
DO  - https://doi.org/10.5555/12345678
AB  - AIMS: To see. METHODS: To ask {nurses}. RESULTS: *None*.
KW  - sleep
ER  - 
`;

describe('an import', () => {
  it('writes a valid file in a stable order, and one for the journal', () => {
    const { files, report } = run(record);
    expect(files.get('publications/2024/karimi-2024-sleep.mdx')).toBe(`---
title: "Sleep and memory in nurses: p < 0.05 & <i>more</i>"
type: article
authors:
  - "Karimi, Sara"
  - Müller J
journal: Example Journal of Sleep
volume: 12
pages: 101-110
published: 2024-12-03
doi: 10.5555/12345678
keywords: [sleep]
added: 2026-01-02
---

**AIMS:** To see.

**METHODS:** To ask \\{nurses\\}.

**RESULTS:** \\*None\\*.
`);
    expect(files.get('journals/example-journal-of-sleep.yaml')).toBe(
      'title: Example Journal of Sleep\nabbreviation: Ex J Sleep\nissn: 1746-0751\n',
    );
    expect(isLossy(report)).toBe(false);
    for (const [file, text] of files) expect(compileText(file, text).problems).toEqual([]);
  });

  it('changes nothing the second time', () => {
    const first = run(record);
    const again = run(record, first.files);
    expect([...again.written]).toEqual([]);
    expect(again.report.records.map(({ outcome, different }) => [outcome, different])).toEqual([['unchanged', []]]);
  });

  it('gives a citation key to the first publication of a file alone', () => {
    const entry = (key: string, title: string): string =>
      `@article{${key}, author = {Karimi, Sara}, title = {${title}}, year = {2024}, journal = {J}}\n`;
    const { files } = run(
      entry('shared', 'Sleep and memory') +
        entry('shared', 'Screening of the retina') +
        // The slug of the second, which is now its key without being written.
        entry('karimi-2024-screening', 'Walking in the rain'),
    );
    expect([...files].map(([file, text]) => [file, /^citekey: (.*)$/m.exec(text)?.[1]])).toEqual([
      ['publications/2024/karimi-2024-sleep.mdx', 'shared'],
      ['publications/2024/karimi-2024-screening.mdx', undefined],
      ['publications/2024/karimi-2024-walking.mdx', undefined],
    ]);
  });

  it('finds the publication by any identifier, else by title, year and first author', () => {
    const { files } = run(record);
    const same = (text: string): string | undefined => run(text, files).report.records[0]?.file;
    expect(same(record.replace('https://doi.org/10.5555/12345678', '10.5555/12345678'))).toBe(
      'publications/2024/karimi-2024-sleep.mdx',
    );
    expect(same(record.replace(/DO .*\n/, '').replace('Sleep and', 'SLEEP  AND'))).toBe(
      'publications/2024/karimi-2024-sleep.mdx',
    );
    const other = run(record.replace('12345678', '999'), files).report.records[0];
    expect([other?.outcome, other?.file, other?.similar]).toEqual([
      'written',
      'publications/2024/karimi-2024-sleep-memory.mdx',
      ['publications/2024/karimi-2024-sleep.mdx'],
    ]);
  });

  it('fills what is empty, and leaves what a person wrote with its remarks', () => {
    const own = `---
# by hand
doi: "10.5555/12345678" # checked
title: Sleep and memory in nurses
authors: [{ name: "Karimi, Sara", corresponding: true }, "Müller J"]   # as printed
volume:
published: 2024
pages: "99-110" # from the PDF
---
`;
    const files = new Map([['publications/2024/mine.mdx', own]]);
    const { written, report } = run(record, files);
    expect(written.get('publications/2024/mine.mdx')).toBe(`---
# by hand
doi: "10.5555/12345678" # checked
title: Sleep and memory in nurses
authors: [{ name: "Karimi, Sara", corresponding: true }, "Müller J"]   # as printed
journal: Example Journal of Sleep
volume: 12
published: 2024-12-03
pages: "99-110" # from the PDF
keywords: [sleep]
---

**AIMS:** To see.

**METHODS:** To ask \\{nurses\\}.

**RESULTS:** \\*None\\*.
`);
    const [told] = report.records;
    expect(told?.outcome).toBe('filled');
    expect(told?.filled).toEqual(['journal', 'volume', 'published', 'keywords', 'abstract']);
    expect(told?.different.map(({ field }) => field)).toEqual(['title', 'pages']);
    expect([...run(record, new Map([...files, ...written])).written]).toEqual([]);
  });

  it('fills a file with all of its fields in braces, and does not make a second one of a broken file', () => {
    const flow = '---\n{ title: Other, authors: ["Karimi, Sara"], published: 2024, doi: 10.5555/12345678 }\n---\n';
    const first = run(record, new Map([['publications/2024/flow.mdx', flow]]));
    const filled = first.written.get('publications/2024/flow.mdx');
    expect(filled).toMatch(/^---\n\{ title: Other, authors: \["Karimi, Sara"\], journal: .*, volume: 12, .*\}\n---\n/);
    expect(first.report.records[0]?.different.map(({ field }) => field)).not.toContain('volume');
    const broken = '---\ntitle: "Open\ndoi: 10.5555/12345678\n---\n';
    const second = run(record, new Map([['publications/2024/broken.mdx', broken]]));
    expect([[...second.written], second.report.records[0]?.outcome]).toEqual([[], 'refused']);
    expect(second.report.records[0]?.reason).toContain('publications/2024/broken.mdx holds this publication');
  });

  it('overwrites the fields that --update names, and no other', () => {
    const { files } = run(record);
    const changed = record.replace('EP  - 110', 'EP  - 112').replace('VL  - 12', 'VL  - 13');
    const { written, report } = run(changed, files, ['pages']);
    expect(written.get('publications/2024/karimi-2024-sleep.mdx')).toBe(
      files.get('publications/2024/karimi-2024-sleep.mdx')?.replace('101-110', '101-112'),
    );
    expect(report.records[0]?.different.map(({ field }) => field)).toEqual(['volume']);
  });

  it('builds slugs that no publication has or had', () => {
    const files = new Map([
      [
        'publications/2024/other.mdx',
        '---\ntitle: Other\nauthors: [A]\npublished: 2024\naliases: [karimi-2024-sleep]\n---\n',
      ],
    ]);
    expect(run(record, files).report.records[0]?.file).toBe('publications/2024/karimi-2024-sleep-memory.mdx');
    const twins = record.replace(/DO .*\n/, 'DO  - 10.5555/a\n') + record.replace(/DO .*\n/, 'DO  - 10.5555/b\n');
    expect(run(twins).report.records.map(({ file }) => file)).toEqual([
      'publications/2024/karimi-2024-sleep.mdx',
      'publications/2024/karimi-2024-sleep-memory.mdx',
    ]);
  });

  it('refuses a record without required fields, and names them', () => {
    const { report, files } = run(record.replace(/AU .*\n/g, '').replace(/(?:PY|DA) .*\n/g, ''));
    expect([...files.keys()]).toEqual([]);
    expect(report.records[0]?.reason).toMatch(/no authors, no date of publication/);
    expect(isLossy(report)).toBe(true);
  });

  it('keeps particles, suffixes and scripts of names, and the names of groups', () => {
    const { files } = run(
      `TY  - JOUR\nTI  - Names\nPY  - 2020\nAU  - van der Berg, Jan\nAU  - King, M. L., Jr.\nAU  - رضایی, علی\nAU  - Example Study Group\nAU  - Smith, John, PhD\nER  - \n`,
    );
    const text = [...files.values()][0] ?? '';
    expect(text).toContain(
      '  - "van der Berg, Jan"\n  - "King, M. L., Jr."\n  - "رضایی, علی"\n  - { group: Example Study Group }\n  - "Smith, John"\n',
    );
  });

  it('reports names that may belong to a person, and matches a unit only by its name', () => {
    const nbib =
      'PMID- 1\nTI  - A trial of things\nDP  - 2020\nFAU - Karimi, Sara\nAD  - Sleep Clinic, Example Institute, Tehran. sara@example.org\nER\n'.replace(
        'ER\n',
        '',
      );
    const files = new Map([
      ['people/karimi.yaml', 'names: ["Karimi S"]\n'],
      ['units/sleep.yaml', 'name: { en: Sleep Clinic }\n'],
      ['units/clinic.yaml', 'name: { en: Clinic }\n'],
    ]);
    const { report, written } = run(nbib, files);
    expect(report.pairs).toMatchObject([{ printed: 'Sara Karimi', person: 'karimi', known: 'Karimi S' }]);
    expect([...written.values()][0]).toContain(
      '  - { name: "Sleep Clinic, Example Institute, Tehran", unit: sleep }\n',
    );
    expect([...written.values()][0]).not.toContain('person:');
  });

  it('proposes people from ORCID iDs and frequent names', () => {
    const item = (n: number) => ({
      type: 'article-journal',
      id: `x${n}`,
      title: `Work number ${n}`,
      issued: { 'date-parts': [[2020]] },
      author: [
        { family: 'Karimi', given: 'Sara', ...(n === 0 ? { ORCID: '0000-0002-1825-0097' } : {}) },
        { family: 'Often', given: 'Bo' },
        ...(n === 0 ? [{ family: 'Once', given: 'Al' }] : []),
      ],
    });
    const { report } = run(JSON.stringify([0, 1, 2].map(item)), new Map(), [], true);
    expect(report.people.map(({ file, text }) => [file, text])).toEqual([
      ['people/often-bo.yaml', 'names: ["Often, Bo"]\n'],
      ['people/karimi-sara.yaml', 'names: ["Karimi, Sara"]\norcid: 0000-0002-1825-0097\n'],
    ]);
  });
});

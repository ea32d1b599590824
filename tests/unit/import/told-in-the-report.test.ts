import { describe, expect, it } from 'vitest';
import { runImport } from './run-import.ts';

/** Values that a reader takes apart: what is not taken is in the report. */
describe('what is not taken of a field', () => {
  const told = (text: string, files?: ReadonlyMap<string, string>): readonly string[] =>
    runImport(text, files).report.records.flatMap(({ unplaced }) =>
      unplaced.map(({ name, value, reason }) => `${name}, ${reason}: ${value}`),
    );

  it('is the mail address between the names of Embase', () => {
    const ris =
      'TY  - JOUR\nAU  - Liu R.\nAU  - Adler D.G.\nTI  - One\nPY  - 2020\nM1  - (Liu R.; Adler D.G., adler@example.org) Example Institute, Tehran\nER  - \n';
    expect(told(ris)).toEqual(['mail address, database: adler@example.org']);
    expect([...runImport(ris).files.values()].join()).toContain('{ name: Adler D.G., affiliations: [1] }');
  });

  it('is a degree after a name of Ovid, and a kind in brackets that is no type', () => {
    const ovid =
      '<1>\nAuthor\n  Karimi, Sara MD *;  van Vugt, Jan MD, PhD +\nInstitution\n  (*)Example Institute.\n  (+)Sample Hospital.\nTitle\n  One.[Miscellaneous]\nSource\n  Sample Letters. 2(3):4-5, 2020.\n';
    expect(told(ovid)).toEqual([
      'degree, no place: Karimi, Sara: MD',
      'degree, no place: van Vugt, Jan: MD, PhD',
      'Title, no place: Miscellaneous',
    ]);
  });

  it('is an ISSN for which the journal has others already, in this import or in its file', () => {
    const record = (title: string, issn: string): string =>
      `TY  - JOUR\nAU  - Karimi, S.\nTI  - ${title}\nPY  - 2020\nT2  - Sample Letters\nSN  - ${issn}\nER  - \n`;
    const text = record('One', '1746-0751') + record('Two', '1746-076X') + record('Three', '0028-0836');
    expect(told(text)).toEqual([
      'ISSN of the journal, second value: 1746-076X',
      'ISSN of the journal, second value: 0028-0836',
    ]);
    const { files } = runImport(record('One', '1746-0751'));
    expect([...files.keys()]).toContain('journals/sample-letters.yaml');
    expect(told(record('Four', '0028-0836'), files)).toEqual(['ISSN of the journal, second value: 0028-0836']);
  });

  it('is no host of a library or publisher before a DOI', () => {
    const dois = ['http://doi.acm.org/10.5555/1', 'https://doi-org.proxy.example.edu/10.5555/1'];
    for (const doi of dois)
      expect(told(`TY  - JOUR\nAU  - Karimi, S.\nTI  - One\nPY  - 2020\nDO  - ${doi}\nER  - \n`)).toEqual([]);
  });

  it('is a language of an abstract that is none', () => {
    expect(told('PMID- 1\nTI  - One\nFAU - Karimi, Sara\nDP  - 2020\nOAB - Another text.\nOABL- other\n')).toEqual([
      'OABL, no place: other',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { runImport } from '../run-import.ts';

const fields = (entry: string): string => [...runImport(entry).files.values()][0] ?? '';

describe('a preprint that its source calls something else', () => {
  it.each([
    [
      'an entry of arXiv',
      '@misc{a, title={One}, author={Karimi, S.}, eprint={2401.00001}, archivePrefix={arXiv}, year={2024}}',
      'arXiv',
      '2401.00001',
    ],
    [
      'an article of Google Scholar',
      '@article{a, title={One}, author={Karimi, S.}, journal={arXiv preprint arXiv:2401.00002}, year={2024}}',
      'arXiv',
      '2401.00002',
    ],
    [
      'an article of DBLP',
      '@article{a, title={One}, author={Karimi, S.}, journal={CoRR}, volume={abs/2401.00003}, year={2024}}',
      'arXiv',
      '2401.00003',
    ],
    [
      'an article in another server',
      'TY  - JOUR\nTI  - One\nAU  - Karimi, S.\nPY  - 2024\nT2  - bioRxiv\nER  - \n',
      'bioRxiv',
      undefined,
    ],
  ])('is a preprint: %s', (_, entry, container, arxiv) => {
    const text = fields(entry);
    expect(text).toContain(`type: preprint\n`);
    expect(text).toContain(`container: ${container}\n`);
    expect(/^arxiv: "(.*)"$/m.exec(text)?.[1]).toBe(arxiv);
    expect(text).not.toMatch(/^(?:journal|volume):/m);
  });

  it('keeps a number that says otherwise', () => {
    const text = fields(
      '@article{a, title={One}, author={Karimi, S.}, journal={CoRR}, volume={abs/2401.00003}, eprint={2401.00004}, archivePrefix={arXiv}, year={2024}}',
    );
    expect(text).toMatch(/volume: abs\/2401\.00003\n[^]*arxiv: "2401\.00004"\n/);
  });

  it('is no article in a journal with a similar name, and no report', () => {
    expect(fields('@article{a, title={One}, author={Karimi, S.}, journal={Arxives of Sleep}, year={2024}}')).toContain(
      'type: article\n',
    );
    expect(fields('@misc{a, title={One}, author={Karimi, S.}, year={2024}}')).toContain('type: report\n');
  });
});

import { describe, expect, it } from 'vitest';
import { runImport } from './run-import.ts';

/** Records as services and publishers write them in 2026, with invented papers. */
const filesOf = (text: string): string => [...runImport(text).files.values()].join('\n');
const told = (text: string): readonly string[] =>
  runImport(text).report.records.flatMap(({ unplaced }) =>
    unplaced.map(({ reason, name, value }) => `${reason}: ${name}: ${value}`),
  );
const bibtex = (...fields: readonly string[]): string =>
  `@article{karimi2025,\n  author = {Karimi, Sara and van der Berg, Jan},\n  title = {One},\n  journal = {Example Journal},\n  year = {2025},\n${fields.map((field) => `  ${field},\n`).join('')}}\n`;
const ris = (type: string, ...lines: readonly string[]): string =>
  [
    `TY  - ${type}`,
    'AU  - Karimi, Sara',
    'AU  - van der Berg, Jan',
    'TI  - One',
    'PY  - 2025',
    ...lines,
    'ER  - ',
    '',
  ].join('\n');

describe('BibTeX', () => {
  it.each([
    '<i>E. coli</i>',
    '&lt;i&gt;E. coli&lt;/i&gt;',
    '{$<$}i{$>$}E. coli{$<$}/i{$>$}',
    '{\\textless}i{\\textgreater}E. {coli}{\\textless}/i{\\textgreater}',
  ])('has the markup of pages in a title: %s', (written) => {
    expect(filesOf(bibtex(`title = {Sleep of ${written}, p $<$ 5}`).replace('  title = {One},\n', ''))).toContain(
      'title: "Sleep of <i>E. coli</i>, p < 5"\n',
    );
  });

  it('has a PDF, or the DOI again, in eprint', () => {
    const pdf = 'https://jen.example.ac.ir/article_1_0a1b.pdf';
    expect(filesOf(bibtex(`eprint = {${pdf}}`))).toContain(`{ rel: pdf, url: "${pdf}" }`);
    const again = bibtex('doi = {10.5555/a}', 'eprint = { \n  https://doi.org/10.5555/a\n}');
    expect(filesOf(again)).not.toContain('links');
    expect(told(again)).toEqual([]);
  });

  it('of Zotero has a note of several fields', () => {
    const text = bibtex('note = {Publisher: Example Press\n\\_eprint: https://example.org/pdf/1}');
    expect(filesOf(text)).toContain('publisher: Example Press\n');
    expect(filesOf(text)).toContain('{ rel: pdf, url: "https://example.org/pdf/1" }');
  });

  it('of arXiv is a preprint, also with an address', () => {
    const text =
      '@misc{k, title={One}, author={Sara Karimi}, year={2024}, eprint={2401.00003}, archivePrefix={arXiv}, primaryClass={cs.LG}, url={https://arxiv.org/abs/2401.00003}}';
    expect(filesOf(text)).toContain('type: preprint\n');
    expect(filesOf(text)).toContain('container: arXiv\n');
  });

  it('of Google Scholar may be a patent, and of a data repository it is data', () => {
    const entry = (fields: string) => `@misc{k, title={One}, author={Karimi, Sara}, year={2022}, ${fields}}`;
    const patent = filesOf(entry('publisher={Google Patents}, note={US Patent 11,340,999}'));
    expect(patent).toContain('type: patent\n');
    expect(patent).toContain('number: "US Patent 11,340,999"\n');
    expect(filesOf(entry('publisher={Mendeley Data, V1}'))).toContain('type: dataset\n');
  });

  it('of publishers has their own forms of volumes and PMIDs', () => {
    expect(filesOf(bibtex('volume = {Volume 16 - 2025}'))).toContain('volume: 16\n');
    expect(filesOf(bibtex('PubMedID = {39999994}'))).toContain('pmid: 39999994\n');
    const early = bibtex('volume = {0}', 'number = {0}');
    expect(filesOf(early)).not.toMatch(/volume|issue/);
    expect(told(early)).toEqual(['placeholder: volume: 0', 'placeholder: issue: 0']);
  });

  it('of Web of Science has ORCID iDs in lines, and the names of institutions beside addresses', () => {
    const text = bibtex(
      'Affiliation = {Karimi, Sara, Univ Example, Tehran, Iran.\n   van der Berg, Jan, Univ Sample, Bonn, Germany.}',
      'Affiliations = {Example University; Sample University}',
      'ORCID-Numbers = {Karimi, Sara/0000-0002-1825-0097\n   van der Berg, Jan/0000-0001-5109-3700}',
      'EarlyAccessDate = {NOV 2024}',
      'Journal-ISO = {Ex. J.}',
      'ISSN = {1234-5679}',
      'Address = {THE BOULEVARD, OXFORD, ENGLAND}',
      'Unique-ID = {WOS:1}',
    );
    const file = filesOf(text);
    expect(file).toContain('{ name: "Karimi, Sara", affiliations: [1], orcid: 0000-0002-1825-0097 }');
    expect(file).toContain('{ name: "van der Berg, Jan", affiliations: [2], orcid: 0000-0001-5109-3700 }');
    expect(file).not.toContain('Example University');
    expect(file).not.toContain('BOULEVARD');
    expect(file).toContain('online: 2024-11\n');
    expect(file).toContain('abbreviation: Ex. J.\n');
  });

  it('of Scopus has the congress, open access and funding', () => {
    const file = filesOf(
      bibtex(
        'note = {Cited by: 0; All Open Access, Hybrid Gold Open Access; Conference name: Congress on Sleep; Conference date: 3 June 2024 through 5 June 2024; Conference code: 1}',
        'funding_details = {Example AgencyExample Agency, EA, 123, KA 5}',
        'funding_details = {Sample Fund, SF, (9)}',
      ),
    );
    expect(file).toContain('event: { name: Congress on Sleep, start: 2024-06-03, end: 2024-06-05 }');
    expect(file).toContain('openAccess: hybrid\n');
    expect(file).toContain(
      '  - { funder: "Example Agency, EA", award: 123 }\n  - { funder: "Example Agency, EA", award: KA 5 }\n  - { funder: "Sample Fund, SF", award: 9 }\n',
    );
  });
});

describe('RIS', () => {
  it('of Web of Science has addresses, funding and the congress', () => {
    const article = filesOf(
      ris(
        'JOUR',
        'C1  - Univ Example, Tehran, Iran',
        'C1  - [Karimi, Sara] Univ Sample, Bonn',
        'FU  - Fund [1, 2]; Agency',
        'AN  - WOS:1',
      ),
    );
    expect(article).toContain('{ name: "Karimi, Sara", affiliations: [2] }');
    expect(article).toContain('affiliations: ["Univ Example, Tehran, Iran", "Univ Sample, Bonn"]');
    expect(article).toContain('{ funder: Fund, award: 1 }\n  - { funder: Fund, award: 2 }\n  - { funder: Agency }');
    const paper = filesOf(
      ris(
        'CPAPER',
        'T2  - PROCEEDINGS',
        'CP  - Congress on Sleep',
        'CL  - Orlando, FL',
        'Y2  - JUL 15-19, 2024',
        'AN  - WOS:2',
      ),
    );
    expect(paper).toContain(
      'event: { name: Congress on Sleep, place: "Orlando, FL", start: 2024-07-15, end: 2024-07-19 }',
    );
    expect(paper).not.toMatch(/issue|accessed/);
    expect(filesOf(ris('JOUR', 'CP  - 3'))).toContain('issue: 3\n');
  });

  it('of Embase has names before each address, with mail addresses', () => {
    const text = ris(
      'JOUR',
      'AD  - (Karimi S., s@example.org; van der Berg J.) Clinic',
      'AD  - (van der Berg J.) Institute',
    );
    expect(filesOf(text)).toContain('{ name: "Karimi, Sara", affiliations: [1] }');
    expect(filesOf(text)).toContain('{ name: "van der Berg, Jan", affiliations: [1, 2] }');
    expect(told(text)).toEqual(['database: mail address: s@example.org']);
    expect(filesOf(ris('JOUR', 'AD  - (Somebody E.) Clinic'))).toContain('affiliations: ["(Somebody E.) Clinic"]');
  });

  it.each([
    ['AO', 'Karimi, Sara; ORCID: https://orcid.org/0000-0002-1825-0097'],
    [
      'AI',
      'ORCID: http://orcid.org/Karimi, Sara; ORCID: http://orcid.org/0000-0002-1825-0097, van der Berg, Jan; ORCID: http://orcid.org/0000-0001-5109-3700',
    ],
  ])('of Ovid has ORCID iDs in %s', (tag, value) => {
    const text = ris('JOUR', `${tag}  - ${value}`);
    expect(filesOf(text)).toContain('{ name: "Karimi, Sara", orcid: 0000-0002-1825-0097 }');
    expect(told(text)).toEqual([]);
    expect(told(ris('JOUR', `${tag}  - Somebody, Else; ORCID: https://orcid.org/0000-0002-1825-0097`))).toEqual([
      `no place: ${tag}: Somebody, Else; ORCID: https://orcid.org/0000-0002-1825-0097`,
    ]);
  });

  it('of EBSCO has a language and a PMID in a note, and a line about copyright after the abstract', () => {
    const note = 'Accession Number: 1. Language: English. Publication Type: research. NLM UID: 2. PMID: NLM39000002.';
    const line = 'Copyright of Example Journal is the property of Example Press and its content may not be copied.';
    const text = ris('JOUR', `N1  - ${note}`, `AB  - We asked. ${line}`);
    expect(filesOf(text)).toMatch(/^lang: en$/m);
    expect(filesOf(text)).toContain('pmid: 39000002\n');
    expect(filesOf(text)).toContain(`copyright: ${line}\n`);
    expect(filesOf(text)).toMatch(/\nWe asked\.\n$/);
    expect(told(text)).toContain(`no place: N1: ${note}`);
  });

  it('of ProQuest repeats the authors, and has the advisor of a thesis', () => {
    const file = filesOf(
      ris('THES', 'A1  - Karimi, Sara', 'A1  - van der Berg, Jan', 'A2  - Muster, Max', 'PB  - University'),
    );
    expect(file.match(/Karimi, Sara/g)).toHaveLength(1);
    expect(file).toContain('thesis: { institution: University, advisor: "Muster, Max" }');
    expect(filesOf(ris('JOUR', 'A1  - Other, Author'))).toContain('  - "Other, Author"\n');
  });

  it('of EndNote has the short title of the journal first where PubMed has it', () => {
    const file = filesOf(ris('JOUR', 'T2  - J Sleep', 'J2  - Journal of sleep', 'SN  - 1234-5679'));
    expect(file).toContain('journal: Journal of sleep\n');
    expect(file).toContain('abbreviation: J Sleep\n');
    expect(filesOf(ris('JOUR', 'T2  - Sleep', 'J2  - Journal of Naps', 'SN  - 1234-5679'))).toContain(
      'journal: Sleep\n',
    );
  });
});

describe('an abstract', () => {
  it('loses the markup of a page', () => {
    const html =
      '<p><strong>Introduction: </strong>We slept.<br />Methods: p<0.05 in 10<sup>3</sup> nurses.</p><p class="x">Results: <em>Yes</em>.</p>';
    const body = '**Introduction:** We slept.\n\n**Methods:** p\\<0.05 in 10³ nurses.\n\n**Results:** Yes.\n';
    expect(filesOf(ris('JOUR', `AB  - ${html}`))).toContain(body);
    expect(filesOf(bibtex(`abstract = {${html}}`))).toContain(body);
  });

  it('has headings without the space after them', () => {
    const body =
      '**Background:** Night work.\n\n**Methods and results:** 12 nurses (p\\<0.05).\n\n**Conclusions:** DNA.\n';
    expect(
      filesOf(ris('JOUR', 'AB  - BackgroundNight work.Methods and results12 nurses (p<0.05).ConclusionsDNA.')),
    ).toContain(body);
    expect(filesOf(ris('JOUR', 'AB  - Backgrounds differ. Methods do not.'))).toContain(
      '\nBackgrounds differ. Methods do not.\n',
    );
  });

  it('has no heading of its own', () => {
    expect(filesOf(ris('JOUR', 'AB  - Summary', 'Background', 'We slept.', 'Methods', 'We looked.'))).toContain(
      '---\n\n**Background:** We slept.\n\n**Methods:** We looked.\n',
    );
  });
});

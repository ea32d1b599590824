import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import {
  buildFolder,
  checkFolder,
  contentFolder,
  listFiles,
  styledSite,
  temporaryFolder,
} from '../support/build-site.ts';
import { findCode } from '../support/find-code.ts';
import { attacks } from '../support/hostile-site.ts';
import { readHtml } from '../support/read-html.ts';
import { runInProcess } from '../support/run-in-process.ts';

const xml = (text: string): string =>
  // What XML cannot hold at all is no document, and is refused whole.
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');

/** Files as another program exports them, with an attack wherever a record has a text. */
export const hostileExports: Readonly<Record<string, (attack: string, number: number) => string>> = {
  ris: (attack, number) =>
    `TY  - JOUR\nAU  - ${attack}\nAU  - Karimi, Sara\nTI  - Ris ${number} ${attack}\nT2  - ${attack}\nPY  - 2024\nVL  - ${attack}\nSP  - ${attack}\nUR  - ${attack}\nL1  - ${attack}\nDO  - ${attack}\nKW  - ${attack}\nAB  - ${attack}\nAD  - ${attack}\nPB  - ${attack}\nSN  - ${attack}\nLA  - ${attack}\nN1  - ${attack}\nER  - \n`,
  bib: (attack, number) =>
    `@article{key${number},\n  author = {${attack} and Karimi, Sara},\n  title = {Bib ${number} ${attack}},\n  journal = {${attack}},\n  year = {2024},\n  volume = {${attack}},\n  pages = {${attack}},\n  url = {${attack}},\n  keywords = {${attack}},\n  abstract = {${attack}},\n  note = {${attack}},\n  publisher = {${attack}}\n}\n`,
  json: (attack, number) =>
    JSON.stringify([
      {
        id: attack,
        type: 'article-journal',
        title: `Json ${number} ${attack}`,
        author: [{ family: attack, given: attack }, { literal: attack }, { family: 'Karimi', given: 'Sara' }],
        issued: { 'date-parts': [[2024]] },
        ...Object.fromEntries(
          [
            'container-title',
            'volume',
            'page',
            'URL',
            'DOI',
            'abstract',
            'keyword',
            'note',
            'publisher',
            'language',
          ].map((name) => [name, attack]),
        ),
      },
    ]),
  xml: (attack, number) =>
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>${99_000_000 + number}</PMID><Article><Journal><JournalIssue><Volume>${xml(attack)}</Volume><PubDate><Year>2024</Year></PubDate></JournalIssue><Title>${xml(attack)}</Title></Journal><ArticleTitle>Xml ${number} ${xml(attack)}</ArticleTitle><Abstract><AbstractText Label="${xml(attack).replaceAll('"', '&quot;')}">${xml(attack)}</AbstractText><AbstractText>Contact: hidden.person@example.org.</AbstractText><CopyrightInformation>Copyright hidden.person@example.org</CopyrightInformation></Abstract><AuthorList><Author><LastName>${xml(attack)}</LastName><ForeName>${xml(attack)}</ForeName><AffiliationInfo><Affiliation>${xml(attack)}, Example Institute. Electronic address: hidden.person@example.org.</Affiliation></AffiliationInfo></Author><Author><LastName>Karimi</LastName><ForeName>Sara</ForeName></Author></AuthorList><Language>${xml(attack)}</Language></Article><KeywordList><Keyword>${xml(attack)}</Keyword></KeywordList></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
};

/** Records with every so-manyth attack, each in the fields of a record of its own, become content that is built, and run nowhere. */
export async function importHostileRecords(kinds: readonly string[], every: number): Promise<void> {
  const chosen = attacks.filter((_, index) => index % every === 0);
  const folder = temporaryFolder();
  for (const kind of kinds)
    for (const [number, attack] of chosen.entries())
      writeFileSync(join(folder, `${number}.${kind}`), hostileExports[kind]!(attack, number));
  const CONTENT_DIR = contentFolder({ 'site.yaml': `${styledSite}features: { cards: none }\n` });
  const { code, stderr } = await runInProcess('import', { CONTENT_DIR }, [folder]);
  expect([0, 1]).toContain(code);
  expect(stderr).not.toMatch(/\n\s+at /);
  const written = listFiles(CONTENT_DIR)
    .filter((path) => path.endsWith('.mdx'))
    .map((path) => readFileSync(join(CONTENT_DIR, path), 'utf8'));
  for (const kind of kinds) {
    const ofKind = written.filter((text) => new RegExp(`^title:\\W*${kind} \\d`, 'im').test(text));
    expect(ofKind.length, kind).toBeGreaterThan(chosen.length / 2);
  }
  // A formula of a title that no program can read is the one thing that an author must mend.
  const problems = (await checkFolder(CONTENT_DIR)).filter(({ severity }) => severity === 'error');
  expect(problems.filter(({ name }) => name !== 'broken-mathematics')).toEqual([]);
  for (const { file } of problems) rmSync(join(CONTENT_DIR, file), { force: true });
  const site = await buildFolder(CONTENT_DIR);
  expect(
    site.problems.filter(({ severity }) => severity === 'error').map(({ file, message }) => `${file}: ${message}`),
  ).toEqual([]);
  for (const path of site.files()) {
    if (!path.endsWith('.html')) continue;
    const html = readHtml(site.read(path));
    expect(html.errors, path).toEqual([]);
    expect(html.all('*').flatMap(findCode), path).toEqual([]);
    expect(site.read(path), path).not.toContain('hidden.person');
  }
}

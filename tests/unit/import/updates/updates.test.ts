import { describe, expect, it } from 'vitest';
import { fetchEffects } from '../../../../src/commands/network/fetch-effects.ts';
import { readFrontmatter } from '../../../../src/compile/yaml/read-frontmatter.ts';
import type { ExistingPublication } from '../../../../src/import/match/existing.ts';
import { applyUpdates, isUnseen } from '../../../../src/import/updates/apply-updates.ts';
import { fetchUpdates, type WatchedPublication } from '../../../../src/import/updates/fetch-updates.ts';
import { formatUpdates } from '../../../../src/import/updates/format-updates.ts';
import { temporaryFolder } from '../../../support/build-site.ts';
import { localServices } from '../../../support/local-services.ts';
import { serveAnswers, type RecordedAnswer } from '../../../support/serve-answers.ts';

/** Answers of Crossref and PubMed as their documentation shows them, with invented notices. */
const updated = (doi: string, ...updates: readonly (readonly [string, string])[]): object => ({
  DOI: doi,
  'updated-by': updates.map(([type, notice]) => ({
    DOI: notice,
    type,
    source: 'retraction-watch',
    updated: { 'date-parts': [[2025, 2, 1]] },
  })),
});
const works = (...items: readonly object[]): string =>
  JSON.stringify({ status: 'ok', message: { 'total-results': items.length, items } });
const pubmed = (pmid: string, ...corrections: readonly (readonly [string, string])[]): string =>
  `<PubmedArticle><MedlineCitation><PMID>${pmid}</PMID><Article><ArticleTitle>One.</ArticleTitle></Article><CommentsCorrectionsList>${corrections
    .map(
      ([type, source]) =>
        `<CommentsCorrections RefType="${type}"><RefSource>${source}</RefSource><PMID>77</PMID></CommentsCorrections>`,
    )
    .join('')}</CommentsCorrectionsList></MedlineCitation></PubmedArticle>`;

type Answers = Readonly<Record<string, RecordedAnswer | readonly RecordedAnswer[]>>;
const nothing: Answers = { '/works': works(), '/efetch.fcgi': '<PubmedArticleSet></PubmedArticleSet>' };

async function ask(publications: readonly WatchedPublication[], answers: Answers) {
  await using server = await serveAnswers({ ...answers, ...nothing, ...answers });
  const services = localServices(server.address);
  const search = await fetchUpdates(publications, {
    services,
    contact: undefined,
    effects: {
      ...fetchEffects(temporaryFolder(), undefined, false, () => undefined, services),
      wait: () => Promise.resolve(),
    },
  });
  return { search, asked: server.asked.map(({ path }) => decodeURIComponent(path)) };
}

function publication(yaml: string, slug = 'one'): ExistingPublication {
  const text = `---\ntitle: One\nauthors: [A B]\npublished: 2020\n${yaml}\n---\n`;
  const { fields, body } = readFrontmatter(text);
  return { file: `publications/2020/${slug}.mdx`, slug, text, fields: fields ?? {}, body };
}

async function watch(yaml: string, answers: Answers, ignored: readonly string[] = []) {
  const file = publication(yaml);
  const doi = file.fields['doi'] as string | undefined;
  const pmid = file.fields['pmid'] as string | undefined;
  const { search } = await ask([{ ...(doi ? { doi } : {}), ...(pmid ? { pmid } : {}) }], answers);
  const texts: string[] = [];
  const updates = applyUpdates(
    [file],
    search,
    (key) => ignored.includes(key),
    (_, text) => texts.push(text),
  );
  return { updates, text: texts[0], problems: search.problems };
}

const retracted = { '/works?filter=doi:': works(updated('10.5555/A', ['retraction', '10.5555/notice'])) };

describe('updates of publications', () => {
  it('are asked for in batches, with both directions of Crossref and with PubMed', async () => {
    const many = Array.from({ length: 60 }, (_, number) => ({ doi: `10.5555/${number}`, pmid: `${number + 1}` }));
    const { asked, search } = await ask([...many, ...many, { doi: '10.5555/x,y' }], {});
    expect(search.problems).toEqual([]);
    expect(asked).toHaveLength(8);
    expect(asked[0]).toContain('/works?filter=doi:10.5555/0,doi:10.5555/1,');
    expect(asked[0]).toContain('&select=DOI,updated-by&rows=25');
    expect(asked[1]).toContain('/works?filter=updates:10.5555/0,updates:10.5555/1,');
    expect(asked[6]).toBe('/works/10.5555/x,y');
    expect(asked[7]).toContain('id=1,2,3,');
  });

  it.each([
    ['on the work', retracted],
    [
      'on the notice',
      {
        '/works?filter=updates:': works({
          DOI: '10.5555/notice',
          'update-to': [{ DOI: '10.5555/a', type: 'Retraction', updated: { 'date-parts': [[2025, 2, 1]] } }],
        }),
      },
    ],
  ])('are written into a file without status and notices: a retraction %s', async (_, answers) => {
    const { updates, text } = await watch('doi: 10.5555/a', answers);
    expect(text).toContain('status: retracted\n');
    expect(text).toContain('doi: 10.5555/notice');
    expect(text).toContain('date: 2025-02-01');
    expect(updates).toMatchObject([{ status: 'retracted', written: ['status', 'notices'] }]);
    expect(updates.some(isUnseen)).toBe(false);
  });

  it('of PubMed are written, and one notice of both services is one', async () => {
    const answers: Answers = {
      ...retracted,
      '/efetch.fcgi': `<PubmedArticleSet>${pubmed('1', ['ErratumIn', 'J. 2021. doi: 10.5555/erratum.'], ['RetractionIn', 'J. 2025'])}</PubmedArticleSet>`,
    };
    const { updates } = await watch('doi: 10.5555/a\npmid: 1', answers);
    expect(updates[0]?.notices).toMatchObject([
      { type: 'retraction', doi: '10.5555/notice' },
      { type: 'correction', doi: '10.5555/erratum' },
    ]);
    const only = await watch('pmid: 1', answers);
    expect(only.text).toContain('status: retracted\n');
    expect(only.text).toContain('url: "https://pubmed.ncbi.nlm.nih.gov/77/"');
  });

  it.each(['status: published', 'status: corrected\nnotices: [{ type: correction, doi: 10.5555/other }]'])(
    'never change what the office has written, and say so: %s',
    async (own) => {
      const { updates, text } = await watch(`doi: 10.5555/a\n${own}`, retracted);
      expect(text ?? own).toContain(own.split('\n')[0]);
      expect(updates).toMatchObject([{ status: 'retracted', conflict: expect.stringContaining('status') }]);
      expect(updates.every(isUnseen)).toBe(true);
      expect(formatUpdates(updates).join('\n')).toContain('NOT WRITTEN');
    },
  );

  it.each([
    'status: retracted\nnotices: [{ type: retraction, doi: 10.5555/NOTICE }]',
    'status: retracted\nnotices: [{ type: retraction, date: 2025 }]',
  ])('are no news where the file has them: %s', async (own) => {
    expect((await watch(`doi: 10.5555/a\n${own}`, retracted)).updates).toEqual([]);
  });

  it.each([
    ['on lines of their own', 'notices:\n  # ours\n  - { type: retraction, doi: 10.5555/first } # seen\nkeywords: [a]'],
    ['on one line', 'notices: [{ type: retraction, doi: 10.5555/first }]'],
    ['of another kind', 'notices:\n  - type: correction\n    doi: 10.5555/first'],
  ])('are added after the notices that a file has %s, where its status says as much', async (_, own) => {
    const before = `doi: 10.5555/a\nstatus: retracted\n${own}`;
    const { updates, text = '' } = await watch(before, retracted);
    expect(updates).toMatchObject([{ written: ['notices'] }]);
    expect(updates[0]?.conflict).toBeUndefined();
    const notices = readFrontmatter(text).fields?.['notices'];
    expect(notices).toMatchObject([{ doi: '10.5555/first' }, { type: 'retraction', doi: '10.5555/notice' }]);
    for (const line of before.split('\n').filter((written) => !written.includes('['))) expect(text).toContain(line);
  });

  it('are no news where the office has rejected the notice', async () => {
    expect((await watch('doi: 10.5555/a', retracted, ['doi:10.5555/notice'])).updates).toEqual([]);
  });

  it('of kinds that content does not have are named, and new versions are not', async () => {
    const { updates, text } = await watch('doi: 10.5555/a', {
      '/works?filter=doi:': works(
        updated('10.5555/a', ['partial_retraction', '10.5555/part'], ['new_version', '10.5555/v2']),
      ),
    });
    expect(updates).toMatchObject([{ notices: [], others: [{ kind: 'partial_retraction', doi: '10.5555/part' }] }]);
    expect(text).toBeUndefined();
  });

  it('that could not be asked for are a problem, and the others are found', async () => {
    const { problems, updates } = await watch('doi: 10.5555/a\npmid: 1', {
      '/works': { status: 500 },
      '/efetch.fcgi': `<PubmedArticleSet>${pubmed('1', ['RetractionIn', 'J. 2025'])}</PubmedArticleSet>`,
    });
    expect(problems.map(({ name }) => name)).toEqual(['service-refused', 'service-refused']);
    expect(updates).toMatchObject([{ status: 'retracted' }]);
    const refused = await watch('doi: 10.5555/a', { '/works': { status: 400 } });
    expect(refused.problems[0]?.message).toContain('10.5555/a');
    const cut = await watch('pmid: 1', { '/efetch.fcgi': '<PubmedArticleSet><PubmedArticle>' });
    expect(cut.problems).toMatchObject([{ name: 'answer-unreadable' }]);
  });

  it('of a file that cannot be read are reported', () => {
    const broken = { ...publication('doi: 10.5555/a'), broken: true };
    const found = { notices: [{ type: 'retraction' as const, doi: '10.5555/n' }], others: [] };
    const updates = applyUpdates(
      [broken],
      { ofDoi: new Map([['10.5555/a', found]]), ofPmid: new Map(), problems: [] },
      () => false,
      () => expect.unreachable(),
    );
    expect(updates.every(isUnseen)).toBe(true);
  });
});

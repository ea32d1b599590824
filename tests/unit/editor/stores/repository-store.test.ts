import { afterEach, describe, expect, test } from 'vitest';
import type { DeskEntry } from '../../../../src/editor/model/record.ts';
import type { CommittedChanges, SaveChoice } from '../../../../src/editor/stores/repository/commit-changes.ts';
import { explainFault } from '../../../../src/editor/stores/repository/host-words.ts';
import { openHost } from '../../../../src/editor/stores/repository/open-host.ts';
import type { OpenProposal, RepositoryHost } from '../../../../src/editor/stores/repository/repository-host.ts';
import { repositoryStore, type SaveQuestion } from '../../../../src/editor/stores/repository/repository-store.ts';
import { StoreFailure } from '../../../../src/editor/stores/store-failure.ts';
import type { SaveResult, Store } from '../../../../src/editor/stores/store.ts';
import { serveAnswers } from '../../../support/serve-answers.ts';
import { slowUnless, testEach } from '../../../support/slow.ts';
import { hostKinds, serveHost, type HostKind, type ServedHost } from '../../../support/repository-hosts/serve-host.ts';

const sleep = 'publications/2024/karimi-2024-sleep.mdx';
const text = '---\ntitle: Sleep and memory # as printed\nauthors: [Karimi S]\npublished: 2024\n---\nWe slept.\n';
const files = {
  [`content/${sleep}`]: text,
  'content/publications/2024/karimi-2024-sleep.pdf': '%PDF-1.4 words',
  'content/publications/2025/draft.mdx': '---\ntitle: A draft\nauthors: [Rossi M]\npublished: 2025\n---\n',
  'content/publications/.hidden.mdx': 'hidden',
  'content/people/karimi-sara.yaml': 'names: Karimi, Sara\n',
  'content/site.yaml': 'institute: Institute\nurl: https://example.org\n',
  'README.md': 'words',
};
const listed: readonly DeskEntry[] = [
  {
    file: sleep,
    kind: 'publications',
    id: 'karimi-2024-sleep',
    title: 'Sleep and memory',
    detail: 'Karimi S',
    address: '/publications/karimi-2024-sleep/',
    errors: 0,
    warnings: 1,
  },
  { file: 'people/gone.yaml', kind: 'people', id: 'gone', title: 'Gone', detail: '', errors: 0, warnings: 0 },
];

/** What a host could answer that wants to do harm, in the forms of all three. */
const hostileAnswer = {
  ...Object.fromEntries(
    ['sha', 'id', 'blob_id', 'message', 'login', 'name', 'full_name'].map((name) => [name, '../../%zz<script>']),
  ),
  ...Object.fromEntries(
    ['html_url', 'web_url', 'target_url', 'environment_url', 'external_url'].map((name) => [
      name,
      'javascript:alert(1)',
    ]),
  ),
  type: 'file',
  encoding: 'base64',
  content: '%%%',
  number: 'javascript:alert(1)',
  permissions: { push: 'yes', __proto__: null },
  object: { sha: '../..' },
  commit: { id: null, sha: {} },
  tree: [{ type: 'blob', path: 'content/../../x', sha: '%' }, null],
  check_runs: [{ status: 'completed', conclusion: 'failure', html_url: 'javascript:alert(1)' }],
  statuses: [{ status: 'failure', state: 'failure', target_url: 'JavaScript://%0aalert(1)' }],
};

interface Opened {
  readonly server: ServedHost;
  readonly host: RepositoryHost;
  readonly store: Store;
  readonly questions: SaveQuestion[];
  readonly saved: CommittedChanges[];
  readonly found: OpenProposal[];
  choice: SaveChoice | undefined;
}

const opened: Opened[] = [];

async function open(kind: HostKind, token = 'valid-token'): Promise<Opened> {
  return openOn(kind, await serveHost(kind, files), token);
}

/** Opens a repository, as a page does when it is loaded. */
async function openOn(kind: HostKind, server: ServedHost, token = 'valid-token'): Promise<Opened> {
  const host = await openHost(kind, { api: server.api, repository: server.name }, token, explainFault);
  const one: Opened = {
    server,
    host,
    questions: [],
    saved: [],
    found: [],
    choice: { as: 'commit', message: 'Correct the title' },
    store: repositoryStore(host, {
      folder: 'content',
      branch: 'main',
      account: () => ({ name: 'editor', mayWrite: server.mayWrite }),
      onFound: (proposals) => one.found.push(...proposals),
      listed,
      locale: 'en',
      explain: explainFault,
      describe: ({ verb, title, count }) => `${verb} ${title}${count > 1 ? ` (${count} files)` : ''}`,
      today: () => '2026-11-27',
      ask: (question) => {
        one.questions.push(question);
        return Promise.resolve(one.choice);
      },
      onSaved: (saved) => one.saved.push(saved),
    }),
  };
  opened.push(one);
  return one;
}

afterEach(async () => {
  await Promise.all([...new Set(opened.splice(0).map(({ server }) => server))].map((server) => server.close()));
});

const versionOf = async (store: Store, file = sleep): Promise<string> => {
  const answer = await store.open(file);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value.version;
};

/** Saves a text over the one that is there. */
const save = async (store: Store, next: string, file = sleep): Promise<SaveResult> =>
  store.save([{ type: 'write', file, text: next, version: await versionOf(store, file) }]);

describe.each(hostKinds)('on %s', (kind) => {
  /** What is said here for one host is asked of the others in the slow tests. */
  const others = slowUnless(kind === 'github');

  test('signs in, and says whose token it is and whether it may write', async () => {
    const { host, server } = await open(kind);
    expect(await host.signIn()).toEqual({ name: 'editor', mayWrite: true });
    server.mayWrite = false;
    expect(await host.signIn()).toEqual({ name: 'editor', mayWrite: false });
  });

  test('lists what the site lists, what the repository has beside it, and nothing that is gone or hidden', async () => {
    const { store } = await open(kind);
    expect((await store.list()).map(({ file, title, warnings }) => ({ file, title, warnings }))).toEqual([
      { file: sleep, title: 'Sleep and memory', warnings: 1 },
      { file: 'people/karimi-sara.yaml', title: 'karimi-sara', warnings: 0 },
      { file: 'publications/2025/draft.mdx', title: 'draft', warnings: 0 },
      { file: 'site.yaml', title: 'site', warnings: 0 },
    ]);
  });

  test('lists a repository of several pages of files', others, async () => {
    const { store, server } = await open(kind);
    const blob = server.repository.writeBlob('names: A B\n');
    const many = Array.from({ length: 1100 }, (_, index) => ({ path: `content/people/p-${index}.yaml`, blob }));
    server.repository.push('main', many);
    expect((await store.list()).length).toBe(1104);
  });

  test('opens a file byte for byte, with its id in git as its version', async () => {
    const { store, server } = await open(kind);
    const odd = '\ufeff---\r\ntitle: "خواب"\r\n---\r\n';
    server.repository.push('main', [{ path: `content/${sleep}`, content: odd }]);
    expect(await store.open(sleep)).toEqual({
      ok: true,
      value: {
        file: sleep,
        kind: 'publications',
        text: odd,
        version: server.repository.blobAt('main', `content/${sleep}`),
      },
    });
  });

  test('opens a file of more than a megabyte', others, async () => {
    const { store, server } = await open(kind);
    const long = `${text}${'Long words. '.repeat(110_000)}\n`;
    server.repository.push('main', [{ path: `content/${sleep}`, content: long }]);
    const answer = await store.open(sleep);
    expect(answer.ok && answer.value.text === long).toBe(true);
  });

  test.each(['../README.md', 'README.md', 'publications/../../x.mdx', 'publications/.hidden.mdx', 'people/x.mdx'])(
    'opens nothing but content: %s',
    async (file) => {
      const { store } = await open(kind);
      expect(await store.open(file)).toMatchObject({ ok: false, refusal: { name: 'not-content' } });
      expect(await store.save([{ type: 'write', file, text: 'x' }])).toMatchObject({
        type: 'refused',
        refusal: { name: 'not-content' },
      });
    },
  );

  test('says that a file is not there, or is not UTF-8', others, async () => {
    const { store, server } = await open(kind);
    expect(await store.open('people/nobody.yaml')).toMatchObject({ ok: false, refusal: { name: 'no-such-file' } });
    server.repository.push('main', [{ path: `content/${sleep}`, content: Uint8Array.of(0x2d, 0xe4, 0x80) }]);
    expect(await store.open(sleep)).toMatchObject({ ok: false, refusal: { name: 'not-utf-8' } });
  });

  test('saves a change as one commit, and no other byte', async () => {
    const { store, server, saved, questions } = await open(kind);
    const before = server.repository.head('main')!;
    const next = text.replace('memory', 'forgetting');
    expect(await save(store, next)).toEqual({
      type: 'saved',
      versions: { [sleep]: server.repository.blobAt('main', `content/${sleep}`) },
    });
    const head = server.repository.head('main')!;
    expect(server.repository.text('main', `content/${sleep}`)).toBe(next);
    expect(server.repository.message(head)).toBe('Correct the title');
    expect(server.repository.list(head).length).toBe(server.repository.list(before).length);
    expect(server.repository.isAncestor(before, head)).toBe(true);
    expect(saved).toEqual([{ commit: head, parent: before, branch: 'main' }]);
    expect(questions).toEqual([
      { message: 'change Sleep and forgetting', isInProposal: false, isProtected: false, mayWrite: true },
    ]);
    // The list knows the new title before the site is built.
    expect((await store.list())[0]).toMatchObject({ title: 'Sleep and forgetting' });
  });

  test('saves one after the other without opening the file again', others, async () => {
    const { store, server } = await open(kind);
    const first = await save(store, text.replace('memory', 'one'));
    if (first.type !== 'saved') throw new Error(first.type);
    const second = await store.save([
      { type: 'write', file: sleep, text: text.replace('memory', 'two'), version: first.versions[sleep]! },
    ]);
    expect(second.type).toBe('saved');
    expect(server.repository.text('main', `content/${sleep}`)).toContain('Sleep and two');
  });

  test('writes, deletes and renames in one commit, with what lies beside under the same name', others, async () => {
    const { store, server } = await open(kind);
    const before = server.repository.head('main')!;
    const result = await store.save([
      { type: 'rename', file: sleep, to: 'karimi-2024-dreams', version: await versionOf(store) },
      { type: 'write', file: 'people/rossi.yaml', text: 'names: Rossi, M\n' },
      {
        type: 'delete',
        file: 'people/karimi-sara.yaml',
        version: await versionOf(store, 'people/karimi-sara.yaml'),
      },
    ]);
    expect(result.type).toBe('saved');
    const head = server.repository.head('main')!;
    expect(server.repository.treeOf(`${head}~1`)).toBe(server.repository.treeOf(before));
    expect(server.repository.list(head).flatMap(({ path, type }) => (type === 'blob' ? [path] : []))).toEqual([
      'README.md',
      'content/people/rossi.yaml',
      'content/publications/.hidden.mdx',
      'content/publications/2024/karimi-2024-dreams.mdx',
      'content/publications/2024/karimi-2024-dreams.pdf',
      'content/publications/2025/draft.mdx',
      'content/site.yaml',
    ]);
    expect(server.repository.text('main', 'content/publications/2024/karimi-2024-dreams.mdx')).toBe(text);
  });

  test('saves as a proposal: a branch and a request, and further changes into the same', async () => {
    const { store, server, questions, saved, ...one } = await open(kind);
    const main = server.repository.head('main');
    opened[0]!.choice = { as: 'proposal', message: 'Correct the title\n\nAs printed.' };
    expect((await save(store, text.replace('memory', 'dreams'))).type).toBe('saved');
    expect(server.repository.head('main')).toBe(main);
    const branch = 'desk/2026-11-27-karimi-2024-sleep';
    expect(server.proposals).toEqual([
      { number: 1, branch, into: 'main', title: 'Correct the title', text: 'As printed.' },
    ]);
    expect(server.repository.text(branch, `content/${sleep}`)).toContain('Sleep and dreams');
    expect(saved[0]).toMatchObject({
      branch,
      proposal: { number: 1, address: expect.stringContaining(server.origin) },
    });
    // The record is read from its proposal from now on.
    expect(await store.open(sleep)).toMatchObject({ value: { text: text.replace('memory', 'dreams') } });
    expect((await save(store, text.replace('memory', 'nightmares'))).type).toBe('saved');
    expect(questions.at(-1)).toMatchObject({ isInProposal: true });
    expect(server.proposals.length).toBe(1);
    expect(server.repository.text(branch, `content/${sleep}`)).toContain('nightmares');
    expect(server.repository.head('main')).toBe(main);
    expect(await one.host.findBuild(saved[1]!.commit)).toEqual({ state: 'unknown' });
  });

  test('finds its proposals again after the page is loaded again, also new records in them', others, async () => {
    const { store, server } = await open(kind);
    opened[0]!.choice = { as: 'proposal', message: 'Mine' };
    const dreams = text.replace('memory', 'dreams');
    const added = 'publications/2026/new.mdx';
    expect((await save(store, dreams)).type).toBe('saved');
    expect((await store.save([{ type: 'write', file: added, text }])).type).toBe('saved');
    const again = await openOn(kind, server);
    again.choice = { as: 'proposal', message: 'More' };
    const entries = new Map((await again.store.list()).map((entry) => [entry.file, entry]));
    expect(entries.get(added)?.proposal).toMatchObject({ number: 2 });
    expect(entries.get(sleep)?.proposal).toMatchObject({
      number: 1,
      address: expect.stringContaining('http') as string,
    });
    expect([...entries.values()].filter(({ proposal }) => proposal).length).toBe(2);
    expect(again.found.map(({ number }) => number)).toEqual([2, 1]);
    expect(await again.store.open(sleep)).toMatchObject({ value: { text: dreams } });
    expect((await save(again.store, text.replace('memory', 'nightmares'))).type).toBe('saved');
    expect(again.questions.at(-1)).toMatchObject({ isInProposal: true });
    expect(server.proposals.length).toBe(2);
    expect(server.repository.text(server.proposals[0]!.branch, `content/${sleep}`)).toContain('nightmares');
  });

  test('adds nothing to a proposal that was taken over, whether its branch is left or removed', others, async () => {
    const { store, server, questions } = await open(kind);
    opened[0]!.choice = { as: 'proposal', message: 'Mine' };
    const dreams = text.replace('memory', 'dreams');
    expect((await save(store, dreams)).type).toBe('saved');
    server.repository.push('main', [{ path: `content/${sleep}`, content: dreams }]);
    server.closed.add(1);
    opened[0]!.choice = { as: 'commit', message: 'Mine' };
    expect((await save(store, text.replace('memory', 'naps'))).type).toBe('saved');
    expect(questions.at(-1)).toMatchObject({ isInProposal: false });
    expect(server.repository.text('main', `content/${sleep}`)).toContain('naps');
    opened[0]!.choice = { as: 'proposal', message: 'Mine' };
    expect((await save(store, text.replace('memory', 'rest'))).type).toBe('saved');
    server.repository.removeBranch(server.proposals[1]!.branch);
    expect(await store.open(sleep)).toMatchObject({ value: { text: text.replace('memory', 'naps') } });
  });

  test('proposes from a copy of its own where the account may only read', others, async () => {
    const { store, server, questions } = await open(kind);
    server.mayWrite = false;
    opened[0]!.choice = { as: 'proposal', message: 'Mine' };
    const main = server.repository.head('main');
    expect((await save(store, text.replace('memory', 'dreams'))).type).toBe('saved');
    expect(questions).toMatchObject([{ mayWrite: false, isInProposal: false }]);
    expect(server.proposals).toMatchObject([{ fork: 'editor/publications', into: 'main', title: 'Mine' }]);
    const fork = server.forks.get('editor/publications')!;
    const { branch } = server.proposals[0]!;
    expect(fork.text(branch, `content/${sleep}`)).toContain('dreams');
    expect([server.repository.head('main'), server.repository.head(branch)]).toEqual([main, undefined]);
    // A further change goes into the same branch, also after the page is loaded again.
    const again = await openOn(kind, server);
    again.choice = { as: 'proposal', message: 'More' };
    expect(await again.store.open(sleep)).toMatchObject({ value: { text: text.replace('memory', 'dreams') } });
    expect((await save(again.store, text.replace('memory', 'naps'))).type).toBe('saved');
    expect(fork.text(branch, `content/${sleep}`)).toContain('naps');
    // The next proposal begins with what others have published meanwhile.
    const person = 'people/karimi-sara.yaml';
    server.repository.push('main', [{ path: 'README.md', content: 'other words' }]);
    expect((await save(again.store, 'names: Karimi, S.\n', person)).type).toBe('saved');
    expect(server.proposals.length).toBe(2);
    const next = fork.head(server.proposals[1]!.branch)!;
    fork.pull(server.repository, 'main');
    expect(fork.changed('main', next)).toEqual([`content/${person}`]);
  });

  test('removes the branch of a proposal that the host refuses, or says that it is left', others, async () => {
    const { store, server } = await open(kind);
    server.refusesProposals = true;
    opened[0]!.choice = { as: 'proposal', message: 'Mine' };
    const branch = 'desk/2026-11-27-karimi-2024-sleep';
    await expect(save(store, text.replace('memory', 'dreams'))).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('the host refuses this') as string,
    });
    expect(server.repository.head(branch)).toBeUndefined();
    server.keepsBranches = true;
    await expect(save(store, text.replace('memory', 'dreams'))).rejects.toMatchObject({
      message: expect.stringContaining(branch) as string,
    });
    expect(server.repository.text(branch, `content/${sleep}`)).toContain('dreams');
  });

  test('says what to do with a copy that cannot be brought up to date', others, async () => {
    const { store, server } = await open(kind);
    server.mayWrite = false;
    server.forks.set('editor/publications', server.repository.copy());
    server.forks.get('editor/publications')!.push('main', [{ path: 'x', content: 'of the copy alone' }]);
    server.repository.push('main', [{ path: 'README.md', content: 'other words' }]);
    opened[0]!.choice = { as: 'proposal', message: 'Mine' };
    const result = save(store, text.replace('memory', 'dreams'));
    // GitLab begins a branch with that of the project which was copied.
    if (kind === 'gitlab') expect((await result).type).toBe('saved');
    else
      await expect(result).rejects.toMatchObject({ message: expect.stringContaining('editor/publications') as string });
  });

  test('gives a second proposal of the same day another branch', others, async () => {
    const { store, server } = await open(kind);
    server.repository.push('desk/2026-11-27-karimi-2024-sleep', [{ path: 'x', content: 'of somebody else' }]);
    opened[0]!.choice = { as: 'proposal', message: 'Mine' };
    expect((await save(store, text.replace('memory', 'mine'))).type).toBe('saved');
    expect(server.proposals[0]?.branch).toBe('desk/2026-11-27-karimi-2024-sleep-2');
  });

  test('writes nothing where the user does not choose', others, async () => {
    const { store, server } = await open(kind);
    const before = server.repository.head('main');
    opened[0]!.choice = undefined;
    expect(await save(store, 'other')).toMatchObject({ type: 'refused', refusal: { name: 'not-saved' } });
    expect(server.repository.head('main')).toBe(before);
  });

  test('does not overwrite what changed since it was opened, and shows both', async () => {
    const { store, server } = await open(kind);
    const version = await versionOf(store);
    const theirs = text.replace('memory', 'theirs');
    const before = server.repository.push('main', [{ path: `content/${sleep}`, content: theirs }]);
    expect(await store.save([{ type: 'write', file: sleep, text: 'mine', version }])).toMatchObject({
      type: 'conflict',
      files: [{ file: sleep, text: theirs, version: server.repository.blobAt('main', `content/${sleep}`) }],
      gone: [],
    });
    expect(server.repository.head('main')).toBe(before);
  });

  test('does not overwrite what changes between the last look and the write', others, async () => {
    const { store, server } = await open(kind);
    const version = await versionOf(store);
    server.beforeWrite = () => {
      server.repository.push('main', [{ path: `content/${sleep}`, content: 'theirs' }]);
    };
    expect(await store.save([{ type: 'write', file: sleep, text: 'mine', version }])).toMatchObject({
      type: 'conflict',
      files: [{ text: 'theirs' }],
    });
    expect(server.repository.text('main', `content/${sleep}`)).toBe('theirs');
  });

  test('goes on top of what others change in other files meanwhile', others, async () => {
    const { store, server } = await open(kind);
    const version = await versionOf(store);
    server.beforeWrite = () => {
      server.repository.push('main', [{ path: 'content/people/new.yaml', content: 'names: New, N\n' }]);
    };
    expect((await store.save([{ type: 'write', file: sleep, text: 'mine', version }])).type).toBe('saved');
    expect(server.repository.text('main', `content/${sleep}`)).toBe('mine');
    expect(server.repository.text('main', 'content/people/new.yaml')).toBe('names: New, N\n');
  });

  test(
    'takes a deleted file and a name that is taken meanwhile for conflicts, and writes none of the rest',
    others,
    async () => {
      const { store, server } = await open(kind);
      const version = await versionOf(store);
      server.repository.push('main', [{ path: `content/${sleep}`, remove: true }]);
      const both = await store.save([
        { type: 'write', file: sleep, text: 'mine', version },
        { type: 'write', file: 'people/karimi-sara.yaml', text: 'a second file of this name' },
        { type: 'write', file: 'people/other.yaml', text: 'names: O, O' },
      ]);
      expect(both).toMatchObject({
        type: 'conflict',
        gone: [sleep],
        files: [{ file: 'people/karimi-sara.yaml', text: 'names: Karimi, Sara\n' }],
      });
      expect(server.repository.text('main', 'content/people/other.yaml')).toBeUndefined();
    },
  );

  test('says that a branch is protected, and offers a proposal from then on', others, async () => {
    const { store, server, questions } = await open(kind);
    server.protected.add('main');
    const before = server.repository.head('main');
    expect(await save(store, text.replace('memory', 'x'))).toMatchObject({
      type: 'refused',
      refusal: { name: 'protected', message: expect.stringContaining('main') },
    });
    expect(server.repository.head('main')).toBe(before);
    opened[0]!.choice = { as: 'proposal', message: 'Mine' };
    expect((await save(store, text.replace('memory', 'x'))).type).toBe('saved');
    expect(questions.at(-1)).toMatchObject({ isProtected: true });
    expect(server.proposals.length).toBe(1);
  });

  test('writes a picture beside a record under a free name, in one commit with the record', others, async () => {
    const { store, server, questions } = await open(kind);
    const before = server.repository.head('main')!;
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 13, 10]);
    expect(await store.upload(sleep, 'My Figure.PNG', png)).toEqual({
      ok: true,
      value: { file: 'publications/2024/my-figure.png', source: './my-figure.png' },
    });
    expect(await store.upload(sleep, 'my-figure.png', png)).toMatchObject({
      value: { source: './my-figure-2.png' },
    });
    const pdf = new TextEncoder().encode('%PDF-1.4 others');
    expect(await store.upload('publications/2025/draft.mdx', 'draft.pdf', pdf)).toMatchObject({ ok: true });
    expect(questions).toEqual([]);
    expect(server.repository.head('main')).toBe(before);
    // Of the two pictures, the text names one; a PDF with the name of its record needs none.
    expect(store.waiting?.isWaiting(sleep, text)).toBe(false);
    const named = text.replace('published', 'image: { src: ./my-figure-2.png, alt: Hours }\npublished');
    expect(store.waiting?.isWaiting(sleep, named)).toBe(true);
    expect((await save(store, named)).type).toBe('saved');
    const head = server.repository.head('main')!;
    expect(server.repository.parents(head)).toEqual([before]);
    expect(questions.map(({ message }) => message)).toEqual(['change Sleep and memory (2 files)']);
    const blob = server.repository.blobAt(head, 'content/publications/2024/my-figure-2.png')!;
    expect(new Uint8Array(server.repository.read(blob))).toEqual(png);
    expect(server.repository.blobAt(head, 'content/publications/2024/my-figure.png')).toBeUndefined();
    expect(server.repository.blobAt(head, 'content/publications/2025/draft.pdf')).toBeUndefined();
    expect(store.waiting?.isWaiting(sleep, named)).toBe(false);
    // A name that somebody else has taken meanwhile.
    server.repository.push('main', [{ path: 'content/publications/2025/draft.pdf', content: 'theirs' }]);
    const draft = 'publications/2025/draft.mdx';
    expect(await save(store, 'mine', draft)).toMatchObject({ type: 'refused', refusal: { name: 'name-taken' } });
    store.waiting?.discard(draft);
    expect((await save(store, 'mine', draft)).type).toBe('saved');
    expect(server.repository.text('main', 'content/publications/2025/draft.pdf')).toBe('theirs');
    expect(await store.upload(sleep, 'x.exe', png)).toMatchObject({ ok: false, refusal: { name: 'kind-refused' } });
    expect(await store.upload(sleep, 'x.pdf', png)).toMatchObject({ ok: false, refusal: { name: 'wrong-kind' } });
  });

  test('names a new record as nobody else is named', others, async () => {
    const { store } = await open(kind);
    expect(await store.propose('people', 'Karimi, Sara')).toMatchObject({
      ok: true,
      value: { file: 'people/karimi-sara-2.yaml', text: expect.stringContaining('Karimi, Sara') },
    });
    expect(await store.propose('publications', 'On lamps')).toMatchObject({
      value: { file: 'publications/2026/on-lamps-2026.mdx' },
    });
  });

  testEach(
    [
      [{ type: 'status', status: 401 }, 'expired', 'token'],
      [{ type: 'status', status: 403 }, 'refused', 'does not allow'],
      [{ type: 'status', status: 500 }, 'refused', 'fault of its own'],
      [{ type: 'status', status: 429, headers: { 'retry-after': '60' } }, 'refused', 'no more requests'],
      [
        { type: 'status', status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800000000' } },
        'refused',
        'no more requests',
      ],
      [{ type: 'cut-off' }, 'offline', 'does not answer'],
    ],
    ([failure]) => failure.type === 'cut-off' || kind === 'github',
  )('says what is wrong where every request fails with %o, and writes nothing', async (failure, reason, words) => {
    const { store, server } = await open(kind);
    const version = await versionOf(store);
    const before = server.repository.head('main');
    server.failure = failure;
    const attempt = store.save([{ type: 'write', file: sleep, text: 'mine', version }]);
    await expect(attempt).rejects.toMatchObject({ reason, message: expect.stringContaining(words) });
    await expect(store.list()).rejects.toMatchObject({ reason });
    expect(server.repository.head('main')).toBe(before);
    server.failure = undefined;
    expect((await store.save([{ type: 'write', file: sleep, text: 'mine', version }])).type).toBe('saved');
  });

  test('says that a token is not valid, and that nobody answers', async () => {
    const { host, server } = await open(kind, 'wrong-token');
    await expect(host.signIn()).rejects.toMatchObject({ reason: 'expired' });
    await server.close();
    opened.length = 0;
    await expect(host.signIn()).rejects.toMatchObject({ reason: 'offline' });
  });

  test('tells the state of a build, and where its preview is', async () => {
    const { host, server } = await open(kind);
    const commit = server.repository.head('main')!;
    expect(await host.findBuild(commit)).toEqual({ state: 'unknown' });
    server.builds.set(commit, { state: 'running' });
    expect(await host.findBuild(commit)).toMatchObject({ state: 'running', address: expect.stringMatching(/^http/) });
    server.builds.set(commit, { state: 'done', preview: 'https://preview.example.org/1/' });
    expect(await host.findBuild(commit)).toMatchObject({ state: 'done', preview: 'https://preview.example.org/1/' });
    server.builds.set(commit, { state: 'failed' });
    expect((await host.findBuild(commit)).state).toBe('failed');
  });

  test('takes no address of a build that is no address of the web', others, async () => {
    const { host, server } = await open(kind);
    const commit = server.repository.head('main')!;
    server.builds.set(commit, { state: 'done', preview: 'javascript:alert(1)' });
    expect((await host.findBuild(commit)).preview).toBeUndefined();
  });

  test.each([null, 1, 'text', [], [null], {}, hostileAnswer, [hostileAnswer]])(
    'says that an answer is of no use, or takes nothing of it that could do harm: %j',
    async (answer) => {
      await using server = await serveAnswers({ '/': JSON.stringify(answer) });
      const place = { api: server.address, repository: 'institute/publications' };
      const host = await openHost(kind, place, 'valid-token', explainFault);
      const change = { type: 'write', path: 'content/x.mdx', bytes: new Uint8Array() } as const;
      const answers = await Promise.all(
        [
          host.signIn(),
          host.findHead('main'),
          host.listFiles('c', 'content'),
          host.readFile('c', 'content/x.mdx'),
          host.commit({ branch: 'main', parent: 'c', message: 'm', changes: [change] }),
          host.propose({ branch: 'b', into: 'main', title: 't', text: '' }),
          host.findBuild('c'),
        ].map((request) => request.catch((error: unknown) => error)),
      );
      for (const one of answers) if (one instanceof Error) expect(one).toBeInstanceOf(StoreFailure);
      expect(JSON.stringify(answers.slice(5))).not.toContain('script:');
    },
  );

  test('checks fields as a build does, with the place and the repair', others, async () => {
    const { store } = await open(kind);
    const found = await store.check(
      sleep,
      text.replace('published: 2024', 'published: 2024\ndoi: doi:10.5555/12345678'),
    );
    expect(found).toMatchObject([
      {
        severity: 'error',
        line: 5,
        path: ['doi'],
        repair: [{ type: 'set', path: ['doi'], value: '10.5555/12345678' }],
      },
    ]);
    expect(await store.check(sleep, text)).toEqual([]);
    expect(await store.check(sleep, '---\ntitle: "never closed\n---\n')).toMatchObject([
      { severity: 'error', name: 'malformed-yaml', line: 3 },
    ]);
    expect(await store.check(sleep, 'no fields')).toMatchObject([{ name: 'frontmatter-missing', line: 1 }]);
    expect(await store.check(sleep, text.replace('We slept', 'x').replace('2024', '2024\ndoi: ""'))).toEqual([]);
    expect(await store.check('site.yaml', 'institute: I\nurl: nowhere\n')).toMatchObject([{ path: ['url'], line: 2 }]);
  });

  test('finds the publications that may name a record, where they are not too many', others, async () => {
    const { store, server } = await open(kind);
    const found = await store.mentions('people', 'Karimi S');
    expect(found.ok && found.value.map(({ file }) => file)).toEqual([sleep]);
    const blob = server.repository.writeBlob(text);
    const many = Array.from({ length: 500 }, (_, index) => ({ path: `content/publications/p-${index}.mdx`, blob }));
    server.repository.push('main', many);
    expect(await store.mentions('people', 'Karimi S')).toMatchObject({ ok: false, refusal: { name: 'too-many' } });
  });

  test('asks nobody else: nothing is looked up', others, async () => {
    const { store, server } = await open(kind);
    server.asked.length = 0;
    expect(await store.importFrom({ type: 'identifiers', text: '10.5555/12345678' })).toMatchObject({
      ok: false,
      refusal: { name: 'not-looked-up' },
    });
    expect(server.asked).toEqual([]);
  });

  test('plans an import of a file, beside the publications that it has already', others, async () => {
    const { store } = await open(kind);
    const ris = (title: string, author: string, doi: string) =>
      ['TY  - JOUR', `TI  - ${title}`, `AU  - ${author}`, 'PY  - 2024', `DO  - ${doi}`, 'ER  - ', ''].join('\n');
    const bytes = (written: string) => new TextEncoder().encode(written);
    const found = await store.importFrom({
      type: 'file',
      name: 'two.ris',
      bytes: bytes(ris('Sleep and memory', 'Karimi, S', '10.5555/sleep') + ris('Rain', 'Rossi, M', '10.5555/rain')),
    });
    expect(found).toMatchObject({
      ok: true,
      value: {
        records: [
          { outcome: 'filled', file: sleep, filled: ['doi'] },
          { outcome: 'new', file: 'publications/2024/rossi-2024-rain.mdx' },
        ],
      },
    });
    const changes = found.ok ? found.value.records.flatMap((record) => record.changes) : [];
    expect(await store.save(changes)).toMatchObject({ type: 'saved' });
    const opened = await store.open(sleep);
    expect(opened.ok && opened.value.text).toContain('doi: 10.5555/sleep');
    const list = await store.importFrom({ type: 'file', name: 'dois.txt', bytes: bytes('10.5555/1\n10.5555/2\n') });
    expect(list).toMatchObject({ ok: false, refusal: { name: 'not-looked-up' } });
    const zip = await store.importFrom({ type: 'file', name: 'a.zip', bytes: bytes('PK\u0003\u0004\0\0') });
    expect(zip).toMatchObject({ ok: false, refusal: { name: 'archive' } });
  });

  test('imports by the settings of the repository', others, async () => {
    const { store, server } = await open(kind);
    const put = (settings: string) =>
      server.repository.push('main', [{ path: 'content/import.yaml', blob: server.repository.writeBlob(settings) }]);
    const table =
      'Names,Paper,Year,DOI,Abstract\n"Rossi, M",Rain,2023,10.5555/rain,Wet\n"Rossi, M",Snow,2023,10.5555/snow,Cold\n';
    const take = () => store.importFrom({ type: 'file', name: 'own.csv', bytes: new TextEncoder().encode(table) });
    put(
      [
        'columns: { authors: Names, title: Paper, published: Year, doi: DOI, abstract: Abstract }',
        'abstracts: false',
        'ignore: [{ id: doi:10.5555/snow, reason: another Rossi }]',
        '',
      ].join('\n'),
    );
    const found = await take();
    expect(found).toMatchObject({
      ok: true,
      value: {
        records: [{ outcome: 'new', title: 'Rain' }],
        problems: [{ message: expect.stringContaining('another Rossi') as string }],
      },
    });
    const [change] = found.ok ? found.value.records.flatMap((record) => record.changes) : [];
    expect(change).toMatchObject({ type: 'write', text: expect.not.stringContaining('Wet') as string });
    put('columns:\n  titel: Paper\n');
    expect(await take()).toMatchObject({
      ok: false,
      refusal: { name: 'import-settings', message: expect.stringContaining('line 2') as string },
    });
  });
});

test('GitHub, which cuts long lists of trees: reads one tree after the other, and names a folder that is too large', async () => {
  const { host, server } = await open('github');
  const commit = server.repository.head('main')!;
  const whole = await host.listFiles(commit, 'content');
  expect(whole.map(({ path }) => path)).toEqual(
    Object.keys(files)
      .filter((path) => path.startsWith('content/'))
      .sort(),
  );
  server.listedEntries = 3;
  const inParts = await host.listFiles(commit, 'content');
  expect(inParts.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(whole);
  server.listedEntries = 2;
  await expect(host.listFiles(commit, 'content')).rejects.toMatchObject({
    reason: 'refused',
    message: 'the folder content/ has more files than the API of the host lists',
  });
});

test('GitLab: lists a folder in one request, and a hundred entries at a time where it is too old for that', async () => {
  const { host, server } = await open('gitlab');
  const blob = server.repository.writeBlob('label: Topic\n');
  const many = Array.from({ length: 450 }, (_, index) => ({ path: `content/topics/t-${index}.yaml`, blob }));
  const commit = server.repository.push('main', many);
  const asked = server.asked.length;
  const whole = await host.listFiles(commit, 'content');
  expect(server.asked.length - asked).toBe(1);
  expect(whole.map(({ path }) => path)).toEqual(expect.arrayContaining(many.map(({ path }) => path)));
  server.refusesWholeTrees = true;
  expect(await host.listFiles(commit, 'content')).toEqual(whole);
  expect(server.asked.length - asked).toBeGreaterThan(5);
});

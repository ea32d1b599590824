import { portabilityFault, portableKey } from '../../../domain/pages/portable-path.ts';
import { findKind, idOfFile } from '../../model/kind-of-file.ts';
import { newRecord } from '../../model/new-record.ts';
import { placeUpload } from '../../model/place-upload.ts';
import type { DeskEntry, OpenFile } from '../../model/record.ts';
import { StoreFailure } from '../store-failure.ts';
import type { Answer, Refusal, SaveResult, Store } from '../store.ts';
import { checkRecord } from './check-record.ts';
import { commitChanges, type CommittedChanges, type SaveChoice } from './commit-changes.ts';
import { describeChange, titleOf, type DescribeChange } from './describe-change.ts';
import type { ExplainFault, HostFault } from './host-words.ts';
import { createOwnProposals } from './own-proposals.ts';
import type { UploadKeeper } from './kept-uploads.ts';
import { planChanges } from './plan-changes.ts';
import type { Account, CommitChange, OpenProposal, ReadFile, RepositoryHost } from './repository-host.ts';
import { openTree } from './repository-tree.ts';
import { createWaitingUploads } from './waiting-uploads.ts';

/** A question to the user before a save. */
export interface SaveQuestion {
  /** Suggested message of the commit. */
  readonly message: string;
  /** True where an open proposal already changes the record; the new change is added to it. */
  readonly isInProposal: boolean;
  /** True after the host has refused a commit because the branch is protected. */
  readonly isProtected: boolean;
  /** False where the account may only read: changes are then proposed from a fork. */
  readonly mayWrite: boolean;
}

export interface RepositoryStoreOptions {
  /** Content folder in the repository. */
  readonly folder: string;
  readonly branch: string;
  readonly account: () => Account;
  /** Entries of the published site. */
  readonly listed: readonly DeskEntry[];
  /** Default language of the site. */
  readonly locale: string;
  readonly explain: ExplainFault;
  /** Keeps files on the device until they are saved. */
  readonly keeper?: UploadKeeper;
  /** Makes the suggested message of a commit. */
  readonly describe: DescribeChange;
  /** Today as an ISO date, such as `2024-12-03`. */
  readonly today: () => string;
  /** Asks the user how to save; undefined where the user does not save. */
  readonly ask: (question: SaveQuestion) => Promise<SaveChoice | undefined>;
  readonly onSaved: (saved: CommittedChanges) => void;
  /** Called with the proposals of the account that were already open. */
  readonly onFound: (proposals: readonly OpenProposal[]) => void;
}

/** A store over a repository, through the API of its host. */
export function repositoryStore(host: RepositoryHost, options: RepositoryStoreOptions): Store {
  const { folder, branch, listed, locale, explain, describe } = options;
  const tree = openTree(host, folder);
  const proposals = createOwnProposals(host, tree, options);
  const { headOf } = proposals;
  /** Titles of files that were read or written. */
  const titles = new Map<string, string>();
  const waiting = createWaitingUploads(options.keeper);
  let isProtected = false;
  const refuse = (fault: HostFault, values?: Readonly<Record<string, string>>): Refusal => ({
    name: fault,
    ...explain(fault, values),
  });
  const refused = (...fault: Parameters<typeof refuse>): Answer<never> => ({ ok: false, refusal: refuse(...fault) });
  const fileOf = (path: string): string => path.slice(folder.length + 1);
  const decode = (file: string, { bytes, blob }: ReadFile): Answer<OpenFile> => {
    const kind = findKind(file);
    if (kind === undefined) return refused('not-content', { file });
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      titles.set(file, titleOf(file, text));
      return { ok: true, value: { file, kind, text, version: blob } };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return refused('not-utf-8', { file });
    }
  };
  const findConflict = async (paths: readonly string[], head: string): Promise<SaveResult> => {
    const files: OpenFile[] = [];
    const gone: string[] = [];
    for (const path of paths) {
      const now = await proposals.hostOf(fileOf(path)).readFile(head, path);
      const opened = now && decode(fileOf(path), now);
      if (!opened) gone.push(fileOf(path));
      else if (opened.ok) files.push(opened.value);
      else return { type: 'refused', refusal: opened.refusal };
    }
    return { type: 'conflict', files, gone };
  };
  /** Asks the user how to save, then commits. `files`: the records that change, to find their proposal. */
  const commit = async (
    files: readonly string[],
    changes: readonly CommitChange[],
    message: string,
  ): Promise<SaveResult> => {
    const open = await proposals.findOpen(files);
    const account = options.account();
    const { mayWrite } = account;
    const choice = await options.ask({ message, isInProposal: open !== undefined, isProtected, mayWrite });
    if (!choice) return { type: 'refused', refusal: refuse('not-saved') };
    const today = options.today();
    const outcome = await commitChanges(host, {
      changes,
      folder,
      branch,
      choice,
      open,
      account,
      explain,
      files,
      today,
    });
    switch (outcome.type) {
      case 'protected':
        isProtected = true;
        return { type: 'refused', refusal: refuse('protected', { branch }) };
      case 'busy':
        return { type: 'refused', refusal: refuse('busy', { message: outcome.message }) };
      case 'conflict': {
        const taken = outcome.paths.map(fileOf).find((file) => waiting.files().includes(file));
        if (taken !== undefined) return { type: 'refused', refusal: refuse('name-taken', { file: taken }) };
        return findConflict(outcome.paths, outcome.head);
      }
      case 'saved': {
        const { saved } = outcome;
        const written = changes.filter(({ type }) => type === 'write').map(({ path }) => path);
        if (saved.proposal) proposals.add(files, saved);
        const blobs = await (files[0] === undefined ? tree : proposals.treeOf(files[0])).blobsAt(saved.commit, written);
        if (!saved.proposal) tree.follow(saved.parent, saved.commit, changes, blobs);
        options.onSaved(saved);
        return {
          type: 'saved',
          versions: Object.fromEntries([...blobs].map(([path, blob]) => [fileOf(path), blob])),
        };
      }
    }
  };
  /** Files that can be read, some at a time. */
  const readFiles = async (files: readonly string[]): Promise<readonly OpenFile[]> => {
    const opened: OpenFile[] = [];
    for (let start = 0; start < files.length; start += readsAtOnce)
      for (const answer of await Promise.all(files.slice(start, start + readsAtOnce).map((file) => store.open(file))))
        if (answer.ok) opened.push(answer.value);
    return opened;
  };
  const store: Store = {
    kind: 'repository',
    published: listed,
    list: async () => {
      const inBranch = (await tree.filesAt(await headOf())).map(fileOf);
      const proposed = await proposals.files();
      const files = [...new Set([...inBranch, ...proposed.keys()])];
      const present = new Set(files);
      const known = new Set(listed.map(({ file }) => file));
      // A file that the site does not show, such as a draft, is not in `listed`.
      const others = files.flatMap((file): readonly DeskEntry[] => {
        const kind = known.has(file) ? undefined : findKind(file);
        const id = idOfFile(file);
        return kind === undefined ? [] : [{ file, kind, id, title: id, detail: file, errors: 0, warnings: 0 }];
      });
      return [...listed.filter(({ file }) => present.has(file)), ...others].map((entry) => {
        const proposal = proposed.get(entry.file);
        return { ...entry, title: titles.get(entry.file) || entry.title, ...(proposal ? { proposal } : {}) };
      });
    },
    open: async (file) => {
      if (findKind(file) === undefined) return refused('not-content', { file });
      const head = await headOf(file);
      const found = await proposals.hostOf(file).readFile(head, `${folder}/${file}`);
      return found ? decode(file, found) : refused('no-such-file', { file });
    },
    check: (file, text) => {
      const kind = findKind(file);
      return Promise.resolve(kind === undefined ? [] : checkRecord(file, kind, text));
    },
    propose: async (kind, title) => {
      const files = (await tree.filesAt(await headOf())).map(fileOf);
      const place = `${kind === 'pages' ? `pages/${locale}` : kind}/`;
      const taken = [...files, ...(await proposals.files()).keys()]
        .filter((file) => file.startsWith(place))
        .map(idOfFile);
      return newRecord(kind, title, { taken: new Set(taken), locale, today: options.today() });
    },
    save: async (changes) => {
      const plan = await planChanges(changes, { ...proposals, folder });
      if ('fault' in plan) return { type: 'refused', refusal: refuse(plan.fault, plan.values) };
      if ('gone' in plan) return findConflict([plan.gone], plan.head);
      const files = changes.map(({ file }) => file);
      const uploads = changes.flatMap((change) =>
        change.type === 'write' ? waiting.of(change.file, change.text) : [],
      );
      const described = describeChange(changes, titles);
      const result = await commit(
        files,
        [
          ...plan.planned,
          ...uploads.map(({ file, bytes }) => ({ type: 'write' as const, path: `${folder}/${file}`, bytes })),
        ],
        describe({ ...described, count: described.count + uploads.length }),
      );
      if (result.type !== 'saved') return result;
      waiting.remove(uploads);
      for (const change of changes)
        if (change.type === 'write') titles.set(change.file, titleOf(change.file, change.text));
      return result;
    },
    upload: async (beside, name, bytes) => {
      const placed = placeUpload(name, bytes);
      if (!placed.ok) return placed;
      if (findKind(beside) === undefined) return refused('not-content', { file: beside });
      const own = beside.slice(0, beside.lastIndexOf('/') + 1);
      const files = (await proposals.treeOf(beside).filesAt(await headOf(beside))).map(fileOf);
      const taken = new Set([...files, ...waiting.files()].map(portableKey));
      const { stem, extension } = placed.value;
      let file = `${own}${stem}${extension}`;
      for (let count = 2; taken.has(portableKey(file)); count += 1) file = `${own}${stem}-${count}${extension}`;
      const fault = portabilityFault(file);
      if (fault !== undefined) return refused('name-refused', { file, fault });
      waiting.add(beside, { file, bytes });
      return { ok: true, value: { file, source: `./${file.slice(own.length)}` } };
    },
    waiting,
    mentions: async (_, id) => {
      const head = await headOf();
      const files = (await tree.filesAt(head)).map(fileOf).filter((file) => findKind(file) === 'publications');
      if (files.length > searchLimit) return refused('too-many', { count: String(files.length) });
      const value = (await readFiles(files)).filter(({ text }) => text.includes(id));
      return { ok: true, value };
    },
    importFrom: async (request) => {
      if (request.type === 'identifiers') return refused('not-looked-up');
      const [first, second] = request.bytes;
      if (first === 0x50 && second === 0x4b) return refused('archive');
      const { importFile } = await import('./import-file.ts').catch(() => {
        throw new StoreFailure('offline', explain('offline'));
      });
      const settings = await host.readFile(await headOf(), `${folder}/import.yaml`);
      const found = await importFile(request.name, request.bytes, {
        entries: await store.list(),
        settings: settings?.bytes,
        read: readFiles,
        limit: searchLimit,
        locale,
        today: options.today(),
      });
      return 'fault' in found ? refused(found.fault, found.values) : { ok: true, value: found };
    },
    preview: ({ address }) => address,
  };
  return store;
}

/** How many publications are read to find references to a record, or records of an imported file. Hosts accept some thousand requests an hour. */
const searchLimit = 500;
const readsAtOnce = 6;

import { settingsIn } from '../../../src/editor/model/kind-of-file.ts';
import type { DeskEntry, DeskKind, DeskProblem, OpenFile } from '../../../src/editor/model/record.ts';
import type { ImportPreview, SaveResult, Store } from '../../../src/editor/stores/store.ts';

/** A store in the memory of the page, and what tests make it do. */
export interface MemoryStore extends Store {
  readonly files: Map<string, string>;
  /** Makes the next requests fail: with a lost connection, an ended session or a full disk. */
  fail: 'offline' | 'expired' | 'full' | undefined;
  problems: readonly DeskProblem[];
  preview(entry: DeskEntry): string | undefined;
  found: ImportPreview;
}

/** A store of these files. Versions are the texts themselves. */
export function memoryStore(files: Readonly<Record<string, string>>, entriesOf = listed): MemoryStore {
  const kept = new Map(Object.entries(files));
  const guard = (): void => {
    if (store.fail === 'offline' || store.fail === 'expired')
      throw Object.assign(new Error(store.fail), { reason: store.fail });
  };
  const store: MemoryStore = {
    kind: 'folder',
    files: kept,
    fail: undefined,
    problems: [],
    found: { records: [], problems: [], journals: [] },
    list: () =>
      Promise.resolve()
        .then(guard)
        .then(() => entriesOf(kept)),
    open: (file) =>
      Promise.resolve().then(() => {
        guard();
        const text = kept.get(file);
        return text === undefined
          ? { ok: false, refusal: { name: 'no-such-file', message: 'There is no such file.', hint: '' } }
          : { ok: true, value: opened(file, text) };
      }),
    check: () =>
      Promise.resolve()
        .then(guard)
        .then(() => store.problems),
    propose: (kind, title) =>
      Promise.resolve({
        ok: true,
        value: {
          file: `${kind}/new.${kind === 'publications' ? 'mdx' : 'yaml'}`,
          kind,
          text: kind === 'publications' ? `---\ntitle: ${title}\n---\n` : `name: ${title}\n`,
        },
      }),
    save: (changes) =>
      Promise.resolve().then((): SaveResult => {
        guard();
        if (store.fail === 'full')
          return {
            type: 'refused',
            refusal: {
              name: 'disk-full',
              message: 'The disk is full, so nothing was saved.',
              hint: 'Make space, then save again.',
            },
          };
        const stale = changes.filter((change) => change.type === 'write' && kept.get(change.file) !== change.version);
        if (stale.length > 0)
          return {
            type: 'conflict',
            files: stale.flatMap(({ file }) => (kept.has(file) ? [opened(file, kept.get(file)!)] : [])),
            gone: stale.map(({ file }) => file).filter((file) => !kept.has(file)),
          };
        for (const change of changes) {
          if (change.type === 'write') kept.set(change.file, change.text);
          else {
            if (change.type === 'rename')
              kept.set(change.file.replace(/[^/]+(?=\.\w+$)/, change.to), kept.get(change.file) ?? '');
            kept.delete(change.file);
          }
        }
        return {
          type: 'saved',
          versions: Object.fromEntries(
            changes.flatMap((change) => (change.type === 'write' ? [[change.file, change.text]] : [])),
          ),
        };
      }),
    upload: (beside, name) =>
      Promise.resolve({ ok: true, value: { file: `${beside.replace(/[^/]*$/, '')}${name}`, source: `./${name}` } }),
    importFrom: () => Promise.resolve({ ok: true, value: store.found }),
    mentions: (_, id) =>
      Promise.resolve({
        ok: true,
        value: [...kept]
          .filter(([file, written]) => file.startsWith('publications/') && written.includes(id))
          .map(([file, written]) => opened(file, written)),
      }),
    preview: () => undefined,
  };
  return store;
}

const opened = (file: string, text: string): OpenFile => ({ file, kind: kindOf(file), text, version: text });

const kindOf = (file: string): DeskKind => settingsIn(file) ?? (file.split('/')[0] as DeskKind);

const listed = (files: ReadonlyMap<string, string>): readonly DeskEntry[] =>
  [...files].map(([file, text]) => ({
    file,
    kind: kindOf(file),
    id: file.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    title: /^(?:title|names|name|label):\s*(.*)$/m.exec(text)?.[1] ?? file,
    detail: '',
    errors: 0,
    warnings: 0,
  }));

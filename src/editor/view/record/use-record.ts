import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { applyEdits, readRecord, type DeskRecord } from '../../model/edit.ts';
import type { DeskProblem, Edit, OpenFile } from '../../model/record.ts';
import type { FileChange } from '../../stores/store.ts';
import { notEditableText, reasonOf, refusalText, sentenceOf } from '../failure.ts';
import { useSession } from '../session.ts';
import { addText, baseOf, endStep, openHistory, redo, undo, type History } from './history.ts';
import { forgetKept, keepText, readKept, type KeptText } from './kept-text.ts';

/** The state of an open file, and what can be done with it. */
export interface OpenRecord {
  readonly opened: OpenedFile;
  readonly text: string;
  /** Undefined where the fields cannot be read: the file is edited as text. */
  readonly reading: DeskRecord | undefined;
  readonly problems: readonly DeskProblem[] | undefined;
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly status: 'open' | 'saving' | 'saved';
  /** Why the last request failed, in a sentence. */
  readonly failure: string | undefined;
  readonly conflict: { readonly theirs: OpenFile | undefined } | undefined;
  /** Unsaved text that this device has kept, until the user has decided about it. */
  readonly kept: KeptText | undefined;
  readonly keepFailed: boolean;
  apply(edits: readonly Edit[], key?: string): void;
  writeText(text: string, key?: string): void;
  /** The text that a change with this key is made to, also before the next render. */
  baseText(key?: string): string;
  endStep(): void;
  undo(): void;
  redo(): void;
  save(): void;
  /** Opens the file again, as the store has it now. */
  reopen(): void;
  discard(): void;
  /** Notes that a file was put beside the record. */
  uploaded(): void;
  takeKept(use: boolean): void;
  /** Saves the own text over the other version, or takes the other version. */
  resolveConflict(keepMine: boolean): void;
  dismissFailure(): void;
}

/** A file without a version is new. */
export type OpenedFile = Omit<OpenFile, 'version'> & { readonly version?: string };

/** Holds the text of a file while it is edited. `isFresh`: the file is new and counts as changed until it is saved. */
export function useRecord(first: OpenedFile, isFresh: boolean): OpenRecord {
  const { store, settings, words, refresh, announce } = useSession();
  const { file, kind } = first;
  const [opened, setOpened] = useState(first);
  const [history, setHistory] = useState<History>(() => openHistory(first.text));
  const [problems, setProblems] = useState<readonly DeskProblem[] | undefined>(undefined);
  const [status, setStatus] = useState<'open' | 'saving' | 'saved'>('open');
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [conflict, setConflict] = useState<OpenRecord['conflict']>(undefined);
  const [kept, setKept] = useState<KeptText | undefined>(() => {
    const found = readKept(settings.base, file);
    return found && found.text !== first.text ? found : undefined;
  });
  /** What this tab has kept last. */
  const keptHere = useRef<string | undefined>(undefined);
  const [keepFailed, setKeepFailed] = useState(false);
  const { text } = history;
  /** Saves run one after the other, because each names the version that the previous one has written. */
  const saving = useRef<Promise<void>>(Promise.resolve());
  const version = useRef(first.version);
  /** Also before the next render. */
  const latest = useRef(history);
  latest.current = history;
  const [, setUploads] = useState(0);
  const isChanged =
    text !== opened.text || (isFresh && opened.version === undefined) || store.waiting?.isWaiting(file, text) === true;
  const reading = useMemo(() => readRecord(text, kind), [text, kind]);

  useEffect(() => {
    if (kept) return;
    if (text === opened.text) {
      // Another tab of this device may have kept its own text meanwhile.
      const found = readKept(settings.base, file)?.text;
      if (found === keptHere.current || found === text) forgetKept(settings.base, file);
    } else {
      keptHere.current = text;
      setKeepFailed(!keepText(settings.base, file, { text, ...withVersion(opened.version) }));
    }
  }, [text, opened, kept]);

  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      store.check(file, text).then(
        (found) => {
          if (!isStale) setProblems(found);
        },
        async (error: unknown) => {
          const sentence = await sentenceOf(error, words);
          if (!isStale) setFailure(sentence);
        },
      );
    }, checkDelay);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text, opened.version]);

  /** What the text was when the file was opened or last saved, also before the next render. */
  const saved = useRef(first.text);
  const isGone = useRef(false);
  /** Keeps the last text when the page is left, for which no effect runs any more. */
  const keepLast = (): void => {
    if (latest.current.text !== saved.current && !kept)
      keepText(settings.base, file, { text: latest.current.text, ...withVersion(version.current) });
  };
  const leave = useRef(keepLast);
  leave.current = keepLast;
  useEffect(() => {
    const onHide = (): void => {
      // A field commits what was typed when it loses the focus.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      leave.current();
    };
    addEventListener('pagehide', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      // The fields commit what was typed last after this.
      isGone.current = true;
      leave.current();
    };
  }, []);

  const change = (next: (history: History) => History): void => {
    setHistory((before) => {
      const after = next(before);
      if (after.text !== before.text) setStatus((now) => (now === 'saved' ? 'open' : now));
      latest.current = after;
      if (isGone.current) leave.current();
      return after;
    });
  };
  const take = (next: OpenFile): void => {
    setOpened(next);
    version.current = next.version;
    saved.current = next.text;
    change((before) => addText(before, next.text));
  };
  /** `over`: the version that the save replaces; undefined for a new file. */
  const write = async (over: string | undefined): Promise<void> => {
    const own = latest.current.text;
    setStatus('saving');
    setFailure(undefined);
    try {
      const write: FileChange = {
        type: 'write',
        file,
        text: own,
        ...withVersion(over),
      };
      const result = await store.save([write]);
      if (result.type === 'refused') {
        setStatus('open');
        setFailure(await refusalText(result.refusal, words));
      } else if (result.type === 'conflict') {
        setStatus('open');
        setConflict({ theirs: result.files.find((other) => other.file === file) });
      } else {
        version.current = result.versions[file];
        saved.current = own;
        setOpened({ file, kind, text: own, ...withVersion(version.current) });
        setConflict(undefined);
        setStatus('saved');
        announce(words.say('record.saved'));
        void refresh();
      }
    } catch (error) {
      setStatus('open');
      // The desk of a repository asks for another token, and says why.
      const isAsked = store.kind === 'repository' && reasonOf(error) === 'expired';
      setFailure(isAsked ? undefined : await sentenceOf(error, words));
    }
  };

  return {
    opened,
    text,
    reading,
    problems,
    isChanged,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    status,
    failure,
    conflict,
    kept,
    keepFailed,
    apply: (edits, key) => {
      const result = applyEdits(baseOf(latest.current, key), kind, edits);
      if ('problem' in result) void notEditableText(result.problem, words).then(setFailure);
      else change((before) => addText(before, result.text, key));
    },
    writeText: (next, key) => change((before) => addText(before, next, key)),
    baseText: (key) => baseOf(latest.current, key),
    endStep: () => change(endStep),
    undo: () => change(undo),
    redo: () => change(redo),
    save: () => {
      saving.current = saving.current.then(() => {
        // Save was pressed twice, and the first has written everything.
        const isSaved = version.current !== undefined && latest.current.text === saved.current;
        return isSaved && !store.waiting?.isWaiting(file, latest.current.text) ? undefined : write(version.current);
      });
    },
    reopen: () => {
      store.open(file).then(
        async (answer) => {
          if (answer.ok) take(answer.value);
          else setFailure(await refusalText(answer.refusal, words));
        },
        async (error: unknown) => setFailure(await sentenceOf(error, words)),
      );
    },
    discard: () => {
      store.waiting?.discard(file);
      change((before) => addText(before, opened.text));
    },
    uploaded: () => setUploads((count) => count + 1),
    takeKept: (use) => {
      if (use && kept) {
        // The kept text may be based on an older version: a save with that version then finds the conflict.
        if (kept.version !== undefined) {
          setOpened({ ...opened, version: kept.version });
          version.current = kept.version;
        }
        change((before) => addText(before, kept.text));
      } else {
        forgetKept(settings.base, file);
        store.waiting?.discard(file);
      }
      setKept(undefined);
    },
    resolveConflict: (keepMine) => {
      const theirs = conflict?.theirs;
      if (keepMine) {
        saving.current = saving.current.then(() => write(theirs?.version));
        return;
      }
      if (theirs) take(theirs);
      setConflict(undefined);
    },
    dismissFailure: () => setFailure(undefined),
  };
}

const withVersion = (version: string | undefined): { readonly version?: string } =>
  version === undefined ? {} : { version };

/** Milliseconds after the last change until the text is checked. */
const checkDelay = 400;

import { z } from 'zod';
import type { DeskEntry, DeskKind, DeskProblem } from '../model/record.ts';
import { fileSchemas } from '../../schemas/file-schemas.ts';
import type { Answer, FileChange, ImportPreview, ImportRequest, ProposedFile, SaveResult } from '../stores/store.ts';
import { findMentions, openFile, putBeside, saveChanges, type WriteFile } from './folder-files.ts';
import { refusal } from '../stores/refusal.ts';
import { explainFileError } from './file-error.ts';

/** What the API uses of the development server. */
export interface DeskEffects {
  readonly contentDir: string;
  /** Resolves after the server has read everything that was written before the call. */
  readonly list: () => Promise<readonly DeskEntry[]>;
  /** Paths of all publications, from the content folder. */
  readonly publications: () => readonly string[];
  readonly check: (file: string, text: string) => readonly DeskProblem[];
  readonly propose: (kind: DeskKind, title: string) => Answer<ProposedFile>;
  readonly importFrom: (request: ImportRequest) => Promise<Answer<ImportPreview>>;
  readonly write: WriteFile;
  /** Keeps imports from writing until the function that it returns is called; undefined while one runs. */
  readonly lock: () => Promise<(() => void) | undefined>;
  /** Called after files were written. */
  readonly written: () => void;
}

export const verbs = ['list', 'open', 'check', 'propose', 'save', 'upload', 'import', 'mentions'] as const;
export type Verb = (typeof verbs)[number];

const kind = z.enum(Object.keys(fileSchemas) as [DeskKind, ...DeskKind[]]);
const file = z.string().max(1000);
const text = z.string();
const version = z.string().max(100);
const bytes = z.base64();
const requests = {
  list: z.strictObject({}),
  open: z.strictObject({ file }),
  check: z.strictObject({ file, text }),
  propose: z.strictObject({ kind, title: z.string().max(2000) }),
  save: z.strictObject({
    changes: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('write'), file, text, version: version.optional() }),
          z.strictObject({ type: z.literal('delete'), file, version }),
          z.strictObject({ type: z.literal('rename'), file, to: z.string().max(200), version }),
        ]),
      )
      .max(10_000),
  }),
  upload: z.strictObject({ beside: file, name: z.string().max(500), bytes }),
  mentions: z.strictObject({ kind, id: z.string().min(1).max(500) }),
  import: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('identifiers'), text: z.string().max(100_000) }),
    z.strictObject({ type: z.literal('file'), name: z.string().max(500), bytes }),
  ]),
} as const satisfies Record<Verb, z.ZodType>;

/** Answers one request of the desk. `body`: JSON that may be anything. */
export async function answerDesk(verb: Verb, body: unknown, effects: DeskEffects): Promise<unknown> {
  const { contentDir, write } = effects;
  switch (verb) {
    case 'list':
      return effects.list();
    case 'open': {
      const request = requests.open.safeParse(body);
      return request.success ? openFile(contentDir, request.data.file) : notUnderstood;
    }
    case 'check': {
      const request = requests.check.safeParse(body);
      return request.success ? effects.check(request.data.file, request.data.text) : notUnderstood;
    }
    case 'propose': {
      const request = requests.propose.safeParse(body);
      return request.success ? effects.propose(request.data.kind, request.data.title) : notUnderstood;
    }
    case 'save': {
      const request = requests.save.safeParse(body);
      if (!request.success) return { type: 'refused', refusal: notUnderstood.refusal };
      const changes = request.data.changes.map((change) =>
        change.type === 'write' && change.version === undefined
          ? { type: change.type, file: change.file, text: change.text }
          : change,
      );
      return save(changes, effects);
    }
    case 'upload': {
      const request = requests.upload.safeParse(body);
      if (!request.success) return notUnderstood;
      const { beside, name, bytes: given } = request.data;
      const put = putBeside(contentDir, beside, name, decode(given), write);
      if (put.ok) effects.written();
      return put;
    }
    case 'mentions': {
      const request = requests.mentions.safeParse(body);
      return request.success ? findMentions(contentDir, effects.publications(), request.data.id) : notUnderstood;
    }
    case 'import': {
      const request = requests.import.safeParse(body);
      if (!request.success) return notUnderstood;
      const { data } = request;
      return effects.importFrom(data.type === 'file' ? { ...data, bytes: decode(data.bytes) } : data);
    }
  }
}

/** Saves only while no import runs: an import reads files, and writes them later, so it would overwrite what is saved in between. */
async function save(
  changes: readonly FileChange[],
  { contentDir, lock, write, written }: DeskEffects,
): Promise<SaveResult> {
  let unlock: (() => void) | undefined;
  try {
    unlock = await lock();
  } catch (error) {
    const known = explainFileError(error);
    if (!known) throw error;
    return { type: 'refused', refusal: known };
  }
  if (!unlock) return { type: 'refused', refusal: importRuns.refusal };
  try {
    const result = saveChanges(contentDir, changes, write);
    if (result.type === 'saved') written();
    return result;
  } finally {
    unlock();
  }
}

const decode = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64, 'base64'));

const notUnderstood = refusal(
  'not-understood',
  'the request has not the form that the desk sends',
  'load the page again; what you typed is kept on this device',
);
const importRuns = refusal(
  'import-runs',
  'an import is writing into the content folder, and nothing was saved',
  'save again when it has ended: what you typed is kept',
);

import type { DeskEntry, DeskProblem } from '../model/record.ts';
import type { Answer, ImportRequest, Refusal, SaveResult, Store } from './store.ts';
import { toBase64 } from './base64.ts';
import { StoreFailure } from './store-failure.ts';

/** Header of a request that holds the token of the session. */
export const tokenHeader = 'x-colophon-token';

export interface FolderStoreSettings {
  /** Path before every address; empty, or `/path`. */
  readonly base: string;
  /** Of the session of the development server. */
  readonly token: string;
}

/** A store over the content folder, through the API of the development server. */
export function folderStore({ base, token }: FolderStoreSettings): Store {
  const ask = async <T>(verb: string, body: unknown = {}): Promise<T> => {
    let response: Response;
    try {
      response = await fetch(`${base}/edit/api/${verb}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [tokenHeader]: token },
        body: JSON.stringify(body),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
      });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new StoreFailure('offline', {
        message: 'the development server does not answer',
        hint: 'start it with npm run dev; what you typed is kept on this device',
      });
    }
    if (response.ok) return (await response.json()) as T;
    const refused = await refusalOf(response);
    throw new StoreFailure(response.status === 401 ? 'expired' : 'refused', refused);
  };
  return {
    place: 'folder',
    list: () => ask<readonly DeskEntry[]>('list'),
    open: (file) => ask('open', { file }),
    check: (file, text) => ask<readonly DeskProblem[]>('check', { file, text }),
    propose: (kind, title) => ask('propose', { kind, title }),
    save: (changes) => ask<SaveResult>('save', { changes }),
    upload: (beside, name, bytes) => ask('upload', { beside, name, bytes: toBase64(bytes) }),
    importFrom: (source) => ask('import', withBase64(source)),
    mentions: (kind, id) => ask('mentions', { kind, id }),
    preview: ({ address }) => address,
  };
}

const withBase64 = (source: ImportRequest): unknown =>
  source.type === 'file' ? { ...source, bytes: toBase64(source.bytes) } : source;

async function refusalOf(response: Response): Promise<Pick<Refusal, 'message' | 'hint'>> {
  const text = await response.text();
  try {
    const answer = JSON.parse(text) as Partial<Extract<Answer<never>, { ok: false }>>;
    if (answer.refusal) return answer.refusal;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return {
    message: `the development server answered ${response.status}`,
    hint: 'look into the terminal where it runs',
  };
}

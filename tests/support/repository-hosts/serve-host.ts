import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRepository } from './git-repository.ts';
import { giteaRoutes } from './gitea-routes.ts';
import { githubRoutes } from './github-routes.ts';
import type { HostRoutes, HostState } from './host-state.ts';
import { gitlabRoutes } from './gitlab-routes.ts';

export type HostKind = 'github' | 'gitlab' | 'gitea';
export const hostKinds: readonly HostKind[] = ['github', 'gitlab', 'gitea'];

/** Something that goes wrong with the next requests. */
export type HostFailure =
  | { readonly type: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The connection is closed in the middle of the answer. */
  | { readonly type: 'cut-off' };

const kinds: Readonly<
  Record<
    HostKind,
    {
      readonly api: string;
      readonly routes: HostRoutes;
      readonly tokenOf: (request: IncomingMessage) => string | undefined;
    }
  >
> = {
  github: {
    api: '/api/v3',
    routes: githubRoutes,
    tokenOf: ({ headers }) => headers.authorization?.replace(/^Bearer /, ''),
  },
  gitlab: { api: '/api/v4', routes: gitlabRoutes, tokenOf: ({ headers }) => String(headers['private-token'] ?? '') },
  gitea: {
    api: '/api/v1',
    routes: giteaRoutes,
    tokenOf: ({ headers }) => headers.authorization?.replace(/^token /, ''),
  },
};

export interface ServedHost extends HostState {
  /** Address of the API. */
  readonly api: string;
  readonly name: string;
  token: string;
  /** Fails every request while it is set. */
  failure: HostFailure | undefined;
  readonly asked: string[];
  close(): Promise<void>;
}

/** A host on this machine that keeps a repository of git and answers as the documentation of its API says. */
export async function serveHost(kind: HostKind, files: Readonly<Record<string, string>>): Promise<ServedHost> {
  const { api, routes, tokenOf } = kinds[kind];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host: ServedHost = {
    repository: createRepository(files),
    forks: new Map(),
    proposals: [],
    closed: new Set(),
    refusesProposals: false,
    listedEntries: 100_000,
    refusesWholeTrees: false,
    keepsBranches: false,
    protected: new Set(),
    builds: new Map(),
    mayWrite: true,
    beforeWrite: undefined,
    origin,
    api: origin + api,
    name: 'institute/publications',
    token: 'valid-token',
    failure: undefined,
    asked: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      host.repository.remove();
      for (const fork of host.forks.values()) fork.remove();
    },
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*, authorization, private-token, content-type, x-github-api-version',
      'access-control-allow-methods': '*',
      'access-control-expose-headers': 'retry-after, x-ratelimit-remaining, x-ratelimit-reset',
      'content-type': 'application/json',
    };
    if (request.method === 'OPTIONS') {
      response.writeHead(204, headers).end();
      return;
    }
    const url = new URL(request.url ?? '/', origin);
    host.asked.push(`${request.method} ${url.pathname}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { failure } = host;
    if (failure?.type === 'cut-off') {
      response.writeHead(200, { ...headers, 'content-length': '1000' }).write('{"sha": "');
      setTimeout(() => response.destroy(), 20);
      return;
    }
    const send = (status: number, json: unknown, more: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { ...headers, ...more }).end(JSON.stringify(json));
    };
    if (failure) return send(failure.status, { message: 'as the test asks' }, failure.headers);
    if (tokenOf(request) !== host.token) return send(401, { message: 'Bad credentials' });
    const text = Buffer.concat(chunks).toString('utf8');
    const found = url.pathname.startsWith(api)
      ? routes(
          {
            method: request.method ?? 'GET',
            path: url.pathname.slice(api.length),
            query: url.searchParams,
            body: text === '' ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>),
          },
          host,
        )
      : undefined;
    if (found?.status === 204) response.writeHead(204, headers).end();
    else if (found) send(found.status, found.json);
    else send(404, { message: 'Not Found' });
  };
  return host;
}

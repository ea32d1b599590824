import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the server has received. */
export interface Asked {
  readonly path: string;
  readonly accept: string;
  readonly agent: string;
}

export interface AnswerServer extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly address: string;
  readonly asked: readonly Asked[];
}

export type RecordedAnswer =
  string | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

/** A local server with recorded answers, by the beginning of the path; several answers are sent one after the other. */
export async function serveAnswers(
  answers: Readonly<Record<string, RecordedAnswer | readonly RecordedAnswer[]>>,
): Promise<AnswerServer> {
  const asked: Asked[] = [];
  const given = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, accept: String(request.headers.accept), agent: String(request.headers['user-agent']) });
    const key = Object.keys(answers).find((start) => path.startsWith(start)) ?? '';
    const all = [answers[key] ?? { status: 404 }].flat() as readonly RecordedAnswer[];
    const number = given.get(key) ?? 0;
    given.set(key, number + 1);
    const answer = all[Math.min(number, all.length - 1)] ?? { status: 404 };
    const { status, body = '', headers = {} } = typeof answer === 'string' ? { status: 200, body: answer } : answer;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

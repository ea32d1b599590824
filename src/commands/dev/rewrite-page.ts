import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Collects what is written to a response, and sends a page as `rewrite` returns it. Other files are sent as they are. */
export function rewritePage(response: ServerResponse, rewrite: (html: string, status: number) => string): void {
  const chunks: Buffer[] = [];
  const writeHead = response.writeHead.bind(response);
  const end = response.end.bind(response);
  const collect = (chunk: unknown, encoding?: unknown): void => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callLast = (parameters: readonly unknown[]): void => {
    const last = parameters.at(-1);
    if (typeof last === 'function') process.nextTick(last);
  };
  // The length changes: Node then sends the page in chunks.
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const reason = rest.find((part) => typeof part === 'string');
    const headers = rest.find(isHeaders);
    const kept = headers && withoutLength(headers);
    return reason === undefined ? writeHead(status, kept) : writeHead(status, reason, kept);
  };
  response.write = (...parameters: unknown[]) => {
    collect(parameters[0], parameters[1]);
    callLast(parameters);
    return true;
  };
  response.end = (...parameters: unknown[]) => {
    collect(parameters[0], parameters[1]);
    const body = Buffer.concat(chunks);
    const text = body.toString('utf8');
    const isHtml = /^\s*<!doctype html/i.test(text);
    if (!response.headersSent) response.removeHeader('content-length');
    end(isHtml ? rewrite(text, response.statusCode) : body);
    callLast(parameters);
    return response;
  };
}

const isHeaders = (value: unknown): value is OutgoingHttpHeaders =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutLength = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length'));

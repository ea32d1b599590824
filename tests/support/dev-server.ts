import { startCommand } from './run-command.ts';

export interface DevServer {
  /** Such as `http://localhost:4321`. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts `npm run dev` in its own process, and waits until its search index is ready. */
export async function startDevServer(environment: Record<string, string>): Promise<DevServer> {
  // Astro serves otherwise when it believes that it is tested itself.
  const server = startCommand('dev', { PORT: '0', NODE_ENV: 'development', VITEST: '', ...environment });
  const origin = await new Promise<string>((resolve, reject) => {
    let output = '';
    for (const stream of [server.child.stdout, server.child.stderr])
      stream?.on('data', (text: string) => {
        output += text;
        const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
        if (address !== undefined && output.includes('search index ready')) resolve(address);
      });
    void server.done.then(({ code }) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
  return {
    origin,
    stop: async () => {
      server.child.kill();
      await server.done;
    },
  };
}

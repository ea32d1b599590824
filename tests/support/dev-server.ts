import { startCommand, type RunningCommand } from './run-command.ts';

export interface DevServer {
  /** Such as `http://localhost:4321`. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts `npm run dev` in its own process, and waits until its search index is ready. */
export async function startDevServer(environment: Record<string, string>): Promise<DevServer> {
  const server = spawnDevServer(environment);
  return {
    origin: await originOf(server, 'search index ready'),
    stop: async () => {
      server.child.kill();
      await server.done;
    },
  };
}

/** Starts `npm run dev` in its own process, at a port that is free. */
export const spawnDevServer = (environment: Record<string, string>): RunningCommand =>
  // Astro serves otherwise when it believes that it is tested itself.
  startCommand('dev', { PORT: '0', NODE_ENV: 'development', VITEST: '', ...environment });

/** The origin that a development server names. `ready`: what it says when it can be asked. */
export function originOf({ child, done }: RunningCommand, ready = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: string) => {
        output += text;
        const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
        if (address !== undefined && output.includes(ready)) resolve(address);
      });
    void done.then(({ code }) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
}

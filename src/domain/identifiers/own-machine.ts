/** Names and addresses of hosts at which a browser reaches its own machine. */
const ownHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** True for the host of an address, with or without a port, that is the machine itself, or one of these names. */
export function isOwnHost(host: string | undefined, others: readonly string[] = []): boolean {
  const name = /^(\[[\da-f:.]+\]|[^:]+)(?::\d+)?$/i.exec(host ?? '')?.[1]?.toLowerCase();
  return name !== undefined && [...ownHosts, ...others].includes(name);
}

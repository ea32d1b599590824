import type { ExplainFault } from './host-words.ts';
import type { RepositoryHost, RepositoryPlace } from './repository-host.ts';

/** The API of the host of a repository. Only the code for this kind of host is loaded. */
export async function openHost(
  kind: 'github' | 'gitlab' | 'gitea',
  place: RepositoryPlace,
  token: string,
  explain: ExplainFault,
): Promise<RepositoryHost> {
  switch (kind) {
    case 'github':
      return (await import('./github.ts')).githubHost(place, token, explain);
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlabHost(place, token, explain);
    case 'gitea':
      return (await import('./gitea.ts')).giteaHost(place, token, explain);
  }
}

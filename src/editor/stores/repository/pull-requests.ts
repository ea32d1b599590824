import { addressField, encodePath, listOf, textField, type AskHost } from './ask-host.ts';
import {
  deskBranch,
  proposalLimit,
  type OpenProposal,
  type RepositoryHost,
  type RepositoryPlace,
} from './repository-host.ts';

type PullRequests = Pick<RepositoryHost, 'propose' | 'findProposals' | 'isOpen'>;

/** Proposals as pull requests, whose API is the same on GitHub and Gitea. Those of a fork are in its upstream repository. */
export function pullRequests(ask: AskHost, { repository, upstream }: RepositoryPlace): PullRequests {
  const pulls = `/repos/${encodePath(upstream ?? repository)}/pulls`;
  return {
    propose: async ({ branch, into, title, text }) => {
      const head = upstream === undefined ? branch : `${repository.split('/', 1)[0]}:${branch}`;
      const { json } = await ask(pulls, { method: 'POST', body: { title, body: text, head, base: into } });
      return { number: Number(textField(json, 'number')), address: addressField(json, 'html_url') };
    },
    findProposals: (into, account) => findPulls(ask, repository, into, account),
    isOpen: async ({ number }) =>
      textField((await ask(`${pulls}/${number}`, { expects: [403, 404] })).json, 'state') === 'open',
  };
}

async function findPulls(
  ask: AskHost,
  repository: string,
  into: string,
  account: string,
): Promise<readonly OpenProposal[]> {
  const pulls = `/repos/${encodePath(repository)}/pulls`;
  const query = `?state=open&base=${encodeURIComponent(into)}&sort=created&direction=desc&per_page=100`;
  const all = listOf((await ask(pulls + query, { expects: [403, 404] })).json);
  const own = all.filter(
    (pull) =>
      account !== '' &&
      textField(pull, 'user', 'login') === account &&
      textField(pull, 'base', 'ref') === into &&
      textField(pull, 'head', 'ref').startsWith(deskBranch),
  );
  const found: OpenProposal[] = [];
  for (const pull of own.slice(0, proposalLimit)) {
    const number = Number(textField(pull, 'number'));
    const fork = textField(pull, 'head', 'repo', 'full_name');
    const { json } = await ask(`${pulls}/${number}/files?per_page=100`, { expects: [403, 404] });
    found.push({
      number,
      branch: textField(pull, 'head', 'ref'),
      files: listOf(json).map((file) => textField(file, 'filename')),
      address: addressField(pull, 'html_url'),
      ...(fork === '' || fork === repository ? {} : { fork }),
    });
  }
  return found;
}

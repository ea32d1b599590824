import { addressField, encodePath, listOf, textField, type AskHost } from './ask-host.ts';
import { deskBranch, proposalLimit, type OpenProposal } from './repository-host.ts';

/** Pull requests as GitHub lists them, and Gitea as it does. */
export async function findPulls(
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

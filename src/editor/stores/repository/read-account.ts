import { field, textField, type AskHost } from './ask-host.ts';
import type { Account } from './repository-host.ts';

/** Whose token it is, and whether they may write to a repository: GitHub answers so, and Gitea as it does. */
export async function readAccount(ask: AskHost, repository: string): Promise<Account> {
  const { json } = await ask(repository);
  return {
    name: textField((await ask('/user', { expects: [403] })).json, 'login'),
    mayWrite: field(field(json, 'permissions'), 'push') === true,
  };
}

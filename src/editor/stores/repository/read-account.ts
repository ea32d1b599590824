import { field, textField, type AskHost } from './ask-host.ts';
import type { Account } from './repository-host.ts';

/** The owner of a token, and whether the account may write to a repository, from the API that GitHub and Gitea share. */
export async function readAccount(ask: AskHost, repository: string): Promise<Account> {
  const { json } = await ask(repository);
  return {
    name: textField((await ask('/user', { expects: [403] })).json, 'login'),
    mayWrite: field(field(json, 'permissions'), 'push') === true,
  };
}

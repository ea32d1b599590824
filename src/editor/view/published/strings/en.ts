/** The words of the published page around the desk. `{name}` is replaced by a value. */
export const en = {
  'signIn.title': 'Sign in to edit',
  'signIn.again': 'The token has ended: sign in again',
  'signIn.language': 'فارسی',
  'signIn.intro':
    'This page is for those of {institute} who may write to the repository {repository} on {host}, or propose changes. It asks that host and nobody else.',
  'signIn.token': 'Your token',
  'signIn.memory': 'It goes to {host} only, and is forgotten when this page is closed.',
  'signIn.keep': 'Keep it on this device until I forget it',
  'signIn.keepHelp': 'Only on a device that nobody else uses.',
  'signIn.keepHelpCode':
    'Only on a device that nobody else uses. Pages of this site may hold code of their authors, and such code could read what is kept.',
  'signIn.keepFailed': 'This browser keeps nothing: the token is forgotten when this page is closed.',
  'signIn.do': 'Sign in',
  'signIn.busy': 'Signing in…',
  'signIn.how': 'How do I make a token?',
  'token.open': 'Make a token on {host}',
  'token.github':
    'Make a fine-grained personal access token with an end date. Repository access: only {repository}. Permissions: Contents and Pull requests, read and write; Actions, Commit statuses and Deployments, read-only, so that builds can be shown. Nothing else. Without the right to write, a classic token with the scope public_repo: proposals then come from a copy (fork) of yours.',
  'token.gitlab':
    'Make a project access token of {repository} with an end date, the role Developer and the scope api. If the project offers none, a personal access token with the scope api does as well, but it reaches all of your projects. Without the right to write, only a personal one can propose, from a copy (fork) of yours.',
  'token.gitea':
    'Make a token under Applications with the permission “repository: read and write” and no other; “user: read” lets this page show your name. Where you can choose repositories, choose {repository} only.',

  'message.add': 'Add {title}',
  'message.change': 'Change {title}',
  'message.delete': 'Delete {title}',
  'message.rename': 'Rename {title}',
  'message.files': '{count} files',
  'save.title': 'Save to the repository',
  'save.message': 'What did you change?',
  'save.how': 'What should happen with it?',
  'save.commit': 'Publish it: a commit to {branch}, live in about two minutes',
  'save.proposal': 'Propose it: others look at it before it is published',
  'save.inProposal': 'This record is in your proposal already. The change is added to it.',
  'save.protected': 'The branch {branch} takes proposals only.',
  'save.fork':
    'Your account may read the repository, but not write to it: the change goes into a copy of your own (a fork), and is proposed from there.',
  'save.do': 'Save',
  'save.cancel': 'Do not save',

  'account.title': 'Account and last save',
  'account.name': 'Signed in to {host} as {name}',
  'account.nobody': 'Signed in to {host}',
  'account.proposals': 'Your open proposals:',
  'account.forget': 'Forget the token',
  'build.saved': 'Saved.',
  'build.proposal': 'Proposal {number}.',
  'build.published.unknown': 'The build begins in a moment: live in about two minutes.',
  'build.published.running': 'The site is built now: live in about two minutes.',
  'build.published.done': 'The site is built: your change is live.',
  'build.published.failed': 'The build has stopped, and the site is as it was before. Look at what it says.',
  'build.proposed.unknown': 'It waits to be checked.',
  'build.proposed.running': 'It is checked now.',
  'build.proposed.done': 'The check has found nothing that stops it.',
  'build.proposed.failed': 'The check has found something. Look at what it says.',
  'build.open': 'Look at the build',
  'build.preview': 'Look at the preview',
} as const;

export type PublishedString = keyof typeof en;

import { h, type ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PublishedRepository } from '../../model/published-settings.ts';
import type { CommittedChanges } from '../../stores/repository/commit-changes.ts';
import type { Build, OpenProposal, Proposal, RepositoryHost } from '../../stores/repository/repository-host.ts';
import { StoreFailure } from '../../stores/store-failure.ts';
import type { PublishedWords } from './strings/published-words.ts';

interface Props {
  readonly words: PublishedWords;
  readonly host: RepositoryHost;
  readonly name: string;
  readonly repository: PublishedRepository;
  /** The last commit of this session. */
  readonly saved: CommittedChanges | undefined;
  /** Open proposals of the account from before this session. */
  readonly proposals: readonly OpenProposal[];
  readonly onForget: () => void;
}

/** Who is signed in, and the state of the build of the last save. */
export function AccountLine({ words, host, name, repository, saved, proposals, onForget }: Props): ComponentChild {
  const build = useBuild(host, saved?.commit);
  const where = { repository: repository.repository, host: new URL(repository.web).host, name };
  const link = (href: string, text: string): ComponentChild => [
    ' ',
    h('a', { href, target: '_blank', rel: 'noreferrer' }, text),
  ];
  return h('aside', { class: 'account', 'aria-label': words.say('account.title') }, [
    h('div', { class: 'wrap account__row' }, [
      h(
        'p',
        { class: 'account__build', role: 'status' },
        saved
          ? [
              saved.proposal ? proposalLink(words, saved.proposal) : words.say('build.saved'),
              ' ',
              words.say(`build.${saved.proposal ? 'proposed' : 'published'}.${build.state}`),
              build.address === undefined ? null : link(build.address, words.say('build.open')),
              build.preview === undefined ? null : link(build.preview, words.say('build.preview')),
            ]
          : null,
      ),
      proposals.length === 0
        ? null
        : h('p', {}, [
            words.say('account.proposals'),
            proposals.map((proposal) => [' ', proposalLink(words, proposal)]),
          ]),
      h('p', {}, words.say(name === '' ? 'account.nobody' : 'account.name', where)),
      h('button', { type: 'button', class: 'btn btn--small', onClick: onForget }, words.say('account.forget')),
    ]),
  ]);
}

function proposalLink(words: PublishedWords, { number, address }: Proposal): ComponentChild {
  const text = words.say('build.proposal', { number });
  return address === undefined ? text : h('a', { href: address, target: '_blank', rel: 'noreferrer' }, text);
}

/** The build of a commit. Asks the host again until the build is done or failed. */
function useBuild(host: RepositoryHost, commit: string | undefined): Build {
  const [found, setFound] = useState<{ readonly commit: string; readonly build: Build } | undefined>(undefined);
  useEffect(() => {
    if (commit === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let count = 0;
    let isGone = false;
    const ask = async (): Promise<void> => {
      count += 1;
      try {
        const build = await host.findBuild(commit);
        if (isGone) return;
        setFound({ commit, build });
        if (build.state === 'done' || build.state === 'failed') return;
      } catch (error) {
        // A lost connection may come back. A token that is no longer valid is reported by the desk.
        if (!(error instanceof StoreFailure)) throw error;
        if (error.reason === 'expired') return;
      }
      if (!isGone && count < askLimit) timer = setTimeout(() => void ask(), count < 12 ? 5000 : 20_000);
    };
    timer = setTimeout(() => void ask(), 1500);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [commit]);
  return found?.commit === commit && found ? found.build : { state: 'unknown' };
}

/** How often the host is asked for a build: for about half an hour. */
const askLimit = 100;

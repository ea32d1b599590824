import { h, type ComponentChild } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { recordsFile, type PublishedSettings } from '../../model/published-settings.ts';
import { localDay } from '../../../domain/dates/local-day.ts';
import type { DeskEntry } from '../../model/record.ts';
import type { CommittedChanges, SaveChoice } from '../../stores/repository/commit-changes.ts';
import type { ExplainFault } from '../../stores/repository/host-words.ts';
import { openHost } from '../../stores/repository/open-host.ts';
import type { Account, OpenProposal, RepositoryHost } from '../../stores/repository/repository-host.ts';
import type { SaveQuestion } from '../../stores/repository/repository-store.ts';
import { StoreFailure } from '../../stores/store-failure.ts';
import { chosenLanguage, languageEvent } from '../language-choice.ts';
import type { DeskLanguage } from '../strings/desk-words.ts';
import { AccountLine } from './account-line.ts';
import { withCapital } from '../failure.ts';
import { followHost } from './follow-host.ts';
import { forgetToken, keepToken, readToken } from './kept-token.ts';
import { SaveDialog } from './save-dialog.ts';
import { SignIn } from './sign-in.ts';
import { loadPublishedWords, type PublishedWords } from './strings/published-words.ts';

/** A question before a save, and the function that receives the answer. */
interface Asked {
  readonly question: SaveQuestion;
  readonly answer: (choice: SaveChoice | undefined) => void;
}

interface Props {
  readonly settings: PublishedSettings;
  /** The words of the language that was chosen last. */
  readonly first: PublishedWords;
}

/** The published page of the desk: a sign-in, and after it the desk over the repository. */
export function PublishedDesk({ settings, first }: Props): ComponentChild {
  const { repository, institute, locales } = settings;
  const [language, setLanguage] = useState<DeskLanguage>(() => chosenLanguage(locales));
  const [desk, setDesk] = useState<ComponentChild>(undefined);
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isExpired, setExpired] = useState(false);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [saved, setSaved] = useState<CommittedChanges | undefined>(undefined);
  const [words, setWords] = useState(first);
  /** The present words, for requests that began in another language. */
  const currentWords = useRef(first);
  currentWords.current = words;
  const host = useRef<RepositoryHost | undefined>(undefined);
  const account = useRef<Account>({ name: '', mayWrite: false });
  const [proposals, setProposals] = useState<readonly OpenProposal[]>([]);
  const followed = useMemo(
    () =>
      followHost(
        () => {
          if (!host.current) throw new Error('Nobody is signed in.');
          return host.current;
        },
        () => {
          forgetToken(repository);
          setExpired(true);
        },
      ),
    [],
  );

  useEffect(() => {
    const onLanguage = (event: Event): void => {
      const { detail } = event as CustomEvent<DeskLanguage>;
      loadPublishedWords(detail).then(
        (next) => {
          setWords(next);
          setLanguage(detail);
        },
        () => setFailure(currentWords.current.explain('offline').message),
      );
    };
    addEventListener(languageEvent, onLanguage);
    return () => removeEventListener(languageEvent, onLanguage);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = words.direction;
    if (!desk) document.title = `${words.say('signIn.title')} · ${institute}`;
  }, [words, desk]);

  const signIn = async (token: string, keep: boolean): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const explain: ExplainFault = (...fault) => currentWords.current.explain(...fault);
      const next = await openHost(repository.host, repository, token, explain);
      const signedIn = await next.signIn();
      host.current = next;
      account.current = signedIn;
      setName(signedIn.name);
      if (keep && !keepToken(repository, token)) setFailure(words.say('signIn.keepFailed'));
      setExpired(false);
      if (desk) return;
      (await import('../prepare-zod.ts')).prepareZod();
      const [{ openRepositoryDesk }, listed] = await Promise.all([import('./open-desk.ts'), loadRecords()]);
      setDesk(
        await openRepositoryDesk(followed, settings, listed, {
          explain,
          describe: ({ verb, title, count }) => {
            const { say } = currentWords.current;
            return say(`message.${verb}`, { title }) + (count > 1 ? ` (${say('message.files', { count })})` : '');
          },
          account: () => account.current,
          onFound: setProposals,
          today: () => localDay(new Date()),
          ask: (question) => new Promise((answer) => setAsked({ question, answer })),
          onSaved: setSaved,
        }),
      );
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      if (error.reason === 'expired') forgetToken(repository);
      setFailure(withCapital(`${error.message}: ${error.hint}`));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    const token = readToken(repository);
    if (token !== undefined) void signIn(token, false);
  }, []);

  const form = (again: boolean): ComponentChild =>
    h(SignIn, {
      settings,
      words,
      language,
      isBusy,
      failure,
      again,
      onSignIn: (token, keep) => void signIn(token, keep),
    });
  if (!desk) return form(false);
  return [
    isExpired ? form(true) : null,
    desk,
    h(AccountLine, {
      key: 'account',
      words,
      host: followed,
      name,
      repository,
      saved,
      proposals,
      onForget: () => {
        forgetToken(repository);
        // A new page has neither the token nor the desk in its memory.
        location.reload();
      },
    }),
    asked
      ? h(SaveDialog, {
          words,
          question: asked.question,
          branch: repository.branch,
          onChoice: (choice) => {
            setAsked(undefined);
            asked.answer(choice);
          },
        })
      : null,
  ];
}

/** The entries of the published site, from the file beside this page. */
async function loadRecords(): Promise<readonly DeskEntry[]> {
  const response = await fetch(new URL(recordsFile, document.baseURI), { credentials: 'omit' });
  if (!response.ok)
    throw new StoreFailure('refused', { message: `${recordsFile}: ${response.status}`, hint: 'reload the page' });
  return (await response.json()) as readonly DeskEntry[];
}

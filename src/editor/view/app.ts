import { h, type ComponentChild } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { DeskEntry, DeskKind } from '../model/record.ts';
import type { ProposedFile, Store } from '../stores/store.ts';
import { sentenceOf } from './failure.ts';
import { chosenLanguage, keepLanguage } from './language-choice.ts';
import { ListPage } from './list/list-page.ts';
import { loadLater } from './load-later.ts';
import { Loading } from './loading.ts';
import { RecordPage } from './record/record-page.ts';
import { formatRoute, parseRoute } from './route.ts';
import { SessionContext, type DeskSettings, type Session } from './session.ts';
import { deskWords, loadWords } from './strings/desk-words.ts';

/** The desk: its head, and the view that the address names. */
export function App({ store, settings }: { readonly store: Store; readonly settings: DeskSettings }): ComponentChild {
  const [language, setLanguage] = useState(() => chosenLanguage(settings.locales));
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  const [entries, setEntries] = useState<readonly DeskEntry[] | undefined>(store.published);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [sentence, setSentence] = useState('');
  const [proposed, setProposed] = useState<ProposedFile | undefined>(undefined);
  const words = useMemo(() => deskWords(language, store.kind === 'folder' ? 'server' : 'desk'), [language]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = words.direction;
    document.title = `${words.say('desk.title')} · ${settings.institute}`;
  }, [words]);
  useEffect(() => {
    const onHash = (): void => {
      setRoute(parseRoute(location.hash));
      scrollTo(0, 0);
      document.getElementById('main')?.focus({ preventScroll: true });
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  const refresh = useCallback(async (): Promise<void> => {
    try {
      setEntries(await store.list());
      setFailure(undefined);
    } catch (error) {
      setFailure(await sentenceOf(error, words));
    }
  }, [store, words]);
  useEffect(() => void refresh(), [store]);

  const byId = useMemo(() => indexById(entries ?? []), [entries]);
  const session: Session = { store, settings, words, entries: entries ?? [], byId, refresh, announce: setSentence };
  const open = (file: ProposedFile): void => {
    setProposed(file);
    location.hash = formatRoute({ view: 'open', file: file.file });
  };
  const view =
    route.view === 'open'
      ? h(RecordPage, {
          key: route.file,
          file: route.file,
          proposed: proposed?.file === route.file ? proposed : undefined,
        })
      : route.view === 'new'
        ? h(NewPage, {
            key: route.kind,
            kind: route.kind,
            onProposed: open,
            onKind: (kind) => (location.hash = formatRoute({ view: 'new', kind })),
          })
        : entries
          ? h(ListPage, { key: route.kind, kind: route.kind })
          : h('div', { class: 'wrap' }, failure === undefined ? h(Loading, {}) : null);
  return h(SessionContext.Provider, { value: session }, [
    h('a', { class: 'skip', href: '#main', onClick: skip }, words.say('desk.skip')),
    h('header', { class: 'desk-head' }, [
      h('div', { class: 'wrap desk-head__row' }, [
        h('a', { class: 'desk-head__name', href: formatRoute({ view: 'list', kind: 'publications' }) }, [
          words.say('desk.title'),
          h('span', { class: 'desk-head__institute' }, settings.institute),
        ]),
        h('nav', { class: 'desk-head__links', 'aria-label': words.say('desk.site') }, [
          h('a', { href: `${settings.base}/` }, words.say('desk.site')),
          h(
            'button',
            {
              type: 'button',
              class: 'link',
              lang: language === 'fa' ? 'en' : 'fa',
              onClick: () => {
                const next = language === 'fa' ? 'en' : 'fa';
                loadWords(next).then(
                  () => {
                    keepLanguage(next);
                    setLanguage(next);
                  },
                  () => setFailure(words.say('error.offline')),
                );
              },
            },
            words.say('desk.language'),
          ),
        ]),
      ]),
    ]),
    h('main', { id: 'main', tabIndex: -1 }, [
      failure === undefined
        ? null
        : h(
            'div',
            { class: 'wrap' },
            h('div', { class: 'banner banner--stop', role: 'alert' }, [
              h('p', {}, failure),
              h(
                'button',
                { type: 'button', class: 'btn btn--small', onClick: () => void refresh() },
                words.say('error.retry'),
              ),
            ]),
          ),
      view,
    ]),
    h('p', { class: 'vh', role: 'status' }, sentence),
  ]);
}

const NewPage = loadLater(async () => (await import('./import/new-page.ts')).NewPage);

/** Moves the focus to the main part. The link cannot, because the fragment of the address names the view. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function indexById(entries: readonly DeskEntry[]): (kind: DeskKind) => ReadonlyMap<string, DeskEntry> {
  const kinds = Map.groupBy(entries, ({ kind }) => kind);
  const indexes = new Map<DeskKind, ReadonlyMap<string, DeskEntry>>();
  return (kind) => {
    const known = indexes.get(kind) ?? new Map((kinds.get(kind) ?? []).map((entry) => [entry.id, entry]));
    indexes.set(kind, known);
    return known;
  };
}

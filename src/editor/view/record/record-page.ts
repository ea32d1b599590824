import { h, type ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { findKind } from '../../model/kind-of-file.ts';
import type { OpenFile } from '../../model/record.ts';
import { refusalText, sentenceOf } from '../failure.ts';
import { Loading } from '../loading.ts';
import { formatRoute } from '../route.ts';
import { useSession } from '../session.ts';
import { OpenedRecord } from './opened-record.ts';
import { readKept } from './kept-text.ts';
import type { OpenedFile } from './use-record.ts';

/** What a store says of a file that is not there. */
const missing: ReadonlySet<string> = new Set(['file-gone', 'no-such-file']);

/** The page of one file: asks the store for it, and shows it. */
export function RecordPage({
  file,
  proposed,
}: {
  readonly file: string;
  readonly proposed: OpenedFile | undefined;
}): ComponentChild {
  const { store, settings, words } = useSession();
  const kind = findKind(file) ?? 'publications';
  const [opened, setOpened] = useState<OpenedFile | undefined>(proposed);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (opened) return;
    setFailure(undefined);
    const show = (found: OpenFile): void => setOpened(found);
    store.open(file).then(
      async (answer) => {
        if (answer.ok) return show(answer.value);
        // A new record that was not saved: its text is on this device alone.
        const kept = readKept(settings.base, file);
        if (kept && kept.version === undefined) setOpened({ file, kind, text: kept.text });
        else if (kind === 'import' && missing.has(answer.refusal.name))
          setOpened({ file, kind, text: 'sources: []\n' });
        else setFailure(await refusalText(answer.refusal, words));
      },
      async (error: unknown) => setFailure(await sentenceOf(error, words)),
    );
  }, [file, attempt]);
  if (opened) return h(OpenedRecord, { opened });
  return h('div', { class: 'wrap' }, [
    h('p', {}, h('a', { href: formatRoute({ view: 'list', kind }) }, words.say('desk.back'))),
    failure === undefined
      ? h(Loading, {})
      : [
          h('p', { class: 'message message--error', role: 'alert' }, failure),
          h(
            'button',
            { type: 'button', class: 'btn', onClick: () => setAttempt(attempt + 1) },
            words.say('error.retry'),
          ),
        ],
  ]);
}

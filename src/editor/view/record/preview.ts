import { h, type ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskEntry } from '../../model/record.ts';
import { Loading } from '../loading.ts';
import { useSession } from '../session.ts';

/** The page of the record as it was last saved. It is reloaded when the store has read a save. */
export function Preview({
  entry,
  version,
}: {
  readonly entry: DeskEntry | undefined;
  readonly version: string | undefined;
}): ComponentChild {
  const { store, words, entries } = useSession();
  const address = entry && version !== undefined ? store.preview(entry) : undefined;
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef({ entries, address });
  const [isShown, setShown] = useState(false);
  const isLoaded = useRef(false);
  /** True where the page that is loading is older than the last save. */
  const isStale = useRef(false);
  const reload = (): void => {
    const page = frame.current?.contentWindow;
    // A published page changes only after a build.
    if (!page || address === undefined || store.kind === 'repository') return;
    if (isLoaded.current) page.location.reload();
    else isStale.current = true;
  };
  useEffect(() => {
    const before = shown.current;
    shown.current = { entries, address };
    if (before.address !== address) {
      isLoaded.current = false;
      setShown(false);
    }
    if (before.address === address && before.entries !== entries) reload();
  }, [entries, address]);
  return h('aside', { class: 'preview', 'aria-label': words.say('record.preview') }, [
    h(
      'p',
      { class: 'note' },
      address === undefined
        ? words.say('record.previewNone')
        : [
            words.say(store.kind === 'folder' ? 'record.previewHelp' : 'record.previewPublished'),
            ' ',
            h('a', { href: address, target: '_blank', rel: 'noreferrer' }, words.say('reference.open')),
          ],
    ),
    address === undefined || isShown ? null : h(Loading, {}),
    address === undefined
      ? null
      : h('iframe', {
          ref: frame,
          class: 'preview__page',
          src: address,
          title: words.say('record.preview'),
          // Scripts of pages must not run in a window that holds a token.
          ...(store.kind === 'repository' ? { sandbox: 'allow-same-origin allow-popups' } : {}),
          onLoad: () => {
            isLoaded.current = true;
            setShown(true);
            if (!isStale.current) return;
            isStale.current = false;
            reload();
          },
        }),
  ]);
}

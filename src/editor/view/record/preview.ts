import { h, type ComponentChild } from 'preact';
import type { DeskEntry } from '../../model/record.ts';
import { useSession } from '../session.ts';

/** The page of the record, as it was last saved. */
export function Preview({
  entry,
  version,
}: {
  readonly entry: DeskEntry | undefined;
  readonly version: string | undefined;
}): ComponentChild {
  const { store, words } = useSession();
  const address = entry && version !== undefined ? store.preview(entry) : undefined;
  return h('aside', { class: 'preview', 'aria-label': words.say('record.preview') }, [
    h(
      'p',
      { class: 'note' },
      address === undefined
        ? words.say('record.previewNone')
        : [
            words.say(store.place === 'folder' ? 'record.previewHelp' : 'record.previewPublished'),
            ' ',
            h('a', { href: address, target: '_blank', rel: 'noreferrer' }, words.say('reference.open')),
          ],
    ),
    address === undefined
      ? null
      : h('iframe', {
          class: 'preview__page',
          src: address,
          title: words.say('record.preview'),
          // Beside a token, no code of a page runs.
          ...(store.place === 'repository' ? { sandbox: 'allow-same-origin allow-popups' } : {}),
        }),
  ]);
}

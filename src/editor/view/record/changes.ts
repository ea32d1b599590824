import { h, type ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../dialog.ts';
import { Loading } from '../loading.ts';
import { useSession } from '../session.ts';
import type { DifferencePart } from './difference.ts';

interface Props {
  readonly before: string;
  readonly after: string;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** The changes since the file was opened or last saved, line by line. */
export function Changes({ before, after, onDiscard, onClose }: Props): ComponentChild {
  const { words } = useSession();
  return h(Dialog, { title: words.say('changes.title'), onClose, wide: true }, [
    h(Difference, { before, after }),
    h('div', { class: 'actions' }, [
      h('button', { type: 'button', class: 'btn', onClick: onClose }, words.say('desk.close')),
      h(
        'button',
        {
          type: 'button',
          class: 'btn btn--small',
          onClick: () => {
            onDiscard();
            onClose();
          },
        },
        words.say('changes.discard'),
      ),
    ]),
  ]);
}

/** The lines in which two texts differ, with added and removed words marked. */
export function Difference({ before, after }: { readonly before: string; readonly after: string }): ComponentChild {
  const { words } = useSession();
  const [parts, setParts] = useState<readonly DifferencePart[] | undefined>(undefined);
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    // The library that compares texts is loaded only here.
    import('./difference.ts').then(
      ({ differenceOf }) => setParts(differenceOf(before, after)),
      () => setOffline(true),
    );
  }, [before, after]);
  if (isOffline) return h('p', { class: 'note', role: 'status' }, words.say('error.offline'));
  if (!parts) return h(Loading, {});
  if (parts.every(({ type }) => type === 'same')) return h('p', { class: 'note' }, words.say('record.noChanges'));
  return h(
    'div',
    { class: 'difference', dir: 'ltr', tabIndex: 0, role: 'group', 'aria-label': words.say('changes.title') },
    parts.map((part) =>
      part.type === 'same'
        ? h('p', { class: 'difference__same', dir: words.direction }, words.say('changes.lines', { count: part.count }))
        : part.lines.map((line) =>
            h('div', { class: `difference__line difference__line--${line.type}` }, [
              h('span', { class: 'vh' }, `${words.say(line.type === 'added' ? 'changes.added' : 'changes.removed')}: `),
              h('span', { 'aria-hidden': 'true' }, line.type === 'added' ? '+ ' : '− '),
              h(
                'bdi',
                {},
                line.words.map(({ text, isMarked }) =>
                  isMarked ? h(line.type === 'added' ? 'ins' : 'del', {}, text) : text,
                ),
              ),
            ]),
          ),
    ),
  );
}

import { h, type ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSession } from '../session.ts';
import { Difference } from './changes.ts';
import type { OpenRecord } from './use-record.ts';

interface Props {
  readonly record: OpenRecord;
  readonly conflict: NonNullable<OpenRecord['conflict']>;
}

/** Both versions of a file that was also changed elsewhere, and the choice between them. */
export function Conflict({ record, conflict: { theirs } }: Props): ComponentChild {
  const { words } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return h('section', { class: 'conflict' }, [
    h('h2', { ref: heading, tabIndex: -1 }, words.say('conflict.title')),
    h('p', { role: 'alert' }, words.say(theirs ? 'conflict.help' : 'conflict.gone')),
    h('div', { class: 'actions' }, [
      h(
        'button',
        { type: 'button', class: 'btn btn--solid', onClick: () => record.resolveConflict(true) },
        words.say(theirs ? 'conflict.keepMine' : 'conflict.keepGone'),
      ),
      theirs
        ? h(
            'button',
            { type: 'button', class: 'btn', onClick: () => record.resolveConflict(false) },
            words.say('conflict.takeTheirs'),
          )
        : null,
    ]),
    theirs
      ? [
          h('h3', {}, words.say('conflict.difference')),
          h(Difference, { before: theirs.text, after: record.text }),
          h('div', { class: 'versions' }, [
            h('div', {}, [
              h('h3', {}, words.say('conflict.mine')),
              h('pre', { class: 'as-is', dir: 'ltr', tabIndex: 0 }, record.text),
            ]),
            h('div', {}, [
              h('h3', {}, words.say('conflict.theirs')),
              h('pre', { class: 'as-is', dir: 'ltr', tabIndex: 0 }, theirs.text),
            ]),
          ]),
        ]
      : null,
  ]);
}

import { h, type ComponentChild, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSession } from './session.ts';

/**
 * A part of the desk whose script is loaded when it is first shown, so that the list and a form need less. `load` must contain the
 * `import()`. Without a connection, a sentence says so, with a button to try again.
 */
export function loadLater<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Part: ComponentType<P> | undefined;
  return function Later(props: P): ComponentChild {
    const { words } = useSession();
    const [state, setState] = useState<'loading' | 'failed' | 'loaded'>('loading');
    useEffect(() => {
      if (Part || state !== 'loading') return undefined;
      let isGone = false;
      load().then(
        (loaded) => {
          Part = loaded;
          if (!isGone) setState('loaded');
        },
        () => {
          if (!isGone) setState('failed');
        },
      );
      return () => {
        isGone = true;
      };
    }, [state]);
    if (Part) return h(Part, props);
    if (state !== 'failed') return h('p', { class: 'note', role: 'status' }, words.say('desk.loading'));
    return h('div', { class: 'banner banner--stop', role: 'alert' }, [
      h('p', {}, words.say('error.offline')),
      h(
        'button',
        { type: 'button', class: 'btn btn--small', onClick: () => setState('loading') },
        words.say('error.retry'),
      ),
    ]);
  };
}

import { h, type ComponentChild, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loading } from './loading.ts';
import { useSession } from './session.ts';

/** `load` loads the script of a part before the part is shown. */
export type LaterPart<P> = ComponentType<P> & { readonly load: () => Promise<void> };

/**
 * A part of the desk whose script is loaded when it is first shown, so that the list and a form need less. `importPart` must
 * contain the `import()`. Without a connection, a sentence says so, with a button to try again.
 */
export function loadLater<P extends object>(importPart: () => Promise<ComponentType<P>>): LaterPart<P> {
  let Part: ComponentType<P> | undefined;
  const load = async (): Promise<void> => {
    Part = await importPart();
  };
  const Later = (props: P): ComponentChild => {
    const { words } = useSession();
    const [state, setState] = useState<'loading' | 'failed' | 'loaded'>('loading');
    useEffect(() => {
      if (Part || state !== 'loading') return undefined;
      let isGone = false;
      load().then(
        () => {
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
    if (state !== 'failed') return h(Loading, {});
    return h('div', { class: 'banner banner--stop', role: 'alert' }, [
      h('p', {}, words.say('error.offline')),
      h(
        'button',
        { type: 'button', class: 'btn btn--small', onClick: () => setState('loading') },
        words.say('error.retry'),
      ),
    ]);
  };
  return Object.assign(Later, { load });
}

import { h, type ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSession } from '../session.ts';
import type { OpenRecord } from './use-record.ts';

/** “Save” at the bottom of the window, for a record with changes whose toolbar is out of view. */
export function SaveBar({ record }: { readonly record: OpenRecord }): ComponentChild {
  const { words } = useSession();
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const button = document.querySelector('[data-save]');
    if (!button) return undefined;
    const observer = new IntersectionObserver(([seen]) => setAway(seen?.isIntersecting === false));
    observer.observe(button);
    return () => observer.disconnect();
  }, []);
  if (!isAway || !record.isChanged || record.conflict) return null;
  return h('div', { class: 'save-bar' }, [
    h('span', { class: 'save-bar__state' }, words.say(record.status === 'saving' ? 'record.saving' : 'record.unsaved')),
    h('button', { type: 'button', class: 'btn btn--solid', onClick: record.save }, words.say('record.save')),
  ]);
}

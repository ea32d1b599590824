import { h, type ComponentChild } from 'preact';
import { useSession } from './session.ts';

/** Says that a part of the desk is on its way. */
export function Loading(): ComponentChild {
  const { words } = useSession();
  return h('p', { class: 'note loading', role: 'status' }, words.say('desk.loading'));
}

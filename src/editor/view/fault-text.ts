import { h, type ComponentChild } from 'preact';
import type { Fault } from '../../domain/problems/problem.ts';
import { useSession } from './session.ts';
import type { SentencesOf } from './strings/dictionary.ts';
import { useSentences } from './use-sentences.ts';

interface Props {
  readonly fault: Pick<Fault, 'message' | 'hint'>;
  /** Who says it, where that is not the usual one. */
  readonly of?: SentencesOf;
}

const isolates = /[\u2066-\u2069]/g;

/** Message and hint of a fault, in the language of the desk where they are translated. */
export function FaultText({ fault, of }: Props): ComponentChild {
  const { words } = useSession();
  // English would be read aloud, and replaced a moment later.
  if (!useSentences(of)) return null;
  const message = words.sentence(fault.message);
  const hint = fault.hint === '' ? undefined : words.sentence(fault.hint);
  // What has to be written follows in lines of its own.
  const [said = '', ...lines] = hint?.text.split('\n') ?? [];
  return [
    h('span', { lang: message.lang, dir: message.dir }, message.text),
    hint
      ? h('span', { class: 'message__hint', lang: hint.lang, dir: hint.dir }, [
          ` ${hint.dir === 'rtl' ? '←' : '→'} `,
          said,
          lines.length === 0
            ? null
            : h('code', { class: 'message__lines', dir: 'ltr' }, lines.join('\n').replace(isolates, '')),
        ])
      : null,
  ];
}

import { isolate } from './isolate.ts';
import { problemsFa } from './problems-fa.ts';

/** A sentence of a problem in Persian; undefined for one that has no translation. */
export function toPersian(sentence: string): string | undefined {
  for (const { pattern, persian } of templates()) {
    const values = pattern.exec(sentence);
    if (values) return persian.replace(/\{(\d)\}/g, (_, number: string) => isolate(values[Number(number)] ?? ''));
  }
  return undefined;
}

interface Template {
  readonly pattern: RegExp;
  readonly persian: string;
}

let compiled: readonly Template[] | undefined;

/** The templates with the longest fixed text first, because a short one, such as `write {1}`, matches many sentences. */
const templates = (): readonly Template[] =>
  (compiled ??= [...problemsFa]
    .sort(([a], [b]) => fixedLength(b) - fixedLength(a))
    .map(([english, persian]) => ({
      pattern: new RegExp(
        `^${english
          .split(/\{\d\}/)
          .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
          .join('(.+?)')}$`,
        's',
      ),
      persian,
    })));

const fixedLength = (english: string): number => english.replace(/\{\d\}/g, '').length;

import type { Translator } from '../../i18n/translate.ts';

interface Subject {
  readonly title: string;
  readonly url: string;
  readonly slug?: string | undefined;
}

/** Where a reader reports an error: a letter with its subject already written, or the form of the institute. */
export function correctionHref(corrections: string | undefined, subject: Subject, t: Translator): string | undefined {
  if (corrections === undefined) return undefined;
  const address = corrections.replace(/^mailto:/, '');
  const isMail = /^[^\s/:@]+@[^\s/:]+$/.test(address);
  if (isMail) {
    const body = `${t('correction.body')}\n\n\n${subject.title}\n${subject.url}`;
    return `mailto:${address}?subject=${encodeURIComponent(t('correction.subject', { title: subject.title }))}&body=${encodeURIComponent(body)}`;
  }
  const values: Readonly<Record<string, string>> = { url: subject.url, title: subject.title, slug: subject.slug ?? '' };
  return corrections.replace(/\{(url|title|slug)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

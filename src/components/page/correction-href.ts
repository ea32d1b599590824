import type { Translator } from '../../i18n/translate.ts';

interface Subject {
  readonly title: string;
  readonly url: string;
  readonly slug?: string | undefined;
  /** Part of the record with the error: its name in forms, and its label for the reader. */
  readonly field?: { readonly name: string; readonly label: string } | undefined;
}

/** Address for reports of errors: a prepared mail, or the form of the institute. */
export function correctionHref(corrections: string | undefined, subject: Subject, t: Translator): string | undefined {
  if (corrections === undefined) return undefined;
  if (/^https?:/i.test(corrections)) return fillPlaceholders(corrections, subject);
  const [address = '', query = ''] = corrections.replace(/^mailto:/i, '').split(/\?(.*)/s);
  const own = query === '' ? [] : fillPlaceholders(query, subject).split('&');
  const prepared = mailFields(subject, t).filter(
    ([name]) => !own.some((pair) => pair.toLowerCase().startsWith(`${name}=`)),
  );
  const pairs = [...own, ...prepared.map(([name, text]) => `${name}=${encodeInAddress(text)}`)];
  return `mailto:${address.split('@').map(encodeURIComponent).join('@')}?${pairs.join('&')}`;
}

/**
 * Letters beyond ASCII stay as they are: a browser encodes them when the link is followed, and a Persian letter has two bytes
 * in the page instead of six.
 */
const encodeInAddress = (text: string): string =>
  text.replace(/[^\p{Letter}\p{Mark}\u200c]+/gu, (other) => encodeURIComponent(other));

/** True when a report can name the part of the record with the error. */
export const takesField = (corrections: string): boolean =>
  !/^https?:/i.test(corrections) || corrections.includes('{field}');

function fillPlaceholders(corrections: string, { url, title, slug = '', field }: Subject): string {
  const values: Readonly<Record<string, string>> = { url, title: oneLine(title), slug, field: field?.name ?? '' };
  return corrections.replace(/\{(url|title|slug|field)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
}

/** Subject and body of a mail; lines of the body end in CR LF (RFC 6068, section 5). */
function mailFields({ title, url, field }: Subject, t: Translator): readonly (readonly [string, string])[] {
  const whole = oneLine(title);
  const short = shorten(whole);
  const subject =
    field === undefined
      ? t('correction.subject', { title: short })
      : t('correction.subjectIn', { title: short, field: field.label });
  const lines = [t('correction.body'), '', '', whole, url];
  return [
    ['subject', subject],
    ['body', lines.join('\r\n')],
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Some mail programs accept at most 2,000 characters in an address, and an encoded Persian letter takes six. */
const titleLimit = 60;

function shorten(title: string): string {
  if (title.length <= titleLimit) return title;
  const space = title.lastIndexOf(' ', titleLimit);
  return `${title.slice(0, space > 0 ? space : titleLimit)} …`;
}

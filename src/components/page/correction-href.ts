import type { Translator } from '../../i18n/translate.ts';

interface Subject {
  readonly title: string;
  readonly url: string;
  readonly slug?: string | undefined;
  /** Part of the record that is wrong: as forms know it, and as the reader does. */
  readonly field?: { readonly name: string; readonly label: string } | undefined;
}

/** Where a reader reports an error: a letter that is begun already, or the form of the institute. */
export function correctionHref(corrections: string | undefined, subject: Subject, t: Translator): string | undefined {
  if (corrections === undefined) return undefined;
  if (/^https?:/i.test(corrections)) return filled(corrections, subject);
  const [address = '', query = ''] = corrections.replace(/^mailto:/i, '').split(/\?(.*)/s);
  const own = query === '' ? [] : filled(query, subject).split('&');
  const begun = letter(subject, t).filter(([name]) => !own.some((pair) => pair.toLowerCase().startsWith(`${name}=`)));
  const pairs = [...own, ...begun.map(([name, text]) => `${name}=${encodeURIComponent(text)}`)];
  return `mailto:${address.split('@').map(encodeURIComponent).join('@')}?${pairs.join('&')}`;
}

/** True where a report can say which part of a record it is about. */
export const takesField = (corrections: string): boolean =>
  !/^https?:/i.test(corrections) || corrections.includes('{field}');

function filled(corrections: string, { url, title, slug = '', field }: Subject): string {
  const values: Readonly<Record<string, string>> = { url, title: oneLine(title), slug, field: field?.name ?? '' };
  return corrections.replace(/\{(url|title|slug|field)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
}

/** RFC 6068, section 5: lines of a body end in CR LF. */
function letter({ title, url, field }: Subject, t: Translator): readonly (readonly [string, string])[] {
  const whole = oneLine(title);
  const short = shorten(whole);
  const subject =
    field === undefined
      ? t('correction.subject', { title: short })
      : t('correction.subjectIn', { title: short, field: field.label });
  const lines = [t('correction.body'), '', '', field && t('correction.field', { field: field.label }), whole, url];
  return [
    ['subject', subject],
    ['body', lines.filter((line) => line !== undefined).join('\r\n')],
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Some mail programs take no more than two thousand signs, and a Persian letter takes six of them. */
const longestTitle = 60;

function shorten(title: string): string {
  if (title.length <= longestTitle) return title;
  const space = title.lastIndexOf(' ', longestTitle);
  return `${title.slice(0, space > 0 ? space : longestTitle)} …`;
}

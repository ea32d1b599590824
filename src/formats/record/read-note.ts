import { parsePartialDate } from '../../domain/dates/partial-date.ts';
import { parsePersonName } from '../../domain/people/person-name.ts';
import type { Notice, NoticeType, PublicationStatus } from '../../domain/publication/publication.ts';
import { addDetailNote } from './detail-notes.ts';
import { addFieldNote } from './field-notes.ts';
import { reportUnplaced, setText, type MutableRecord, type SourceField, type TextField } from './mutable-record.ts';
import { percentDecode } from '../../domain/text/percent-encoding.ts';
import { noticeOrder } from './citation-notes.ts';

/** Sets the fields that our own writers write as notes. Any other note is unplaced. */
export function addNote(record: MutableRecord, field: SourceField): void {
  const note = field.value.trim();
  if (note === '' || addFieldNote(record, field)) return;
  const notice = readNotice(note);
  if (notice) {
    record.notices.push(notice);
    return;
  }
  if (/^(?:retracted|withdrawn)(?: (?:article|paper))?\.?$/i.test(note)) {
    record.status ??= /^retracted/i.test(note) ? 'retracted' : 'withdrawn';
    return;
  }
  const native = /^Names in their own script: (.+)$/s.exec(note)?.[1];
  if (native !== undefined) {
    addNativeNames(record, field, native);
    return;
  }
  if (/^(?:©|\(c\)|copyright\b)/i.test(note)) {
    setText(record, 'copyright', field);
    return;
  }
  const trial = /^Trial registration: (\S.*)$/.exec(note)?.[1];
  if (trial !== undefined) {
    record.trials.push(trial);
    return;
  }
  const descriptors = /^MeSH: ([DC]\d{6,9}(?: [DC]\d{6,9})*)$/.exec(note)?.[1];
  if (descriptors !== undefined) {
    for (const descriptor of descriptors.split(' ')) record.mesh.push(descriptor);
    return;
  }
  if (addDetailNote(record, field)) return;
  const named = /^(PMCID|PMID|arXiv|ISBN|doi|Cite instead|Published version|Preprint): ?(\S+)$/i.exec(note);
  const target = textFields.get(named?.[1]?.toLowerCase() ?? '');
  if (target) setText(record, target, field, named?.[2]);
  else reportUnplaced(record, field, 'no place');
}

/** Parses what `noticeText` in citation-notes.ts formats; undefined for any other text. */
export function readNotice(text: string): Notice | undefined {
  const match =
    /^(RETRACTED|WITHDRAWN|Expression of concern|Corrected)(?: on (\d{4}(?:-\d\d){0,2}))?(?:\. Reason: (.+?))?(?:\. Notice: (https?:\S+)|\.?)$/s.exec(
      text.trim(),
    );
  const type = noticeTypes.get(match?.[1] ?? '');
  if (!match || !type) return undefined;
  const [, , on, reason, address] = match;
  const date = on === undefined ? undefined : parsePartialDate(on);
  if (date && !date.ok) return undefined;
  const doi = address === undefined ? undefined : /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/.exec(address)?.[1];
  return {
    type,
    ...(date ? { date: date.value } : {}),
    ...(doi === undefined ? {} : { doi: percentDecode(doi) }),
    ...(address === undefined || doi !== undefined ? {} : { url: address }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/**
 * Sets the status from the notices, or from words of a database around the title, such as `RETRACTED ARTICLE: ` before it
 * or `(Retracted article. See vol. 5, pg. 6, 2021)` after it. They are removed. `Retraction: …` is a notice of its own.
 */
export function resolveStatus(record: MutableRecord): void {
  const announced = noticeOrder.find((type) => record.notices.some((notice) => notice.type === type));
  if (announced && record.status === undefined) record.status = statuses[announced];
  const prefix = /^(retracted|withdrawn)(?: (?:article|paper|chapter))?: (?=\S)/i.exec(record.title ?? '');
  if (prefix) takeFromTitle(record, prefix, '');
  const suffix = / [([](retracted|withdrawn)(?: (?:article|paper|chapter))?(?:[.,:] ([^()[\]]*))?[)\]]\.?$/i.exec(
    record.title ?? '',
  );
  if (suffix) takeFromTitle(record, suffix, suffix[2]?.trim() ?? '');
  // Our own writers write a notice without details for a status without a notice.
  record.notices = record.notices.filter((notice) => Object.keys(notice).length > 1);
}

/** Removes the words from the title, and sets the status. `place` is where the notice was published, ending in its year. */
function takeFromTitle(
  record: MutableRecord,
  { 0: words, 1: state = '', index }: RegExpExecArray,
  place: string,
): void {
  record.title = `${record.title?.slice(0, index) ?? ''}${record.title?.slice(index + words.length) ?? ''}`;
  const isRetraction = state.toLowerCase() === 'retracted';
  record.status ??= isRetraction ? 'retracted' : 'withdrawn';
  if (place === '') return;
  const year = parsePartialDate(/(?:^|\D)(\d{4})\.?$/.exec(place)?.[1] ?? '');
  if (year.ok && record.notices.length === 0)
    record.notices.push({ type: isRetraction ? 'retraction' : 'withdrawal', date: year.value });
  reportUnplaced(record, { name: 'title', value: place, line: record.line }, 'no place');
}

/** Parses `E. Hajizadehsaffar = حاجی‌زاده‌صفار، ا; …` and adds each name to the author with the printed name. */
function addNativeNames(record: MutableRecord, field: SourceField, text: string): void {
  for (const part of text.split('; ')) {
    const at = part.indexOf(' = ');
    const printed = part.slice(0, at).trim();
    const author = at < 0 ? -1 : record.authors.findIndex(({ name, group }) => printedName(name, group) === printed);
    const found = record.authors[author];
    if (!found) reportUnplaced(record, { ...field, value: part }, 'unreadable');
    else record.authors[author] = { ...found, native: nativeOf(part.slice(at + 3).split(' / ')) };
  }
}

const nativeOf = (names: readonly string[]): Readonly<Record<string, string>> => {
  const native: Record<string, string> = {};
  for (const name of names) {
    const lang = scriptLanguage(name);
    if (native[lang] === undefined) native[lang] = name.trim();
    else native['und'] = native['und'] === undefined ? name.trim() : `${native['und']} / ${name.trim()}`;
  }
  return native;
};

/** The language of most letters of a text, by its script; `und` if most are Latin, or several languages are as likely. */
export function scriptLanguage(text: string): string {
  const counts = scripts.map(([pattern]) => text.match(pattern)?.length ?? 0);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const most = counts.findIndex((count) => count * 2 > letters);
  const lang = scripts[most]?.[1];
  if (lang === 'fa') return !/[پچژگکی]/.test(text) && /[كيةىأإ]/.test(text) ? 'ar' : 'fa';
  return lang === 'zh' && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : (lang ?? 'und');
}

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/gu, 'fa'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Thai}/gu, 'th'],
];

function printedName(name: string, group: boolean): string {
  const parsed = group ? undefined : parsePersonName(name);
  return parsed?.ok ? parsed.value.printed : name;
}

const textFields: ReadonlyMap<string, TextField> = new Map([
  ['pmcid', 'pmcid'],
  ['pmid', 'pmid'],
  ['arxiv', 'arxiv'],
  ['isbn', 'isbn'],
  ['doi', 'doi'],
  ['cite instead', 'preferred'],
  ['published version', 'publishedVersion'],
  ['preprint', 'preprint'],
]);

const noticeTypes: ReadonlyMap<string, NoticeType> = new Map([
  ['RETRACTED', 'retraction'],
  ['WITHDRAWN', 'withdrawal'],
  ['Expression of concern', 'concern'],
  ['Corrected', 'correction'],
]);

const statuses: Readonly<Record<NoticeType, PublicationStatus>> = {
  retraction: 'retracted',
  withdrawal: 'withdrawn',
  concern: 'concern',
  correction: 'corrected',
};

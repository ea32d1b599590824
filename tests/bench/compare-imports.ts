import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isGroup, parsePersonName } from '../../src/domain/people/person-name.ts';
import { formatPartialDate } from '../../src/domain/dates/partial-date.ts';
import { decodeText } from '../../src/import/read/decode-text.ts';
import { recogniseFormat } from '../../src/formats/table.ts';
import type { ForeignRecord } from '../../src/formats/record/foreign-record.ts';
import { projectDir } from '../../src/project/settings.ts';
import { explainDifference, type Difference } from './explain-difference.ts';
import { formatTable } from './figures.ts';

const shared = join(projectDir, '../shared/imports');

/** Compares, for all export files in the shared folder, the records of the MANIFEST, of Colophon and of Zotero. */
export function compareImports(): string | undefined {
  if (!existsSync(join(shared, 'MANIFEST.tsv'))) return undefined;
  const zotero = new Map(
    gunzipSync(readFileSync(join(shared, 'zotero.jsonl.gz')))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ZoteroFile)
      .map((file) => [file.file, file]),
  );
  const rows: string[][] = [];
  const differences: Difference[] = [];
  let agreeing = 0;
  for (const row of readFileSync(join(shared, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1)) {
    const [file = '', , , , stated = ''] = row.split('\t');
    const decoded = decodeText(readFileSync(join(shared, file)));
    const format = decoded && recogniseFormat(decoded.text);
    const records = decoded && format ? format.read(decoded.text).records : [];
    const theirs =
      zotero.get(file)?.items?.filter(({ itemType }) => itemType !== 'note' && itemType !== 'attachment') ?? [];
    const compared = compareFile(file, records, theirs);
    differences.push(...compared.differences);
    agreeing += compared.same;
    rows.push([
      file,
      stated,
      String(records.length),
      zotero.get(file)?.status === 200 ? String(theirs.length) : 'refused',
      String(compared.same),
      String(compared.differences.length),
    ]);
  }
  return [
    formatTable(['file', 'MANIFEST', 'ours', 'Zotero', 'fields alike', 'different'], rows),
    `\n${agreeing} fields alike, ${differences.length} not:\n`,
    formatTable(
      ['why', 'whose reading is right', 'times', 'first example (ours / theirs)'],
      explainedRows(differences),
    ),
  ].join('\n');
}

/** Differences grouped by their reason; those without one are last, each in its own row. */
function explainedRows(differences: readonly Difference[]): string[][] {
  const example = ({ file, field, ours, theirs }: Difference): string =>
    `${field} in ${file.replace(/^.*\//, '')}: ${shorten(ours)} / ${shorten(theirs)}`.replaceAll('|', ' ');
  const groups = Map.groupBy(differences, explainDifference);
  return [...groups]
    .sort(([one, ones], [other, others]) => Number(!one) - Number(!other) || others.length - ones.length)
    .flatMap(([reason, found]) =>
      reason
        ? [[reason.text, reason.right, String(found.length), example(found[0]!)]]
        : found.map((one) => ['NOT EXPLAINED', '?', '1', example(one)]),
    );
}

interface ZoteroFile {
  readonly file: string;
  readonly status: number;
  readonly items?: readonly Readonly<Record<string, unknown>>[];
}

function compareFile(
  file: string,
  records: readonly ForeignRecord[],
  items: readonly Readonly<Record<string, unknown>>[],
): { same: number; differences: Difference[] } {
  const differences: Difference[] = [];
  let same = 0;
  const remaining = [...items];
  for (const record of records) {
    // Match by title, because both sides skip records that they cannot read; without a title by position.
    const title = plain(record.title ?? '');
    const at = title === '' ? -1 : remaining.findIndex((item) => plain(text(item['title'])) === title);
    const [item] =
      at >= 0 ? remaining.splice(at, 1) : records.length === items.length ? [items[records.indexOf(record)]] : [];
    if (!item) continue;
    for (const [field, [ours, theirs]] of Object.entries(fieldsOf(record, item))) {
      if (fold(ours) === fold(theirs)) {
        if (ours !== '') same += 1;
      } else differences.push({ file, field, ours, theirs });
    }
  }
  return { same, differences };
}

function fieldsOf(
  record: ForeignRecord,
  item: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly [ours: string, theirs: string]>> {
  const creators = (Array.isArray(item['creators']) ? (item['creators'] as Record<string, unknown>[]) : []).filter(
    ({ creatorType }) =>
      [
        'author',
        'programmer',
        'inventor',
        'artist',
        'contributor',
        'presenter',
        'director',
        'podcaster',
        'performer',
      ].includes(text(creatorType)),
  );
  const families = record.authors.map(({ name, group }) => {
    const parsed = group ? undefined : parsePersonName(name);
    return parsed?.ok && !isGroup(parsed.value) ? parsed.value.family : name;
  });
  const published = record.published ? formatPartialDate(record.published) : '';
  const year = /\d{4}/.exec(text(item['date']))?.[0] ?? '';
  const theirPages = text(item['pages']).replace(/[–—]/g, '-');
  return {
    title: [
      plain(record.title ?? ''),
      plain(text(item['title'] ?? item['caseName'] ?? item['nameOfAct'] ?? item['subject'])),
    ],
    authors: [families.join('; '), creators.map((one) => text(one['lastName'] ?? one['name'])).join('; ')],
    year: [published.slice(0, 4), year],
    container: [
      record.container ?? '',
      text(
        item['publicationTitle'] ??
          item['proceedingsTitle'] ??
          item['bookTitle'] ??
          item['encyclopediaTitle'] ??
          item['dictionaryTitle'],
      ),
    ],
    volume: [record.volume ?? '', text(item['volume'])],
    issue: [record.issue ?? '', text(item['issue'])],
    pages: [
      record.pages ? [record.pages.first, record.pages.last].filter(Boolean).join('-') : (record.articleNumber ?? ''),
      theirPages,
    ],
    DOI: [record.doi ?? '', text(item['DOI'])],
    ISSN: [[record.issn, record.eissn].filter(Boolean).join(' '), text(item['ISSN'])],
    abstract: [
      record.abstracts[0]?.sections.map(({ label, text: part }) => (label ? `${label}: ${part}` : part)).join(' ') ??
        '',
      text(item['abstractNote']),
    ],
    keywords: [
      String(record.keywords.length || ''),
      String((Array.isArray(item['tags']) ? item['tags'].length : 0) || ''),
    ],
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const plain = (title: string): string =>
  title
    .replace(/<\/?(?:i|b|sub|sup|span[^>]*)>|\$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
/** Only letters and digits. */
const fold = (value: string): string =>
  value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
const shorten = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}…` : value) || '–';

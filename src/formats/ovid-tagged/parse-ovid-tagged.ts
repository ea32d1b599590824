import { createAuthorFinder } from '../authors/find-author.ts';
import { addAbstract, addKeywords, addNames, addTrials, addWebAddresses, splitList } from '../fields/field-readers.ts';
import { finishRecord, readFields, type FieldReader, type FieldTable } from '../fields/read-fields.ts';
import { readTagged, type TaggedField } from '../fields/read-tagged.ts';
import { addOvidAddress } from './ovid-addresses.ts';
import { withoutTitlePeriod } from '../nbib/medline-text.ts';
import { readLanguage } from '../record/foreign-language.ts';
import type { ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { reportRepeated } from '../fields/report-repeated.ts';
import { splitTrailingBracket } from '../record/trailing-bracket.ts';

/** Parses the tagged export of Ovid (“Reprint/Medlars”, “EndNote”, `.cgi`): `<1. >`, then `TI  - Title`. */
export function parseOvidTagged(text: string): ParsedRecords {
  const { records, problems } = readTagged(text, {
    field: /^\uFEFF?([A-Z][A-Z0-9]) {1,2}- ?(.*)$/,
    start: /^\uFEFF?[ \t]*<\d+\. ?>[ \t]*$/,
    ...(/^[ \t]*<\d+\. ?>[ \t]*$/m.test(text) ? {} : { firstTag: 'VN' }),
    example: '<1. >',
  });
  return { records: records.map(readRecord), problems };
}

function readRecord(fields: readonly TaggedField[]): ForeignRecord {
  const all = (...names: readonly string[]): readonly TaggedField[] =>
    fields.filter(({ name }) => names.includes(name));
  const inMedline = all('DB').some(({ value }) => /medline|pubmed/i.test(value));
  // FA repeats AU with full names, and SO repeats other fields.
  const full = all('FA').length > 0;
  const { record, kinds } = readFields(
    fields.filter(({ name }) => name !== 'SO' && (!full || name !== 'AU')),
    inMedline ? [['UI', 'pmid'], ...table] : table,
    fields[0]?.line ?? 1,
  );
  if (full && all('AU').length !== all('FA').length)
    for (const field of all('AU')) reportUnplaced(record, field, 'second value');
  for (const field of all('SO')) reportRepeated(record, field, fields);
  addTitle(record, all('OT', 'TT'));
  const find = createAuthorFinder(record.authors);
  for (const field of all('IN')) for (const line of addressLines(field)) addOvidAddress(record, line, find);
  return finishRecord(record, kinds.flatMap((kind) => kind.split(/[;.]\s*/)).filter(Boolean));
}

/** Each address is a line of its own, or a field; a line continues the one before it, if that does not end in a full stop. */
const addressLines = ({ lines }: TaggedField): readonly string[] =>
  lines.reduce<string[]>(
    (items, line) =>
      items.length === 0 || line.startsWith('(') || /[.;]$/.test(items.at(-1) ?? '')
        ? [...items, line]
        : [...items.slice(0, -1), `${items.at(-1)} ${line}`],
    [],
  );

/** MEDLINE writes a translated title in brackets, Embase a language after the title: `Title. [German]`. */
function addTitle(record: MutableRecord, originals: readonly TaggedField[]): void {
  const { before, inside } = splitTrailingBracket(record.title ?? '');
  const language = before === '' ? undefined : readLanguage(inside);
  const bare = withoutTitlePeriod(language === undefined ? (record.title ?? '') : before);
  const translated = /^\[(.+)\]$/s.exec(bare)?.[1];
  const [original, ...others] = originals;
  const title = withoutTitlePeriod(translated ?? bare);
  if (title !== '') record.title = title;
  if (original) {
    record.title = withoutTitlePeriod(original.value);
    record.titles.push({ lang: 'en', text: title });
  }
  if (language !== undefined) setText(record, 'lang', { name: 'TI', value: inside, line: record.line }, language);
  for (const field of others) reportUnplaced(record, field, 'second value');
}

/** `R01 AB012345 (Example Agency) United States`, or only a funder. */
const addFunding: FieldReader = (record, field) => {
  for (const item of splitList(field.value, /;\s*|\n/)) {
    const [, award = '', funder = '', rest = ''] = /^(?:No: ?)?([^()|]*?) ?\(([^()]+)\) ?(.*)$/.exec(item) ?? [];
    if (funder === '') record.funding.push({ funder: item });
    else {
      record.funding.push({ funder, ...(award === '' ? {} : { award }) });
      reportUnplaced(record, { ...field, value: rest }, 'no place');
    }
  }
};

/** `http://orcid.org/0000-0002-1825-0097 (Karimi, Sara)`, or `Karimi, Sara ORCID: https://orcid.org/…`. */
const addIdentifier: FieldReader = (record, field) => {
  const orcid = /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/.exec(field.value)?.[0];
  const name = field.value
    .replace(/https?:\S+|ORCID:?|\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/gi, ' ')
    .replace(/[();]/g, ' ')
    .trim();
  const at = orcid === undefined ? undefined : createAuthorFinder(record.authors)(name);
  const author = at === undefined ? undefined : record.authors[at];
  if (author && at !== undefined && orcid !== undefined) record.authors[at] = { ...author, orcid };
  else reportUnplaced(record, field, 'unreadable');
};

/** Tags of Ovid for MEDLINE, Embase and APA PsycInfo. https://ospguides.ovid.com/OSPguides/medline.htm */
const table: FieldTable = [
  [['FA', 'AU'], addNames('authors')],
  ['ED', addNames('editors')],
  ['AI', addIdentifier],
  ['IN', () => undefined],
  ['TI', 'title'],
  [['OT', 'TT'], () => undefined],
  [['JN', 'NJ', 'JT', 'BT'], 'container'],
  [['JA', 'AJ'], 'abbreviation'],
  ['SE', 'series'],
  ['VO', 'volume'],
  ['IP', 'issue'],
  ['PG', 'pageRange'],
  ['PB', 'publisher'],
  ['IS', 'serial'],
  ['IL', 'serial'],
  ['ES', 'electronicSerial'],
  ['IB', 'serial'],
  [['DP', 'YR'], 'published'],
  ['EP', 'onlineDate'],
  ['LG', 'language'],
  ['DO', 'doi'],
  ['PM', 'pmid'],
  ['KW', addKeywords(/[;,]\s*/)],
  ['AB', addAbstract],
  [['GI', 'GS'], addFunding],
  ['CN', addTrials()],
  ['PT', 'kind'],
  ['CF', 'eventName'],
  ['CR', 'copyright'],
  [['UR', 'DI'], addWebAddresses()],
  [
    [
      'VN',
      'DB',
      'AN',
      'UI',
      'ST',
      'RO',
      'EM',
      'EZ',
      'DC',
      'DA',
      'RD',
      'UP',
      'SB',
      'JC',
      'CP',
      'XL',
      'CO',
      'PH',
      'LI',
      'OW',
    ],
    'database',
  ],
];

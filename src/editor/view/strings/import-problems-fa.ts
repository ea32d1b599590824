import type { SentenceTable } from './translate-sentence.ts';

/** What a source lacks. */
const lacking: SentenceTable = [
  ['title', 'عنوان'],
  ['date of publication', 'تاریخ انتشار'],
  ['title, no authors', 'عنوان و نویسنده'],
  ['title, no date of publication', 'عنوان و تاریخ انتشار'],
  ['authors, no date of publication', 'نویسنده و تاریخ انتشار'],
  ['title, no authors, no date of publication', 'عنوان و نویسنده و تاریخ انتشار'],
];

/** What readers of other programs' files and services say in the report of an import. */
export const importProblemsFa: SentenceTable = [
  ...lacking.flatMap(([english, persian]): SentenceTable => [
    [
      `the source has no ${english}, which every publication needs; add it to the source, or make a new record from the title`,
      `منبع ${persian} ندارد، که برای هر انتشار لازم است؛ آن را به منبع بیفزایید، یا رکوردی تازه از عنوان بسازید`,
    ],
    [
      `the source has no ${english}, which every publication needs; add it to the source, look up {1}, or make a new record from the title`,
      `منبع ${persian} ندارد، که برای هر انتشار لازم است؛ آن را به منبع بیفزایید، {1} را جست‌وجو کنید، یا رکوردی تازه از عنوان بسازید`,
    ],
  ]),
  // Files
  [
    'the file has {1} MB, but at most {2} MB can be read at once',
    'پرونده {1} مگابایت است، و یک‌باره تا {2} مگابایت خوانده می‌شود',
  ],
  ['export fewer records into each file', 'در هر پرونده رکوردهای کمتری برون‌بری کنید'],
  ['the file is not text, so it is not a bibliography', 'پرونده متن نیست، پس کتاب‌شناسی هم نیست'],
  ['export the records as RIS, BibTeX or PubMed format', 'رکوردها را به قالب RIS یا BibTeX یا PubMed برون‌بری کنید'],
  ['the file is empty', 'پرونده خالی است'],
  ['export the records again', 'رکوردها را دوباره برون‌بری کنید'],
  ['the file is not in a known format; it begins with "{1}"', 'قالب پرونده شناخته نیست؛ با «{1}» آغاز می‌شود'],
  ['{1} can be read; the name of the file does not matter', '{1} خوانده می‌شوند؛ نام پرونده مهم نیست'],
  [
    'the file is a table, and import.yaml does not say what its columns hold: {1}',
    'پرونده جدول است، و import.yaml نمی‌گوید ستون‌هایش چه دارند: {1}',
  ],
  [
    'write into content/import.yaml, with what you see to be right, and import the file again:\n{1}',
    'این را، پس از اصلاح، در content/import.yaml بنویسید و پرونده را دوباره وارد کنید:\n{1}',
  ],
  ['this is a {1}, and a document has no records that can be read', 'این {1} است، و سند رکوردی ندارد که خوانده شود'],
  ['this is an {1}, and a document has no records that can be read', 'این {1} است، و سند رکوردی ندارد که خوانده شود'],
  [
    'export the records from the database or reference manager as RIS or BibTeX, or list their DOIs in a text file',
    'رکوردها را از پایگاه داده یا نرم‌افزار مدیریت منابع به RIS یا BibTeX برون‌بری کنید، یا DOIهایشان را در پرونده‌ای متنی فهرست کنید',
  ],
  [
    'export the records from the database or reference manager as RIS or BibTeX, or list their DOIs in a text file; save a sheet as “CSV UTF-8”, and import that file',
    'رکوردها را از پایگاه داده یا نرم‌افزار مدیریت منابع به RIS یا BibTeX برون‌بری کنید، یا DOIهایشان را در پرونده‌ای متنی فهرست کنید؛ جدول را به شکل «CSV UTF-8» ذخیره کنید و آن پرونده را وارد کنید',
  ],
  [
    'save a sheet as “CSV UTF-8”, and import that file',
    'جدول را به شکل «CSV UTF-8» ذخیره کنید و آن پرونده را وارد کنید',
  ],
  [
    'the file does not name its encoding, and is not UTF-8; it was read as {1}',
    'پرونده کدگذاری خود را نمی‌گوید و UTF-8 نیست؛ با {1} خوانده شد',
  ],
  [
    'look at names with accents; if they are wrong, export the records again in UTF-8',
    'به نام‌هایی که نشانه دارند نگاه کنید؛ اگر نادرست‌اند، رکوردها را دوباره با UTF-8 برون‌بری کنید',
  ],
  [
    'letters are already lost in the file: it has the character � in their place',
    'حرف‌هایی پیش از این در پرونده از دست رفته‌اند: به جایشان نویسهٔ � هست',
  ],
  ['export the records again in UTF-8', 'رکوردها را دوباره با UTF-8 برون‌بری کنید'],
  [
    'the file ends in the middle of a line, so parts of its last record, which begins here, may be missing',
    'پرونده میانهٔ سطری پایان می‌یابد، و شاید بخشی از واپسین رکورد، که از اینجا آغاز می‌شود، نباشد',
  ],
  [
    'compare this record with the source; export or download the file again if anything is missing',
    'این رکورد را با منبع بسنجید؛ اگر چیزی کم است، پرونده را دوباره برون‌بری یا دریافت کنید',
  ],
  ['the file looks like {1}, but has no record', 'پرونده به {1} می‌ماند، ولی رکوردی ندارد'],
  ['export or download the file again', 'پرونده را دوباره برون‌بری یا دریافت کنید'],
  ['export the file again', 'پرونده را دوباره برون‌بری کنید'],
  // Records
  [
    'the file ends in the middle of this record, so parts of it may be missing; it was skipped',
    'پرونده میانهٔ این رکورد پایان می‌یابد، و شاید بخشی از آن نباشد؛ از آن گذشتیم',
  ],
  ['this line belongs to no record: {1}', 'این سطر از هیچ رکوردی نیست: {1}'],
  ['a record begins with a line such as "{1}"', 'رکورد با سطری مانند «{1}» آغاز می‌شود'],
  [
    'a record begins with a line such as "{1}" and ends with "{2}"',
    'رکورد با سطری مانند «{1}» آغاز می‌شود و با «{2}» پایان می‌یابد',
  ],
  ['a line is outside every record: {1}', 'یک سطر بیرون از همهٔ رکوردهاست: {1}'],
  ['{1} lines are outside every record: {2}', '{1} سطر بیرون از همهٔ رکوردهاست: {2}'],
  [
    'a record begins with a line "TY  - " and ends with "ER  - "; if these lines belong to one, put them there',
    'رکورد با سطر «TY  - » آغاز می‌شود و با «ER  - » پایان می‌یابد؛ اگر این سطرها از رکوردی‌اند، آن‌ها را آنجا بگذارید',
  ],
  [
    'the record has no line "ER  - " at its end; it was read up to line {1}',
    'رکورد در پایانش سطر «ER  - » ندارد؛ تا سطر {1} خوانده شد',
  ],
  ['compare this record with the source', 'این رکورد را با منبع بسنجید'],
  [
    'this line has no tag, and does not continue the line before: {1}',
    'این سطر برچسب ندارد، و دنبالهٔ سطر پیشین هم نیست: {1}',
  ],
  ['compare it with the source; the line was skipped', 'آن را با منبع بسنجید؛ از این سطر گذشتیم'],
  // Tables
  [
    'this row has {1} values, but the table has {2} columns, so values may be in the wrong column; these were not read: {3}',
    'این ردیف {1} مقدار دارد و جدول {2} ستون، و شاید مقدارها در ستون نادرست باشند؛ این‌ها خوانده نشدند: {3}',
  ],
  [
    'put values that contain the separator in double quotation marks, or export the table again',
    'مقدارهایی را که جداکننده دارند در گیومهٔ "" بگذارید، یا جدول را دوباره برون‌بری کنید',
  ],
  [
    'the file ends in the middle of the row that begins here: it has {1} values for {2} columns',
    'پرونده میانهٔ ردیفی پایان می‌یابد که از اینجا آغاز می‌شود: {1} مقدار برای {2} ستون دارد',
  ],
  [
    'the row that begins here cannot be read, nor can those after it: {1}. {2} rows before it were read',
    'ردیفی که از اینجا آغاز می‌شود و ردیف‌های پس از آن خوانده نمی‌شوند: {1}. {2} ردیف پیش از آن خوانده شد',
  ],
  ['close the quotation mark, or export the table again', 'گیومه را ببندید، یا جدول را دوباره برون‌بری کنید'],
  // BibTeX
  ['this entry cannot be read, and was skipped: {1}', 'این مدخل خوانده نمی‌شود، و از آن گذشتیم: {1}'],
  [
    'this entry cannot be read, and was skipped: a field needs a name and the sign =',
    'این مدخل خوانده نمی‌شود، و از آن گذشتیم: فیلد نام و نشانهٔ = می‌خواهد',
  ],
  [
    'this entry cannot be read, and was skipped: a quotation mark is never closed',
    'این مدخل خوانده نمی‌شود، و از آن گذشتیم: گیومه‌ای بسته نشده است',
  ],
  [
    'this entry cannot be read, and was skipped: a value is missing after =',
    'این مدخل خوانده نمی‌شود، و از آن گذشتیم: پس از = مقداری نیست',
  ],
  [
    'this entry cannot be read, and was skipped: a {1} is never closed',
    'این مدخل خوانده نمی‌شود، و از آن گذشتیم: {1} بسته نشده است',
  ],
  ['look at line {1}, where reading stopped', 'به سطر {1} نگاه کنید، که خواندن آنجا بازایستاد'],
  [
    '{1} has no braces, and no @string before it has that name; the word itself was used',
    '{1} آکولاد ندارد، و پیش از آن @string با این نام نیست؛ خود واژه نوشته شد',
  ],
  ['write {1}, or define it with @string', '{1} بنویسید، یا آن را با @string تعریف کنید'],
  [
    '{1} holds {2}, which is not a known command, and is kept as written',
    '{1} دستور {2} را دارد، که شناخته نیست و همان‌گونه که نوشته شده می‌ماند',
  ],
  ['write the text that the command prints', 'متنی را بنویسید که این دستور چاپ می‌کند'],
  [
    '{1} names {2}, but this file has no such entry, so its fields are missing',
    '{1} از {2} نام می‌برد، ولی این پرونده چنین مدخلی ندارد، و فیلدهایش نیستند',
  ],
  ['export both entries into one file', 'هر دو مدخل را در یک پرونده برون‌بری کنید'],
  [
    'the list of authors ends in "and others", so not all authors are known',
    'فهرست نویسندگان با «and others» پایان می‌یابد، پس همهٔ نویسندگان معلوم نیستند',
  ],
  ['add the other authors by hand', 'نویسندگان دیگر را خودتان بیفزایید'],
  // JSON and XML
  ['the file is not complete JSON, so no record was read: {1}', 'پرونده JSON کاملی نیست، و هیچ رکوردی خوانده نشد: {1}'],
  [
    'the file is not JSON from this line on, so no record was read: {1}',
    'پرونده از این سطر به بعد JSON نیست، و هیچ رکوردی خوانده نشد: {1}',
  ],
  [
    'item {1} is not a work of Crossref: it has neither a DOI nor a title',
    'مورد {1} اثری از Crossref نیست: نه DOI دارد و نه عنوان',
  ],
  [
    'item {1} is not a CSL item: it has neither a type nor a title',
    'مورد {1} موردی از CSL نیست: نه نوع دارد و نه عنوان',
  ],
  ['export it again as CSL-JSON', 'آن را دوباره به CSL-JSON برون‌بری کنید'],
  [
    'of the items of the file {1} is a note, an attachment or a collection; it was not read',
    'از موردهای پرونده {1} یادداشت، پیوست یا مجموعه است؛ خوانده نشد',
  ],
  [
    'of the items of the file {1} are notes, attachments or collections; they were not read',
    'از موردهای پرونده {1} یادداشت، پیوست یا مجموعه‌اند؛ خوانده نشدند',
  ],
  [
    'nothing has to be done; files can be named in links by hand',
    'کاری لازم نیست؛ پرونده‌ها را می‌توان خود در پیوندها نوشت',
  ],
  [
    'the file defines its own entities, which can read other files or grow without limit; it was not read',
    'پرونده موجودیت‌های (entity) خودش را تعریف می‌کند، که می‌توانند پرونده‌های دیگر را بخوانند یا بی‌پایان بزرگ شوند؛ خوانده نشد',
  ],
  [
    'export it again from the original program: no known program defines entities',
    'آن را دوباره از برنامهٔ اصلی برون‌بری کنید: هیچ برنامهٔ شناخته‌ای موجودیت تعریف نمی‌کند',
  ],
  [
    'elements are nested more than {1} levels deep; the rest was not read',
    'عنصرها بیش از {1} لایه در هم‌اند؛ بقیه خوانده نشد',
  ],
  [
    'the XML is broken here ({1}), and the rest of the file cannot be read. {2} record before it could be read.',
    'این XML اینجا خراب است ({1})، و بقیهٔ پرونده خوانده نمی‌شود. {2} رکورد پیش از آن خوانده شد.',
  ],
  [
    'the XML is broken here ({1}), and the rest of the file cannot be read. {2} records before it could be read.',
    'این XML اینجا خراب است ({1})، و بقیهٔ پرونده خوانده نمی‌شود. {2} رکورد پیش از آن خوانده شد.',
  ],
  [
    'the XML is broken here ({1}), and the rest of the file cannot be read. {2} before it could be read. The record that begins in line {3} was skipped.',
    'این XML اینجا خراب است ({1})، و بقیهٔ پرونده خوانده نمی‌شود. پیش از آن {2} خوانده شد. از رکوردی که در سطر {3} آغاز می‌شود گذشتیم.',
  ],
  [
    'PubMed lists records here that it has withdrawn; nothing was deleted',
    'PubMed اینجا رکوردهایی را فهرست می‌کند که پس گرفته است؛ چیزی حذف نشد',
  ],
  ['look at them by hand', 'خودتان به آن‌ها نگاه کنید'],
  ['ORCID lists {1} work of this file without authors', 'ORCID در این پرونده {1} اثر را بی نویسنده فهرست می‌کند'],
  ['ORCID lists {1} works of this file without authors', 'ORCID در این پرونده {1} اثر را بی نویسنده فهرست می‌کند'],
  [
    'import orcid:0000-0000-0000-0000 with the iD of the person: each work is then fetched from Crossref or PubMed',
    'orcid:0000-0000-0000-0000 را با شناسهٔ آن شخص وارد کنید: هر اثر آنگاه از Crossref یا PubMed گرفته می‌شود',
  ],
  // Services
  [
    'connect to the network and try again; records that were already fetched are kept and not requested again',
    'به شبکه وصل شوید و دوباره بکوشید؛ رکوردهایی که گرفته شده‌اند می‌مانند و دوباره درخواست نمی‌شوند',
  ],
  [
    'try again later; records that were already fetched are kept and not requested again',
    'بعداً دوباره بکوشید؛ رکوردهایی که گرفته شده‌اند می‌مانند و دوباره درخواست نمی‌شوند',
  ],
  [
    'try again after that; records that were already fetched are kept for a day. A key raises the limit: docs/import.md',
    'پس از آن دوباره بکوشید؛ رکوردهایی که گرفته شده‌اند یک روز می‌مانند. کلید این سقف را بالا می‌برد: docs/import.md',
  ],
  ['fetch the record from its publisher, and import the file', 'رکورد را از ناشر بگیرید و پرونده‌اش را وارد کنید'],
  [
    'try again later; if it stays so, report it to the authors of this program',
    'بعداً دوباره بکوشید؛ اگر همین ماند، به سازندگان این برنامه گزارش دهید',
  ],
  [
    'compare it with the paper, letter by letter; a new identifier may need some days until it is known',
    'آن را حرف به حرف با مقاله بسنجید؛ شناسهٔ تازه شاید چند روز بعد شناخته شود',
  ],
  ["ORCID's response for {1} is not complete", 'پاسخ ORCID برای {1} کامل نیست'],
  ['try again', 'دوباره بکوشید'],
  [
    'ORCID lists a work for {1} without a DOI or PMID, so it cannot be fetched',
    'ORCID برای {1} اثری را بی DOI و PMID فهرست می‌کند، که گرفتنی نیست',
  ],
  [
    'ORCID lists "{1}" for {2} without a DOI or PMID, so it cannot be fetched',
    'ORCID برای {2} اثر «{1}» را بی DOI و PMID فهرست می‌کند، که گرفتنی نیست',
  ],
  ['make a new record from its title', 'رکوردی تازه از عنوانش بسازید'],
  [
    'take it out of `ignore` in import.yaml if it is yours after all',
    'اگر از شماست، آن را از `ignore` در import.yaml بردارید',
  ],
];

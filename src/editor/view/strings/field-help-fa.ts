/**
 * Help of the fields of publications in Persian, by the English sentence of the schema, so that a changed sentence needs a new
 * translation.
 */
export const fieldHelpFa: Readonly<Record<string, string>> = {
  'Title as printed; `<i> <b> <sub> <sup>` and `$…$` mathematics are allowed.':
    'عنوان همان‌گونه که چاپ شده است. حروف کج و پررنگ، بالانویس، زیرنویس و فرمول هم می‌تواند داشته باشد: دکمه‌ها آن‌ها را می‌نویسند.',
  'Kind of publication.': 'نوع اثر.',
  'Language of title and abstract; default: the first locale of the site.':
    'زبان عنوان و چکیده؛ پیش‌فرض: اولین زبان وب‌سایت.',
  'Authors in the order of the paper.': 'نویسندگان به ترتیب مقاله.',
  'The author as printed: `Family, Given`, or `Family INITIALS` as PubMed prints it.':
    'نویسنده همان‌گونه که چاپ شده است: `نام خانوادگی، نام` یا مانند PubMed `Family INITIALS`.',
  'A group that signs as an author; never split into names.':
    'گروهی که به‌عنوان نویسنده آمده است؛ هرگز به نام‌ها تفکیک نمی‌شود.',
  'Numbers in the list of affiliations, as on the paper.': 'شماره‌ها در فهرست وابستگی‌ها، مانند مقاله.',
  'ORCID iD of this author.': 'شناسهٔ ORCID این نویسنده.',
  'Id of the author in `content/people`.': 'فردی از مؤسسه که این نویسنده است.',
  'Whether this is a corresponding author.': 'آیا نویسندهٔ مسئول است.',
  'Whether this author contributed equally with the other authors that have this mark.':
    'آیا سهم این نویسنده با نویسندگان دیگری که این نشان را دارند برابر است.',
  'Roles of the author in the CRediT taxonomy (credit.niso.org).':
    'نقش‌های نویسنده در رده‌بندی CRediT (credit.niso.org).',
  'The name in its own script, by language.': 'نام به خط خودش، برای هر زبان.',
  'Editors of the book or issue, written as authors are. A book with the same `authors` and `editors` is cited as an edited book.':
    'ویراستاران کتاب یا شمارهٔ مجله، مانند نویسندگان. کتابی که `authors` و `editors` آن یکی است، با نام ویراستاران ارجاع داده می‌شود.',
  'Translators, written as authors are.': 'مترجمان، مانند نویسندگان.',
  'Editors of the series, written as authors are.': 'ویراستاران مجموعه، مانند نویسندگان.',
  'Affiliations in the order of their numbers.': 'وابستگی‌ها به ترتیب شماره.',
  'The affiliation as printed.': 'وابستگی همان‌گونه که چاپ شده است.',
  'ROR identifier of the organisation.': 'شناسهٔ ROR سازمان.',
  'Id of the unit in `content/units`.': 'مرکز مؤسسه.',
  'Country as two letters (ISO 3166); default: the country at the end of the name.':
    'کشور با دو حرف (ISO 3166)؛ پیش‌فرض: کشوری که در پایان نام آمده است.',
  'Title of the journal, or its id in `content/journals`.': 'عنوان مجله، یا مجله‌ای از مجله‌های وب‌سایت.',
  'Title of the book, proceedings or repository, for types that have no journal; or a group with its ISBN and DOI.':
    'عنوان کتاب، مجموعه‌مقالات یا مخزن، برای آثاری که مجله ندارند؛ یا همراه با شابک و DOI آن.',
  'Its title.': 'عنوان آن.',
  'Its ISBN; the same as `isbn`.': 'شابک آن؛ همان `isbn`.',
  'DOI of the whole book or proceedings.': 'DOI کل کتاب یا مجموعه‌مقالات.',
  'Degree of a thesis.': 'مقطع پایان‌نامه.',
  'Degree: `professional` is a professional doctorate, such as in general medicine or pharmacy, `specialist` the thesis of a medical residency.':
    'مقطع: دکتری حرفه‌ای مانند پزشکی عمومی یا داروسازی؛ دستیاری تخصصی پایان‌نامهٔ دورهٔ دستیاری پزشکی است.',
  'University that gave the degree.': 'دانشگاهی که مدرک را داده است.',
  'Advisors, written as authors are.': 'استادان راهنما، مانند نویسندگان.',
  'Congress of a paper or poster.': 'همایشی که مقاله یا پوستر در آن ارائه شد.',
  'Name of the congress.': 'نام همایش.',
  'Where it was.': 'کجا برگزار شد.',
  'Its first day.': 'اولین روز آن.',
  'Its last day.': 'آخرین روز آن.',
  'Volume.': 'دوره (جلد).',
  'Issue.': 'شماره.',
  'First and last page; more pages may follow.': 'صفحهٔ اول و آخر؛ صفحه‌های دیگر می‌تواند پس از آن بیاید.',
  'Number of the article where there are no pages.': 'شمارهٔ مقاله، اگر شمارهٔ صفحه ندارد.',
  'Publisher of the publication; default: that of the journal.': 'ناشر اثر؛ پیش‌فرض: ناشر مجله.',
  'Where the publisher is.': 'شهر ناشر.',
  'Edition of a book: a number, or the words on its title page.': 'ویرایش کتاب: یک عدد، یا کلمه‌های صفحهٔ عنوان.',
  'Title of the series that the book or report belongs to.': 'عنوان مجموعه‌ای که کتاب یا گزارش از آن است.',
  'Number in the series.': 'شماره در مجموعه.',
  'Number of the chapter in its book.': 'شمارهٔ فصل در کتاب.',
  'Number of pages of a book, thesis or report.': 'تعداد صفحه‌های کتاب، پایان‌نامه یا گزارش.',
  'Number of a report, patent or standard.': 'شمارهٔ گزارش، اختراع یا استاندارد.',
  'Version of software or data.': 'نسخهٔ نرم‌افزار یا داده.',
  'Title of the work that this publication translates.': 'عنوان اثری که این اثر ترجمهٔ آن است.',
  'Date of publication, as precisely as it is known. A date that is printed in the Persian calendar is `{ persian: … }`.':
    'تاریخ انتشار، تا جایی که معلوم است. تاریخی که به شمسی چاپ شده است با تقویم شمسی نوشته می‌شود.',
  'Date on which it was first online, where that differs.': 'تاریخ اولین انتشار آنلاین، اگر متفاوت است.',
  'DOI without https://doi.org/.': 'DOI بدون `https://doi.org/`.',
  'PubMed number.': 'شمارهٔ PubMed.',
  'PubMed Central number.': 'شمارهٔ PubMed Central.',
  'arXiv number.': 'شمارهٔ arXiv.',
  'ISBN of a book.': 'شابک کتاب.',
  'Handle.': 'شناسهٔ Handle.',
  'Address of the publication where it has no DOI.': 'نشانی اثر، اگر DOI ندارد.',
  'Date on which the address was last read, for styles that print it.':
    'تاریخ آخرین مشاهدهٔ نشانی، برای سبک‌هایی که آن را چاپ می‌کنند.',
  'Related addresses and files. The PDF of the publication may also lie beside its file, with the same name.':
    'نشانی‌ها و فایل‌های مرتبط. PDF اثر می‌تواند کنار فایل آن و با همان نام باشد.',
  'What the address leads to.': 'نشانی به چه چیزی می‌رسد.',
  'The address, with https; or a file beside the publication, which is published with it.':
    'نشانی، با https؛ یا فایلی کنار اثر که با آن منتشر می‌شود.',
  'Text of the link; default: the name of its kind.': 'متن لینک؛ پیش‌فرض: نام نوع آن.',
  'Kind of open access; omit it when it is not known.': 'نوع دسترسی آزاد؛ اگر معلوم نیست خالی بماند.',
  'Licence as printed, or by its SPDX name.': 'مجوز، چنان‌که چاپ شده، یا با نام SPDX آن.',
  'Copyright line as printed.': 'سطر حق نشر همان‌گونه که چاپ شده است.',
  'Keywords of the authors.': 'کلیدواژه‌های نویسندگان.',
  'Ids in `content/topics`.': 'موضوع‌های وب‌سایت.',
  'MeSH descriptors: the number alone, or with the heading in words.':
    'توصیفگرهای MeSH: شماره به‌تنهایی، یا همراه با سرعنوان.',
  'Number of the descriptor.': 'شمارهٔ توصیفگر.',
  'The heading in words.': 'سرعنوان به‌صورت متن.',
  'Trial registrations; the registry is recognised.': 'شمارهٔ ثبت کارآزمایی؛ مرکز ثبت از شماره شناخته می‌شود.',
  'Who paid for the work.': 'چه کسی هزینهٔ کار را داد.',
  'Who paid.': 'چه کسی هزینه را داد.',
  'ROR identifier of the funder.': 'شناسهٔ ROR حامی مالی.',
  'Number of the grant.': 'شمارهٔ طرح.',
  'State of the publication.': 'وضعیت اثر.',
  'Corrections, retractions and concerns.': 'اصلاحیه‌ها، پس‌گیری‌ها و ابراز نگرانی‌ها.',
  'What the journal announced.': 'آنچه مجله اعلام کرد.',
  'Date of the notice.': 'تاریخ اطلاعیه.',
  'DOI of the notice.': 'DOI اطلاعیه.',
  'Address of the notice, where it has no DOI.': 'نشانی اطلاعیه، اگر DOI ندارد.',
  'The reason in one sentence.': 'دلیل در یک جمله.',
  'The same work in other versions.': 'همین اثر در نسخه‌های دیگر.',
  'DOI or slug of the preprint.': 'DOI یا نام نشانی پیش‌چاپ.',
  'DOI or slug of the version of record.': 'DOI یا نام نشانی نسخهٔ نهایی.',
  'office: the office has retold the abstract in its own words. Pages say so, and citations have it as a note.':
    'دفتر: دفتر چکیده را به زبان خود بازگفته است. صفحه این را می‌گوید و استنادها آن را به‌صورت یادداشت دارند.',
  'A headline in plain language.': 'تیتری به زبان ساده.',
  'Up to three sentences in plain language.': 'حداکثر سه جمله به زبان ساده.',
  'The work in plain language, as Markdown.': 'اثر به زبان ساده، به‌صورت Markdown.',
  'A few findings, each in one line.': 'چند یافته، هر کدام در یک سطر.',
  'Visual abstract.': 'چکیدهٔ تصویری.',
  'File beside the publication.': 'فایلی کنار اثر.',
  'What the picture shows, for those who cannot see it.': 'آنچه تصویر نشان می‌دهد، برای کسانی که آن را نمی‌بینند.',
  'Text under the picture.': 'متن زیر تصویر.',
  'Who made it.': 'چه کسی آن را ساخته است.',
  'Translated titles by language.': 'ترجمهٔ عنوان برای هر زبان.',
  'Translated abstracts by language, as Markdown.': 'ترجمهٔ چکیده برای هر زبان، به‌صورت Markdown.',
  'DOI or slug of what to cite instead.': 'DOI یا نام نشانی آنچه به‌جای این باید استناد شود.',
  'Key in BibTeX; default: the slug.': 'کلید در BibTeX؛ پیش‌فرض: نام نشانی.',
  'Old slugs, whose addresses redirect here.': 'نام‌های پیشین در نشانی، که به اینجا می‌رسند.',
  'Shown first on the home page, among summaries, and where a topic or centre says what to begin with.':
    'در صفحهٔ خانه، میان خلاصه‌ها و در بخش «برای شروع» موضوع‌ها و مراکز پیش از بقیه می‌آید.',
  'true: not in the built site, only in the development server.':
    'بله: در وب‌سایت منتشر نمی‌شود و فقط هنگام ویرایش دیده می‌شود.',
  'Date on which the record was added to this site; the home page shows what is new by it.':
    'تاریخ افزودن رکورد به این وب‌سایت؛ صفحهٔ خانه تازه‌ها را با آن نشان می‌دهد.',
  'Fields of your own, by their labels: shown among the facts, and found by the search.':
    'ویژگی‌هایی به انتخاب خودتان، با برچسب دلخواه: در میان مشخصات اثر نشان داده می‌شوند و در جست‌وجو پیدا می‌شوند.',
};

import type { SentenceTable } from './translate-sentence.ts';

/**
 * Sentences in Persian that the desk itself says of what is written: of fields, of identifiers, of files that are put beside a
 * record. Those that only the development server says are in content-problems-fa.ts.
 */
export const fieldProblemsFa: SentenceTable = [
  // Fields
  ['`{1}` is missing, and it is required', '`{1}` نیامده است و لازم است'],
  ['add a line `{1}: …`', 'آن را بنویسید'],
  ['add `{1}: …` to `{2}`', '`{1}` را در `{2}` بنویسید'],
  ['`{1}` is empty, and needs at least {2}', '`{1}` خالی است و دست‌کم {2} مورد لازم دارد'],
  ['add an entry to `{1}`', 'موردی به `{1}` اضافه کنید'],
  ['`{1}` is not a field, so its value would not be published', '`{1}` فیلد نیست و مقدار آن منتشر نمی‌شود'],
  ['write another name', 'نام دیگری بنویسید'],
  ['did you mean `{1}`?', 'آیا منظورتان `{1}` بود؟'],
  ['did you mean {1}? ({2})', 'آیا منظورتان {1} بود؟ ({2})'],
  [
    'write it under `extra`, which shows own fields with their labels; docs/fields.md has all fields',
    'آن را زیر `extra` بنویسید، که فیلدهای خودتان را با برچسبشان نشان می‌دهد؛ همهٔ فیلدها در docs/fields.md هستند',
  ],
  ['use one of {1}', 'یکی از این‌ها را بنویسید: {1}'],
  ['"{1}" is not a value of `{2}`', '«{1}» از مقدارهای `{2}` نیست'],
  ['"{1}" does not have the form that `{2}` needs', '«{1}» شکلی ندارد که `{2}` لازم دارد'],
  ['`{1}` should be a list, but is the text "{2}"', '`{1}` باید فهرست باشد، ولی متن «{2}» است'],
  ['`{1}` should be a text, but is a group of fields', '`{1}` باید متن باشد، ولی گروهی از فیلدهاست'],
  [
    'write each entry on a line of its own that starts with "- "',
    'هر مورد را در سطری جدا بنویسید که با "- " آغاز می‌شود',
  ],
  ['put the text in quotes: {1}', 'متن را در گیومه بگذارید: {1}'],
  ['"{1}" is not a whole number', '«{1}» عدد درست نیست'],
  ['write digits only, such as {1}', 'فقط رقم بنویسید، مانند {1}'],
  ['"{1}" is neither true nor false', '«{1}» نه true است و نه false'],
  ['keep one of them', 'یکی را نگه دارید'],
  ['"{1}" names nothing that can be looked for', '«{1}» چیزی نیست که بتوان جست'],
  [
    'write doi:…, pmid:…, orcid:…, ror:…, issn:…, affiliation:"Example Institute" or europepmc:"query"',
    'بنویسید doi:…، pmid:…، orcid:…، ror:…، issn:…، affiliation:"Example Institute" یا europepmc:"query"',
  ],
  // Authors and affiliations
  ['this author has no name', 'این نویسنده نام ندارد'],
  [
    '"{1}" holds a degree, which citations would show as the given name',
    '«{1}» مدرک تحصیلی دارد، که در استناد به‌جای نام کوچک دیده می‌شود',
  ],
  [
    '"{1}" holds numbers or footnote marks, which are not part of a name',
    '«{1}» عدد یا نشانهٔ پانویس دارد، که بخشی از نام نیست',
  ],
  [
    'write `name: "Family, Given"`, or `group: "Name of the group"`',
    'نام را به‌صورت «نام خانوادگی، نام» یا نام گروه را بنویسید',
  ],
  [
    'an author is either a person or a group, and this one has both `name` and `group`',
    'نویسنده یا شخص است یا گروه؛ این یکی هم نام شخص دارد و هم نام گروه',
  ],
  [
    'keep one of the two, and give the other an entry of its own',
    'یکی از دو را نگه دارید و برای دیگری موردی جدا بسازید',
  ],
  ['add a list `affiliations:`', 'فهرست وابستگی‌ها را بنویسید'],
  [
    '"{1}" is not a name: it stands for authors who are not listed, and would be cited as one of them',
    '«{1}» نام نیست: به‌جای نویسندگانی است که نیامده‌اند و در استناد یکی از آن‌ها شمرده می‌شود',
  ],
  [
    'write each of the other authors as an item of its own, or delete it',
    'هر یک از نویسندگان دیگر را موردی جدا بنویسید، یا آن را پاک کنید',
  ],
  [
    'the name of a group ends with "{1}", which programs read as the end of the name',
    'نام گروه با «{1}» پایان می‌یابد، که برنامه‌ها آن را پایان نام می‌دانند',
  ],
  // Identifiers
  [
    '"{1}" is not a bare DOI, so it cannot be linked or compared',
    '«{1}» خود DOI نیست و نمی‌توان به آن لینک داد یا آن را مقایسه کرد',
  ],
  [
    'write it as "10.", the registrant\'s number, "/" and the rest, such as {1}',
    'آن را چنین بنویسید: 10. و شمارهٔ ثبت‌کننده، / و باقی، مانند {1}',
  ],
  ['"{1}" is not an ORCID iD, which has 16 digits', '«{1}» شناسهٔ ORCID نیست، که ۱۶ رقم دارد'],
  [
    "copy it from the researcher's page on orcid.org, such as {1}",
    'آن را از صفحهٔ پژوهشگر در orcid.org بردارید، مانند {1}',
  ],
  [
    '"{1}" is not a ROR identifier, which has nine characters and starts with 0',
    '«{1}» شناسهٔ ROR نیست، که نه نویسه دارد و با 0 آغاز می‌شود',
  ],
  ['copy the last part of the address on ror.org, such as {1}', 'بخش آخر نشانی در ror.org را بردارید، مانند {1}'],
  [
    '"{1}" is not a PubMed identifier, which is a number of at most eight digits',
    '«{1}» شناسهٔ PubMed نیست، که عددی با حداکثر هشت رقم است',
  ],
  [
    'write the number at the end of the address on PubMed, such as {1}',
    'عدد پایان نشانی در PubMed را بنویسید، مانند {1}',
  ],
  [
    '"{1}" is not a PubMed Central identifier, which is "PMC" and a number',
    '«{1}» شناسهٔ PubMed Central نیست، که PMC و یک عدد است',
  ],
  [
    'copy it from the article on PubMed Central, such as {1}',
    'آن را از صفحهٔ مقاله در PubMed Central بردارید، مانند {1}',
  ],
  [
    '"{1}" is not a valid {2}: its check digit should be {3}, so a digit is wrong',
    '«{1}» یک {2} معتبر نیست: رقم کنترل آن باید {3} باشد، پس رقمی نادرست است',
  ],
  [
    '"{1}" is not a valid {2}: its last two digits should be {3}, so a character is wrong',
    '«{1}» یک {2} معتبر نیست: دو رقم آخر آن باید {3} باشد، پس نویسه‌ای نادرست است',
  ],
  ['compare {1} with {2}, digit by digit', '{1} را رقم به رقم با {2} مقایسه کنید'],
  ['compare {1} with {2}, character by character', '{1} را نویسه به نویسه با {2} مقایسه کنید'],
  ['"{1}" is not a number of {2}, which has the form {3}', '«{1}» شمارهٔ {2} نیست، که این شکل را دارد: {3}'],
  [
    "compare it with the registry's page, digit by digit; it should look like {1}",
    'آن را رقم به رقم با صفحهٔ پایگاه ثبت مقایسه کنید؛ باید مانند {1} باشد',
  ],
  ['"{1}" is not a country code of two capital letters (ISO 3166-1)', '«{1}» کد کشور با دو حرف بزرگ (ISO 3166-1) نیست'],
  ['write the code, such as {1}', 'کد را بنویسید، مانند {1}'],
  [
    '"{1}" is not a language tag, which browsers and screen readers need to choose fonts and voices',
    '«{1}» کد زبان نیست، که مرورگرها و صفحه‌خوان‌ها برای قلم و صدا لازم دارند',
  ],
  ['write a tag such as {1}', 'کدی بنویسید مانند {1}'],
  [
    '"{1}" is not the SPDX identifier of a licence, which says what readers and machines may do',
    '«{1}» شناسهٔ SPDX مجوز نیست، که می‌گوید خوانندگان و برنامه‌ها چه اجازه‌ای دارند',
  ],
  [
    'write an identifier of spdx.org/licenses such as {1}, or LicenseRef- and a name for a licence that has none',
    'شناسه‌ای از spdx.org/licenses بنویسید مانند {1}، یا برای مجوزی که ندارد LicenseRef- و یک نام',
  ],
  ['"{1}" is not a complete web address, so it cannot be linked', '«{1}» نشانی کامل وب نیست و نمی‌توان به آن لینک داد'],
  [
    '"{1}" starts with "{2}", but only http and https addresses can be linked here',
    '«{1}» با «{2}» آغاز می‌شود، ولی اینجا فقط به نشانی‌های http و https می‌توان لینک داد',
  ],
  ['write an address that starts with https://', 'نشانی‌ای بنویسید که با https:// آغاز می‌شود'],
  [
    '"{1}" cannot be part of an address: only a–z, 0–9 and single hyphens between them can',
    '«{1}» نمی‌تواند بخشی از نشانی باشد: فقط a–z و 0–9 و خط تیرهٔ تکی میان آن‌ها می‌تواند',
  ],
  ['"{1}" is not a key that BibTeX can read', '«{1}» کلیدی نیست که BibTeX بخواند'],
  ['write only letters, digits and {1}, such as {2}', 'فقط حرف، رقم و {1} بنویسید، مانند {2}'],
  [
    '"{1}" is the name of a device on Windows, where no file can have this name',
    '«{1}» در Windows نام دستگاه است و فایلی نمی‌تواند این نام را داشته باشد',
  ],
  ['rename the file: write {1}', 'نام فایل را تغییر دهید به {1}'],
  ['"{1}" is not a colour', '«{1}» رنگ نیست'],
  ['write # and six digits, such as {1}', 'نشانهٔ # و شش رقم بنویسید، مانند {1}'],
  // Dates and pages
  ['"{1}" has day {2}, but this month has {3} days', '«{1}» روز {2} دارد، ولی این ماه {3} روز دارد'],
  ['"{1}" has month {2}, but a year has 12 months', '«{1}» ماه {2} دارد، ولی سال ۱۲ ماه دارد'],
  ['correct the day, or write only {1}', 'روز را اصلاح کنید، یا فقط {1} بنویسید'],
  ['correct the month, or write only {1}', 'ماه را اصلاح کنید، یا فقط {1} بنویسید'],
  [
    '"{1}" is not a date in the form that pages, feeds and citations need',
    '«{1}» تاریخی نیست به شکلی که صفحه‌ها، خوراک‌ها و استنادها لازم دارند',
  ],
  ['"{1}" is not a first and a last page', '«{1}» صفحهٔ اول و آخر نیست'],
  [
    'write the first and the last page, such as {1}, or use articleNumber',
    'صفحهٔ اول و آخر را بنویسید، مانند {1}، یا از شمارهٔ مقاله استفاده کنید',
  ],
  ['the last page, {1}, comes before the first, {2}', 'صفحهٔ آخر، {1}، پیش از صفحهٔ اول، {2}، است'],
  // Texts
  [
    'the title is in capitals, and is shown and cited in capitals',
    'عنوان با حروف بزرگ است و همین‌گونه نمایش داده و استناد می‌شود',
  ],
  // Fields as text
  ['close the quotes: {1}', 'گیومه را ببندید: {1}'],
  ['close it with ]: {1}', 'آن را با ] ببندید: {1}'],
  ['the fields cannot be read here ({1})', 'فیلدها اینجا خوانده نمی‌شوند ({1})'],
  [
    'start with ---, then the fields, then --- again, then the abstract',
    'با --- آغاز کنید، سپس فیلدها، دوباره --- و سپس چکیده',
  ],
  // Refusals
  ['load the list again', 'فهرست را دوباره باز کنید'],
  ['the file has {1} MB, and hosts take {2} MB', 'فایل {1} مگابایت است و میزبان‌ها {2} مگابایت می‌پذیرند'],
  [
    'make it smaller, or put it into a repository and link to it',
    'آن را کوچک‌تر کنید، یا در مخزنی بگذارید و به آن لینک بدهید',
  ],
  ['{1} is not what its extension {2} says', '{1} آن نیست که پسوند {2} می‌گوید'],
  ['export it again', 'دوباره خروجی بگیرید'],
  ['files of the kind {1} are not published', 'فایل‌های نوع {1} منتشر نمی‌شوند'],
  ['choose another name', 'نام دیگری انتخاب کنید'],
  ['write {1}', '{1} بنویسید'],
  // Text that is not read as it was meant
  ['put the text in quotes of the other kind: {1}', 'متن را در گیومهٔ نوع دیگر بگذارید: {1}'],
  ['close it with {1}: {2}', 'آن را با {1} ببندید: {2}'],
  ['a text cannot start with {1}', 'متن نمی‌تواند با {1} آغاز شود'],
  ['delete the line ---', 'سطر --- را پاک کنید'],
  ['there is a group or a list where the name of a field should be', 'به‌جای نام فیلد، گروه یا فهرستی آمده است'],
  // Files, pages and settings
  [
    'the accent {1} has a contrast of {2} to 1 on the light background, but links need {3} to 1',
    'رنگ {1} روی زمینهٔ روشن تضاد {2} به ۱ دارد، ولی لینک‌ها {3} به ۱ لازم دارند',
  ],
  [
    'the accent {1} has a contrast of {2} to 1 on the dark background, but links need {3} to 1',
    'رنگ {1} روی زمینهٔ تیره تضاد {2} به ۱ دارد، ولی لینک‌ها {3} به ۱ لازم دارند',
  ],
  ['choose a darker colour, such as "{1}"', 'رنگی تیره‌تر انتخاب کنید، مانند «{1}»'],
  ['choose a lighter colour, such as "{1}"', 'رنگی روشن‌تر انتخاب کنید، مانند «{1}»'],
  // What only the whole content shows
  [
    'the language {1} is listed twice, and both would have the same addresses',
    'زبان {1} دو بار آمده است و نشانی‌های هر دو یکی می‌شود',
  ],
  [
    'the path {1} cannot be the beginning of every address of the site',
    'مسیر {1} نمی‌تواند آغاز همهٔ نشانی‌های وب‌سایت باشد',
  ],
  ['did you mean {1}?', 'آیا منظورتان {1} بود؟'],
  // What is copied from papers and word processors
  [
    '"{1}" holds an ORCID iD, which would be published as part of the name',
    '«{1}» شناسهٔ ORCID دارد، که همراه نام منتشر می‌شود',
  ],
  [
    '"{1}" holds a web address, which would be published as part of the name',
    '«{1}» نشانی وب دارد، که همراه نام منتشر می‌شود',
  ],
  [
    '"{1}" begins with a number, which would be published as part of the name',
    '«{1}» با شماره آغاز می‌شود، که همراه نام منتشر می‌شود',
  ],
  [
    '"{1}" begins or ends with a typographic quotation mark, which is read as a part of the name',
    '«{1}» با گیومهٔ تایپی آغاز یا تمام می‌شود، که بخشی از نام خوانده می‌شود',
  ],
  ['write straight quotation marks, "…", around the whole name', 'همهٔ نام را میان نشانه‌های سادهٔ "…" بنویسید'],
  ['write straight quotation marks around the whole name: "{1}"', 'همهٔ نام را میان نشانه‌های ساده بنویسید: "{1}"'],
  [
    '"{1}" is neither a mail address nor a web address, so readers cannot use it',
    '«{1}» نه نشانی ایمیل است و نه نشانی وب؛ خوانندگان نمی‌توانند از آن استفاده کنند',
  ],
  ['delete it', 'آن را پاک کنید'],
  ['if this is a date of the Persian calendar, write {1}', 'اگر تاریخ تقویم ایرانی است، بنویسید {1}'],
  [
    '"{1}" is before the first printed publications; dates without a calendar are Gregorian',
    '«{1}» پیش از نخستین نشریه‌های چاپی است؛ تاریخ بی نام تقویم میلادی است',
  ],
  [
    '"{1}" is not a year of the {2} calendar in which papers are published',
    'سال «{1}» در این تقویم ({2}) سالی نیست که مقاله‌ای در آن منتشر شود',
  ],
  ['"{1}" is not a date of the {2} calendar', '«{1}» تاریخی از این تقویم ({2}) نیست'],
  ['"{1}" is not an ISSN, which has eight digits', '«{1}» شاپا نیست، که هشت رقم دارد'],
  ["copy it from the journal's page, such as {1}", 'آن را از صفحهٔ مجله بردارید، مانند {1}'],
  ['"{1}" is not written as four digits, hyphen, four digits', '«{1}» به‌صورت چهار رقم، خط تیره و چهار رقم نیست'],
  ['"{1}" is not an arXiv identifier, such as {2} or {3}', '«{1}» شناسهٔ arXiv نیست، مانند {2} یا {3}'],
  ["copy it from the abstract's page on arXiv, such as {1}", 'آن را از صفحهٔ چکیده در arXiv بردارید، مانند {1}'],
  [
    '"{1}" is not a handle: a prefix of numbers and points, a slash, and the rest',
    '«{1}» شناسهٔ Handle نیست: پیشوندی از عدد و نقطه، اسلش و بقیه',
  ],
  ["copy it from the repository's page, such as {1}", 'آن را از صفحهٔ مخزن بردارید، مانند {1}'],
  [
    '"{1}" is not an ISBN, which has 10 digits, or 13 that start with 978 or 979',
    '«{1}» شابک نیست، که ۱۰ رقم دارد، یا ۱۳ رقم که با 978 یا 979 آغاز می‌شود',
  ],
  ['copy it from the imprint, such as {1}', 'آن را از صفحهٔ حقوقی کتاب بردارید، مانند {1}'],
  ['"{1}" is not written only in digits and hyphens', '«{1}» فقط از رقم و خط تیره نیست'],
  ['"{1}" is not the identifier of a MeSH descriptor', '«{1}» شناسهٔ سرعنوان MeSH نیست'],
  [
    'look the heading up on meshb.nlm.nih.gov and write its unique ID, such as {1}',
    'سرعنوان را در meshb.nlm.nih.gov پیدا کنید و شناسهٔ یکتای آن را بنویسید، مانند {1}',
  ],
  ['"{1}" is not the number of a trial registry that can be linked', '«{1}» شمارهٔ ثبتی نیست که بتوان به آن لینک داد'],
  [
    '"{1}" is a DOI, which pages and citations support better than a handle',
    '«{1}» یک DOI است، که صفحه‌ها و استنادها آن را بهتر از Handle نشان می‌دهند',
  ],
  ['"{1}" is not the number of an article', '«{1}» شمارهٔ مقاله نیست'],
  [
    '"{1}" has {2} characters, and file names and addresses need at most {3}',
    '«{1}» {2} نویسه دارد و نام فایل و نشانی حداکثر {3} نویسه می‌پذیرد',
  ],
  [
    '"{1}" holds a title, which citations show as a part of the given name',
    '«{1}» عنوان دارد، که در استناد بخشی از نام کوچک دیده می‌شود',
  ],
  ['"{1}" holds the character {2}, which is not part of a name', '«{1}» نویسهٔ {2} دارد، که بخشی از نام نیست'],
  ['"{1}" holds no letter, so it is not a name', '«{1}» حرفی ندارد، پس نام نیست'],
  ['`{1}` should be a group of fields, but is the text "{2}"', '`{1}` باید گروهی از فیلدها باشد، ولی متن «{2}» است'],
  ['write {1}, with what the link leads to as `rel`', 'بنویسید {1} و در `rel` بگویید لینک به چه می‌رسد'],
  ['delete it: {1}', 'آن را پاک کنید: {1}'],
  ['write it as `{1}`, which is a list', 'آن را به‌صورت `{1}` بنویسید، که فهرست است'],
  ['write it as `{1}`', 'آن را به‌صورت `{1}` بنویسید'],
  [
    'write the abstract below the second ---, as the text of the file',
    'چکیده را زیر --- دوم بنویسید، به‌صورت متن فایل',
  ],
  ['write it in the file of the journal, {1}', 'آن را در فایل مجله بنویسید، {1}'],
  ['write {1}, and each other DOI in `links` or `versions`', 'بنویسید {1} و هر DOI دیگر را در `links` یا `versions`'],
  // Fields that cannot be read
  [
    'the fields do not stand between two lines of three hyphens, so they cannot be told from the text',
    'فیلدها میان دو سطرِ سه‌خط‌تیره نیستند، پس از متن جدا نمی‌شوند',
  ],
  [
    'start with ---, then the fields, then --- again, then the abstract',
    'با --- آغاز کنید، سپس فیلدها، باز --- و سپس چکیده',
  ],
  ['`{1}` should be a text, but is a list', '`{1}` باید متن باشد، ولی فهرست است'],
  ['`{1}` should be a list, but is a group of fields', '`{1}` باید فهرست باشد، ولی گروهی از فیلدهاست'],
  ['`{1}` should be a group of fields, but is a list', '`{1}` باید گروهی از فیلدها باشد، ولی فهرست است'],
  ['compare with the example in the manual', 'با نمونهٔ راهنما مقایسه کنید'],
  ['write it as one text, in quotes', 'آن را یک متن، در گیومه، بنویسید'],
  [
    'write its fields on lines below, indented by two spaces',
    'فیلدهای آن را در سطرهای زیر، با دو فاصله تورفتگی، بنویسید',
  ],
  ['write a text, or { en: "…", fa: "…" }', 'یک متن بنویسید، یا { en: "…", fa: "…" }'],
  [
    '`{1}` should be a text, or a text for each language, but is a list',
    '`{1}` باید متن، یا متنی برای هر زبان باشد، ولی فهرست است',
  ],
  ['the fields cannot be read here: {1}', 'فیلدها در اینجا خوانده نمی‌شوند: {1}'],
  [
    'look for a quotation mark or bracket that is not closed, or for a line that is not indented like its neighbours',
    'ببینید آیا گیومه یا کروشه‌ای بسته نشده است، یا تورفتگی سطری با سطرهای کناری یکی نیست',
  ],
  ['the value is not valid', 'مقدار درست نیست'],
  // New records
  ['a new record needs a title or a name', 'رکورد تازه به عنوان یا نام نیاز دارد'],
  ['write one', 'یکی بنویسید'],
  ['a site has one file of settings', 'وب‌سایت یک فایل تنظیمات دارد'],
  ['open it from the list', 'آن را از فهرست باز کنید'],
];

import type { SentenceTable } from './translate-sentence.ts';

/** Sentences in Persian that the development server says, which checks texts, files and the whole content, and writes to the disk. */
export const contentProblemsFa: SentenceTable = [
  // Fields
  [
    '`{1}` has a special meaning in JavaScript, and would be lost',
    '`{1}` در JavaScript معنای ویژه دارد و از دست می‌رود',
  ],
  [
    'the field `{1}` is written twice, and one of the two would be lost',
    'فیلد `{1}` دو بار آمده است و یکی از دست می‌رود',
  ],
  // Authors and affiliations
  ['"{1}" is listed twice among the authors ({2} and {3})', '«{1}» دو بار در نویسندگان آمده است ({2} و {3})'],
  [
    'delete one, unless two authors of this paper really have the same name',
    'یکی را پاک کنید، مگر دو نویسندهٔ این مقاله واقعاً هم‌نام باشند',
  ],
  ['"{1}" has affiliation {2}, and there are only {3}', '«{1}» وابستگی {2} دارد، ولی فقط {3} وابستگی هست'],
  ['"{1}" has affiliation {2}, and there is only 1', '«{1}» وابستگی {2} دارد، ولی فقط ۱ وابستگی هست'],
  [
    'write a number from {1} to {2}, or add the missing affiliation',
    'شماره‌ای از {1} تا {2} بنویسید، یا وابستگی را که نیامده است اضافه کنید',
  ],
  ['no author has affiliation {1} ("{2}")', 'هیچ نویسنده‌ای وابستگی {1} («{2}») را ندارد'],
  [
    'add {1} to the affiliations of its authors, or delete it and renumber those after it',
    'شمارهٔ {1} را به نویسندگان آن بدهید، یا آن را پاک کنید و شماره‌های پس از آن را اصلاح کنید',
  ],
  // Dates and pages
  ['write {1}, or correct the page that is wrong', '{1} بنویسید، یا صفحهٔ نادرست را اصلاح کنید'],
  ['the publication is from {1}, and its file is in the folder {2}', 'اثر از {1} است و فایل آن در پوشهٔ {2}'],
  [
    'write published: {1} if the folder is right, or move the file to {2}',
    'اگر پوشه درست است تاریخ انتشار را {1} بنویسید، یا فایل را به {2} ببرید',
  ],
  // Retractions
  [
    'there is a notice of {1}, and the status is {2}, so readers would not be warned',
    'اطلاعیه‌ای ({1}) هست، ولی وضعیت {2} است و خوانندگان آگاه نمی‌شوند',
  ],
  ['write status: {1}', 'وضعیت را {1} بنویسید'],
  ['the status is {1}, and no notice says when and why', 'وضعیت {1} است و هیچ اطلاعیه‌ای نمی‌گوید کی و چرا'],
  ['add notices: {1}', 'اطلاعیه‌ای اضافه کنید: {1}'],
  // Texts
  ['write it as a sentence: {1}', 'آن را مانند جمله بنویسید: {1}'],
  [
    '{1} is not allowed in a one-line text, which may hold only <i> <b> <sub> <sup> and $…$; it would be shown as plain text',
    '{1} در متن یک‌سطری مجاز نیست، که فقط <i> <b> <sub> <sup> و $…$ می‌پذیرد؛ مانند متن ساده نمایش داده می‌شود',
  ],
  ['write {1} — or &lt; where a less-than sign is meant', '{1} بنویسید — یا &lt; اگر نشانهٔ کوچک‌تر است'],
  [
    '{1} has no matching tag in the right place, so it is not clear what it marks',
    '{1} تگ متناظر در جای درست ندارد و روشن نیست چه چیزی را نشان می‌کند',
  ],
  [
    'close every tag in the order in which it was opened, or write {1}',
    'تگ‌ها را به ترتیب باز شدن ببندید، یا {1} بنویسید',
  ],
  [
    '{1} is not a known character; only &lt; &gt; &amp; &quot; &apos; and numbers such as &#945; are',
    '{1} نویسهٔ شناخته‌ای نیست؛ فقط &lt; &gt; &amp; &quot; &apos; و عددهایی مانند &#945; هستند',
  ],
  ['type the character itself, or {1} to show it as text', 'خود نویسه را بنویسید، یا {1} تا مانند متن نمایش داده شود'],
  ['the formula {1} cannot be read: {2}', 'فرمول {1} خوانده نمی‌شود: {2}'],
  [
    'correct the formula, or write \\$ where a dollar sign is meant',
    'فرمول را اصلاح کنید، یا \\$ بنویسید اگر نشانهٔ دلار است',
  ],
  [
    'the mail address {1} would be published, and senders of spam collect addresses from pages',
    'نشانی ایمیل {1} منتشر می‌شود و فرستندگان هرزنامه نشانی‌ها را از روی صفحه‌ها جمع می‌کنند',
  ],
  [
    'delete it: readers find the authors by their names and ORCID iDs',
    'آن را پاک کنید: خوانندگان نویسندگان را با نام و ORCID پیدا می‌کنند',
  ],
  [
    'delete it, or write {1} if readers should use it',
    'آن را پاک کنید، یا اگر قرار است خوانندگان از آن استفاده کنند {1} بنویسید',
  ],
  [
    'the page shows {1}, which is an example and belongs to nobody',
    'صفحه {1} را نشان می‌دهد، که نمونه است و متعلق به کسی نیست',
  ],
  ['write an address of your institute, or delete it', 'نشانی مؤسسهٔ خود را بنویسید، یا آن را پاک کنید'],
  ['"{1}" is a placeholder of npm run new, and would be published', '«{1}» متن نمونه است و منتشر می‌شود'],
  [
    'the file holds invisible characters, which are not published: {1}',
    'فایل نویسه‌های نادیدنی دارد، که منتشر نمی‌شوند: {1}',
  ],
  [
    'nothing has to be done; npm run check -- --fix removes them from the file',
    'کاری لازم نیست؛ npm run check -- --fix آن‌ها را از فایل برمی‌دارد',
  ],
  [
    'the link to "{1}" is removed, and its text stays without a link: links begin with https://, http:// or mailto:, and hold no user name',
    'لینک به «{1}» برداشته می‌شود و متن آن بدون لینک می‌ماند: لینک‌ها با https://، http:// یا mailto: آغاز می‌شوند و نام کاربر ندارند',
  ],
  [
    'write the address of a page, such as {1}, or delete the link',
    'نشانی یک صفحه را بنویسید، مانند {1}، یا لینک را پاک کنید',
  ],
  [
    'the attribute "{1}" of {2} is removed: a text may hold no scripts and no styles',
    'ویژگی «{1}» از {2} برداشته می‌شود: متن نمی‌تواند اسکریپت یا استایل داشته باشد',
  ],
  [
    'the abstract holds code ({1}), and an abstract must be plain text so that it can be cited and searched',
    'چکیده کد دارد ({1}) و چکیده باید متن ساده باشد تا بتوان آن را نقل و جست‌وجو کرد',
  ],
  ['write {1} to show the braces as they are', 'برای نمایش آکولادها {1} بنویسید'],
  ['move the component below a ## heading', 'آن را به زیر یک عنوان ## ببرید'],
  ['{1} looks like the start of a tag, but is not one', '{1} شبیه آغاز یک تگ است، ولی تگ نیست'],
  ['write \\< for the sign itself: {1}', 'برای خود نشانه \\< بنویسید: {1}'],
  ['a brace starts code, and is not closed', 'آکولاد آغاز کد است و بسته نمی‌شود'],
  ['write \\{ and \\} to show braces as they are: {1}', 'برای نمایش آکولادها \\{ و \\} بنویسید: {1}'],
  ['{1} is read as code, and {2} is not defined', '{1} کد شمرده می‌شود و {2} تعریف نشده است'],
  ['write {1} to show it as it is', 'برای نمایش همان‌گونه که هست {1} بنویسید'],
  ['a tag is not closed ({1})', 'یک تگ بسته نمی‌شود ({1})'],
  ['close it, or write \\< for the sign itself', 'آن را ببندید، یا برای خود نشانه \\< بنویسید'],
  ['a heading of the first level is the title of the page itself', 'عنوان سطح اول، عنوان خود صفحه است'],
  ['write ## for a heading, or \\# for the sign itself', 'برای عنوان ## بنویسید، یا \\# برای خود نشانه'],
  // Fields as text
  ['a line is indented with a tab', 'سطری با Tab تورفته است'],
  ['indent with two spaces: {1}', 'با دو فاصله تو ببرید: {1}'],
  ['delete the tab before it: {1}', 'Tab پیش از آن را پاک کنید: {1}'],
  [
    'the text starts with a quotation mark, and none ends it',
    'متن با گیومه آغاز می‌شود و گیومه‌ای آن را پایان نمی‌دهد',
  ],
  [
    'the text holds a colon with a space after it, and is read as a field of its own',
    'متن دونقطه و فاصله‌ای پس از آن دارد و فیلدی جدا شمرده می‌شود',
  ],
  ['a list starts with [, and no ] ends it', 'فهرستی با [ آغاز می‌شود و با ] پایان نمی‌یابد'],
  [
    'compare indentation, quotes and brackets with the lines around; put text that holds : or # in quotes',
    'تورفتگی، گیومه‌ها و کروشه‌ها را با سطرهای پیرامون مقایسه کنید؛ متنی را که : یا # دارد در گیومه بگذارید',
  ],
  [
    'the file does not start with a line of three hyphens, so its fields and its text cannot be separated',
    'فایل با سطر سه خط تیره آغاز نمی‌شود و فیلدها و متن آن جدا نمی‌شوند',
  ],
  [
    'no line of three hyphens ends the fields, so the beginning of the text cannot be found',
    'سطر سه خط تیره فیلدها را پایان نمی‌دهد و آغاز متن پیدا نمی‌شود',
  ],
  ['write a line --- after the last field', 'پس از آخرین فیلد سطر --- را بنویسید'],
  // Refusals
  ['your share of the disk is full, and nothing was written', 'سهم شما از دیسک پر است و چیزی نوشته نشد'],
  ['make room, and save again', 'جا باز کنید و دوباره ذخیره کنید'],
  ['the name is longer than this system allows', 'نام بلندتر از آن است که این سیستم می‌پذیرد'],
  ['choose a shorter name', 'نام کوتاه‌تری انتخاب کنید'],
  ['the content folder is no longer there', 'پوشهٔ content دیگر وجود ندارد'],
  ['put it back, and try again', 'آن را بازگردانید و دوباره تلاش کنید'],
  ['{1} is not a file', '{1} فایل نیست'],
  ['a folder has this name', 'پوشه‌ای این نام را دارد'],
  ['a file has the name of a folder on the way', 'فایلی نام یکی از پوشه‌های راه را دارد'],
  ['the disk is full, and nothing was written', 'دیسک پر است و چیزی نوشته نشد'],
  ['make room, and save again: what you typed is kept', 'جا باز کنید و دوباره ذخیره کنید: نوشتهٔ شما مانده است'],
  ['the file may not be written', 'اجازهٔ نوشتن فایل نیست'],
  ['ask for the permission to write to the content folder', 'اجازهٔ نوشتن در پوشهٔ content را بخواهید'],
  ['the disk is read-only, and nothing was written', 'دیسک فقط خواندنی است و چیزی نوشته نشد'],
  ['use a folder that can be written to', 'از پوشه‌ای استفاده کنید که بتوان در آن نوشت'],
  ['the file is no longer there', 'فایل دیگر وجود ندارد'],
  [
    'an import is writing into the content folder, and nothing was saved',
    'وارد کردن رکوردها در حال انجام است و چیزی ذخیره نشد',
  ],
  ['save again when it has ended: what you typed is kept', 'پس از پایان آن دوباره ذخیره کنید: نوشتهٔ شما مانده است'],
  ['this is neither a DOI nor a number of PubMed or arXiv', 'این نه DOI است و نه شمارهٔ PubMed یا arXiv'],
  ['write one on each line, such as {1}', 'هر یک را در یک سطر بنویسید، مانند {1}'],
  [
    '{1} and {2} would be one file on systems that ignore case',
    '{1} و {2} در سیستم‌هایی که حروف بزرگ و کوچک را یکی می‌دانند یک فایل‌اند',
  ],
  ['{1} is there already', '{1} از قبل وجود دارد'],
  // Text that is not read as it was meant
  [
    'there is no space after the colon of `{1}`, so the line is not read as a field',
    'پس از دونقطهٔ `{1}` فاصله نیست و سطر فیلد شمرده نمی‌شود',
  ],
  ['put a space after the colon: {1}', 'پس از دونقطه فاصله بگذارید: {1}'],
  [
    'there is no colon after `{1}`, so the line is not read as a field',
    'پس از `{1}` دونقطه نیست و سطر فیلد شمرده نمی‌شود',
  ],
  ['put a colon and a space after the name of the field: {1}', 'پس از نام فیلد دونقطه و فاصله بگذارید: {1}'],
  [
    '{1} is read as a reference to another field, because it starts with an asterisk',
    '{1} ارجاع به فیلدی دیگر شمرده می‌شود، چون با ستاره آغاز می‌شود',
  ],
  [
    'the text is in quotes, and holds a quotation mark that ends it too early',
    'متن در گیومه است و گیومه‌ای در میان آن زودتر پایانش می‌دهد',
  ],
  [
    'the text is in quotes, and holds an apostrophe that ends it too early',
    'متن میان دو آپاستروف است و آپاستروفی در میان آن زودتر پایانش می‌دهد',
  ],
  [
    'the text starts with an apostrophe, and none ends it',
    'متن با آپاستروف آغاز می‌شود و هیچ آپاستروفی پایانش نمی‌دهد',
  ],
  ['a text that starts with {1} is read as a list', 'متنی که با {1} آغاز می‌شود فهرست شمرده می‌شود'],
  [
    'a text that starts with {1} is read as a group of fields',
    'متنی که با {1} آغاز می‌شود گروهی از فیلدها شمرده می‌شود',
  ],
  ['a list starts with {1}, and no {2} ends it', 'فهرستی با {1} آغاز می‌شود و هیچ {2} پایانش نمی‌دهد'],
  [
    'a group of fields starts with {1}, and no {2} ends it',
    'گروهی از فیلدها با {1} آغاز می‌شود و هیچ {2} پایانش نمی‌دهد',
  ],
  [
    'a line of three hyphens ends the fields, and everything after it would be lost',
    'سطری با سه خط تیره فیلدها را پایان می‌دهد و هرچه پس از آن است از دست می‌رود',
  ],
  ['the fields are not written as `name: value`', 'فیلدها به‌صورت `name: value` نوشته نشده‌اند'],
  [
    'lists or groups are nested too deeply to be read',
    'فهرست‌ها یا گروه‌ها بیش از اندازه در یکدیگرند و خوانده نمی‌شوند',
  ],
  [
    'the fields repeat each other through aliases (`*name`) so often that the file would grow without limit',
    'فیلدها با ارجاع (`*name`) چنان بارها تکرار شده‌اند که فایل بی‌پایان بزرگ می‌شود',
  ],
  [
    '{1} is read as a tag, because a text cannot start with an exclamation mark, and would be lost',
    '{1} برچسب شمرده می‌شود و از دست می‌رود، چون متن نمی‌تواند با علامت تعجب آغاز شود',
  ],
  ['#{1} is read as a comment, and is not published', '#{1} یادداشت شمرده می‌شود و منتشر نمی‌شود'],
  [
    'put the text in quotes: {1}; or put a space after the # of a comment',
    'متن را در گیومه بگذارید: {1}؛ یا پس از # یادداشت فاصله بگذارید',
  ],
  // Code and components in the text
  [
    'lists, quotations or elements are nested too deeply to be read',
    'فهرست‌ها، نقل‌قول‌ها یا عنصرها بیش از اندازه در یکدیگرند و خوانده نمی‌شوند',
  ],
  ['<!-- … --> is not a comment in MDX', '<!-- … --> در MDX یادداشت نیست'],
  [
    'a line that starts with import or export is code, and this cannot be read ({1})',
    'سطری که با import یا export آغاز می‌شود کد است و این یکی خوانده نمی‌شود ({1})',
  ],
  [
    'correct the code, or let the sentence start with another word if it is text',
    'کد را اصلاح کنید، یا اگر متن است جمله را با کلمه‌ای دیگر آغاز کنید',
  ],
  ['a brace starts code that cannot be read ({1})', 'آکولاد کدی را آغاز می‌کند که خوانده نمی‌شود ({1})'],
  ['the text cannot be read here ({1})', 'متن اینجا خوانده نمی‌شود ({1})'],
  ['put a backslash before {, } and <', 'پیش از { و } و < یک \\ بگذارید'],
  ['<{1}> is not a component of this site', '<{1}> از اجزای این وب‌سایت نیست'],
  [
    '<{1}> is not an element, and the name of a component begins with a capital letter',
    '<{1}> عنصر نیست و نام اجزای وب‌سایت با حرف بزرگ آغاز می‌شود',
  ],
  ['did you mean <{1}>?', 'آیا منظورتان <{1}> بود؟'],
  [
    'the attribute "{1}" of <{2}> is removed: with `trust: markdown` a text could look like a part of the site itself',
    'ویژگی «{1}» از <{2}> برداشته می‌شود: با `trust: markdown` متن می‌تواند خود را بخشی از وب‌سایت نشان دهد',
  ],
  [
    'the attribute "{1}" of <{2}> is removed: a text may hold no scripts and no styles',
    'ویژگی «{1}» از <{2}> برداشته می‌شود: متن نباید اسکریپت یا استایل داشته باشد',
  ],
  ['delete it, or write the text as Markdown', 'آن را پاک کنید، یا متن را با Markdown بنویسید'],
  ['delete it; <{1}> takes {2}', 'آن را پاک کنید؛ <{1}> این‌ها را می‌پذیرد: {2}'],
  // Files, pages and settings
  [
    'the link to "{1}" is in a field of a file that has no files beside it',
    'لینک به «{1}» در فیلد فایلی است که فایلی در کنار خود ندارد',
  ],
  [
    'put the file into the folder public, and write its address from the root of the site, such as {1}',
    'فایل را در پوشهٔ public بگذارید و نشانی آن را از ریشهٔ وب‌سایت بنویسید، مانند {1}',
  ],
  ['the page is not in the folder of a locale of this site', 'صفحه در پوشهٔ هیچ‌یک از زبان‌های وب‌سایت نیست'],
  ['move it to {1}, or add its locale in site.yaml', 'آن را به {1} ببرید، یا زبان آن را در site.yaml اضافه کنید'],
  [
    'the page names "{1}", which is the example that comes with Colophon, and site.yaml names {2}',
    'صفحه از «{1}» نام می‌برد، که نمونهٔ همراه Colophon است و site.yaml از {2} نام می‌برد',
  ],
  // What only the whole content shows
  ['there is no person "{1}"', 'شخصی با نام «{1}» نیست'],
  ['there is no unit "{1}"', 'مرکزی با نام «{1}» نیست'],
  ['there is no journal "{1}"', 'مجله‌ای با نام «{1}» نیست'],
  ['there is no topic "{1}"', 'موضوعی با نام «{1}» نیست'],
  ['there is no publication "{1}"', 'اثری با نام «{1}» نیست'],
  ['{1} {2} is also in {3}, and it identifies one publication', '{1} {2} در {3} هم هست، ولی فقط متعلق به یک اثر است'],
  ['write another citekey, such as {1}', 'کلید استناد دیگری بنویسید، مانند {1}'],
  ['delete one of the two files, or correct the {1}', 'یکی از دو فایل را پاک کنید، یا {1} را اصلاح کنید'],
  ['{1} has the same name, and both would have the address {2}', '{1} همین نام را دارد و نشانی هر دو {2} می‌شود'],
  ['rename one of the two files, such as {1}', 'نام یکی از دو فایل را عوض کنید، مانند {1}'],
  ['rename one of the two files', 'نام یکی از دو فایل را عوض کنید'],
  ['{1} has the same name, so the id {2} would not be unique', '{1} همین نام را دارد و شناسهٔ {2} یکتا نمی‌شود'],
  ['only a publication can be ignored, by its DOI or PMID', 'فقط اثر را می‌توان نادیده گرفت، با DOI یا PMID آن'],
  ['the old address {1} is listed twice, or the slug itself', 'نشانی پیشین {1} دو بار آمده است، یا خود نام فایل است'],
  ['the old address {1} is the address of {2}', 'نشانی پیشین {1} نشانی {2} است'],
  ['delete it from one of the two', 'آن را از یکی از دو پاک کنید'],
  ['delete one of the two', 'یکی از دو را پاک کنید'],
  ['the title is the same as in {1} ("{2}")', 'عنوان همان عنوان {1} است («{2}»)'],
  ['the title is nearly the same as in {1} ("{2}")', 'عنوان کم‌وبیش همان عنوان {1} است («{2}»)'],
  [
    'delete one if they are the same, link them with `versions` if they are a preprint and its article, or keep both if they are two works',
    'اگر یکی هستند یکی را پاک کنید، اگر پیش‌چاپ و مقالهٔ آن هستند با `versions` به هم لینک بدهید و اگر دو اثرند هر دو را نگه دارید',
  ],
  ['{1} is its own parent, through {2}', '{1} از طریق {2} زیرمجموعهٔ خودش است'],
  ['delete one `parent:` of the circle', 'یکی از `parent:`های این حلقه را پاک کنید'],
  [
    '"{1}" and "{2}" would both have the address {3}, so they are shown as one journal, "{4}"',
    'نشانی «{1}» و «{2}» هر دو {3} می‌شود و یک مجله نشان داده می‌شوند: «{4}»',
  ],
  [
    'write the title in the same way everywhere, or add {1} with the right `title`; if they are two journals, add a file for each',
    'عنوان را همه‌جا یکسان بنویسید، یا {1} را با `title` درست اضافه کنید؛ اگر دو مجله‌اند، برای هر یک فایلی اضافه کنید',
  ],
  [
    'the ORCID iD {1} is also in {2}, and it identifies one person',
    'شناسهٔ ORCID {1} در {2} هم هست، ولی فقط متعلق به یک نفر است',
  ],
  [
    'keep one of the two files, and add all its names to it',
    'یکی از دو فایل را نگه دارید و همهٔ نام‌ها را در آن بنویسید',
  ],
  [
    'the name {1} is listed for {2} and {3}, so publications that print it are shown for neither',
    'نام {1} برای {2} و {3} آمده است و آثار با این نام برای هیچ‌یک نشان داده نمی‌شوند',
  ],
  [
    'add `person: {1}` or `person: {2}` to the author in each publication',
    'در هر اثر برای نویسنده `person: {1}` یا `person: {2}` بنویسید',
  ],
  [
    'the person of this author is {1} with the ORCID iD {2}, but the author has the ORCID iD {3}',
    'شخص این نویسنده {1} با ORCID {2} است، ولی نویسنده ORCID {3} دارد',
  ],
  [
    'write orcid: {1} or delete `orcid` if the person is right, else correct `person`',
    'اگر شخص درست است orcid: {1} بنویسید یا `orcid` را پاک کنید، وگرنه `person` را اصلاح کنید',
  ],
  [
    '{1} is an example and belongs to nobody, and every page would lead there',
    '{1} نمونه است و متعلق به کسی نیست؛ همهٔ صفحه‌ها به آنجا لینک می‌دهند',
  ],
  ['write the address under which readers see the site', 'نشانی‌ای را بنویسید که خوانندگان وب‌سایت را در آن می‌بینند'],
  [
    '{1} is an example and belongs to nobody, so the errors that readers report would reach nobody',
    '{1} نمونه است و متعلق به کسی نیست؛ خطاهایی که خوانندگان گزارش می‌کنند به کسی نمی‌رسد',
  ],
  [
    'write the address to which readers may write, or delete the line',
    'نشانی‌ای را بنویسید که خوانندگان به آن بنویسند، یا سطر را پاک کنید',
  ],
  ['the interface is not translated into the language {1}', 'رابط به زبان {1} ترجمه نشده است'],
  ['write it with letters, digits and hyphens only, such as {1}', 'آن را فقط با حرف، رقم و خط تیره بنویسید، مانند {1}'],
  ['add {1}, or write the id of a file that exists', '{1} را اضافه کنید، یا شناسهٔ فایلی را که هست بنویسید'],
  // Files, links and addresses, as a build sees them
  ['the address {1} belongs to the site itself', 'نشانی {1} متعلق به خود وب‌سایت است'],
  ['rename the file, such as {1}', 'نام فایل را عوض کنید، مانند {1}'],
  ['the file {1} does not exist', 'فایل {1} وجود ندارد'],
  [
    'put it at {1}, or correct its name; capitals count',
    'آن را در {1} بگذارید، یا نامش را اصلاح کنید؛ حروف بزرگ و کوچک فرق دارند',
  ],
  ['the file {1} is outside the folder of its page', 'فایل {1} بیرون از پوشهٔ صفحهٔ خود است'],
  ['copy it beside the file that shows it', 'آن را کنار فایلی که نشانش می‌دهد کپی کنید'],
  ['the site does not serve files of the kind of {1}', 'وب‌سایت فایل‌هایی از نوع {1} را عرضه نمی‌کند'],
  [
    '"{1}" is code, and `trust: markdown` in site.yaml allows text only',
    '«{1}» کد است و `trust: markdown` در site.yaml فقط متن می‌پذیرد',
  ],
  [
    'delete the line, or let the sentence start with another word if it is text, or set `trust: mdx` if everybody who can change content may run code in the build',
    'سطر را پاک کنید، یا اگر متن است جمله را با کلمه‌ای دیگر آغاز کنید، یا اگر هر ویرایشگری اجازهٔ اجرای کد دارد `trust: mdx` بگذارید',
  ],
  ['{1} is not the {2} file that its name says', '{1} آن فایل {2} نیست که نامش می‌گوید'],
  ['{1} is not the {2} picture that its name says', '{1} آن تصویر {2} نیست که نامش می‌گوید'],
  [
    'give it the extension of its real format, or export it again',
    'پسوند قالب واقعی‌اش را به آن بدهید، یا دوباره خروجی بگیرید',
  ],
  ['export the picture again', 'از تصویر دوباره خروجی بگیرید'],
  [
    'the link "{1}" leads to a part of {2} that does not exist: {3}',
    'لینک «{1}» به بخشی از {2} می‌رود که وجود ندارد: {3}',
  ],
  [
    'the link "{1}" leads to {2}, and the site has no such page',
    'لینک «{1}» به {2} می‌رود و وب‌سایت چنین صفحه‌ای ندارد',
  ],
  ['the link "{1}" leads to {2}, and the site has no such file', 'لینک «{1}» به {2} می‌رود و وب‌سایت چنین فایلی ندارد'],
  ['the link "{1}" leads to a draft, which is not published', 'لینک «{1}» به پیش‌نویسی می‌رود که منتشر نمی‌شود'],
  ['the link leads nowhere', 'لینک به‌جایی نمی‌رسد'],
  [
    'correct the address, which starts from the root of the site, or delete the link',
    'نشانی را که از ریشهٔ وب‌سایت آغاز می‌شود اصلاح کنید، یا لینک را پاک کنید',
  ],
  ['publish the draft, or delete the link', 'پیش‌نویس را منتشر کنید، یا لینک را پاک کنید'],
  [
    'put the file beside this one and write ./ before its name, or put it into the folder public',
    'فایل را کنار این فایل بگذارید و پیش از نامش ./ بنویسید، یا آن را در پوشهٔ public بگذارید',
  ],
  [
    'the logo {1} is on another site, and pages load nothing from other sites',
    'نشان {1} در وب‌سایتی دیگر است و صفحه‌ها از وب‌سایت دیگر چیزی بارگذاری نمی‌کنند',
  ],
  [
    'save the picture in public/, and write its name, such as {1}',
    'تصویر را در public/ ذخیره کنید و نامش را بنویسید، مانند {1}',
  ],
  [
    'there is no file {1} in public/, so every page would show a broken picture',
    'فایل {1} در public/ نیست و در همهٔ صفحه‌ها جای تصویر خالی می‌ماند',
  ],
  [
    'the file is not UTF-8 text but {1}, so its letters cannot be read reliably',
    'فایل متن UTF-8 نیست بلکه {1} است و حروفش با اطمینان خوانده نمی‌شود',
  ],
  [
    'the file is not UTF-8 text, so its letters cannot be read reliably',
    'فایل متن UTF-8 نیست و حروفش با اطمینان خوانده نمی‌شود',
  ],
  [
    'open it in an editor and save it with the encoding UTF-8',
    'آن را در ویرایشگر باز کنید و با کدگذاری UTF-8 ذخیره کنید',
  ],
  [
    '"{1}" is not a known service, so pages show the name as written in every language',
    '«{1}» سرویس شناخته‌شده‌ای نیست و صفحه‌ها در هر زبان همین نام را نشان می‌دهند',
  ],
  [
    'there is no service "{1}", and readers would see the misspelt name',
    'سرویسی به نام «{1}» وجود ندارد و خوانندگان نام نادرست را می‌بینند',
  ],
  [
    'keep it if readers know this name, else write one of {1}',
    'اگر خوانندگان این نام را می‌شناسند نگهش دارید، وگرنه یکی از این‌ها را بنویسید: {1}',
  ],
  // What is copied from papers and word processors
  [
    'an invisible character ({1}) is at the start of the text: it changes how the text is shown or found',
    'نویسه‌ای نادیدنی ({1}) در آغاز متن است و نمایش یا یافتن متن را تغییر می‌دهد',
  ],
  ['write "{1}", with {2} in its place', 'بنویسید «{1}»، با {2} به‌جای آن'],
  ['the type is {1}, so the degree would not be cited', 'نوع این اثر {1} است و مدرک تحصیلی در استناد نمی‌آید'],
  [
    'there are {1} key messages, and readers remember three',
    '{1} پیام کلیدی هست و خوانندگان سه تا را به یاد می‌سپارند',
  ],
  [
    'keep the three that matter most, and write the others in `summary`',
    'سه پیام مهم‌تر را نگه دارید و بقیه را در `summary` بنویسید',
  ],
  ['the institution of the thesis is cited, and "{1}" is not', 'در استناد مؤسسهٔ پایان‌نامه می‌آید و «{1}» نمی‌آید'],
  ['delete `container`, or write the repository as a link', '`container` را پاک کنید، یا مخزن را به‌صورت لینک بنویسید'],
  [
    'the publication has ISBN {1}, and its container {2}; only the first is cited',
    'شابک خود اثر {1} است و شابک اثر دربرگیرنده {2}؛ فقط اولی در استناد می‌آید',
  ],
  ['keep the ISBN of the book that readers can order', 'شابک کتابی را نگه دارید که خوانندگان می‌توانند بخرند'],
  ['close it: "{1}"', 'آن را ببندید: "{1}"'],
  ['the value of an attribute is not in quotation marks', 'مقدار یک ویژگی میان گیومه نیست'],
  ['"{1}" holds more than a keyword', '«{1}» بیش از یک کلیدواژه دارد'],
  [
    'the lines below `{1}` are read as one text, because none begins with a hyphen',
    'سطرهای زیر `{1}` یک متن خوانده می‌شوند، چون هیچ‌یک با خط تیره آغاز نمی‌شود',
  ],
  [
    'the title holds {1}, which is LaTeX and would be shown as it is written',
    'عنوان {1} دارد، که LaTeX است و همان‌گونه که نوشته شده دیده می‌شود',
  ],
  [
    '{1} has a space in a place where none may be, and is shown as text',
    '{1} در جایی فاصله دارد که نباید داشته باشد و به‌صورت متن ساده دیده می‌شود',
  ],
  [
    'correct the TeX, or write {1} where a dollar sign is meant',
    'TeX را درست کنید، یا برای خود علامت دلار {1} بنویسید',
  ],
  [
    'an invisible character ({1}) is after "{2}": it changes how the text is shown or found',
    'نویسه‌ای نادیدنی ({1}) پس از «{2}» است و نمایش یا یافتن متن را تغییر می‌دهد',
  ],
  [
    'the "{1}" in "{2}" is read as the initials {3}, and may be a suffix',
    '«{1}» در «{2}» حروف اول {3} خوانده می‌شود و شاید پسوند باشد',
  ],
  ['if it is a suffix, write "{1}"', 'اگر پسوند است، بنویسید "{1}"'],
  [
    'the "{1}" in "{2}" is read as initials, but all of it is in capitals',
    '«{1}» در «{2}» حروف اول خوانده می‌شود، ولی همهٔ نام با حروف بزرگ است',
  ],
  ['if it is a whole name, write "{1}"', 'اگر نام کامل است، بنویسید "{1}"'],
  [
    '"{1}" looks like a group, but would be split into name parts',
    '«{1}» گروه به نظر می‌رسد، ولی به نام و نام خانوادگی بخش می‌شود',
  ],
  [
    '"{1}" mixes letters of two scripts that look alike, so search and matching do not find it',
    '«{1}» حروف شبیه‌به‌هم از دو خط دارد و جست‌وجو آن را پیدا نمی‌کند',
  ],
  ['type the name again in one script', 'نام را دوباره با یک خط بنویسید'],
  [
    '{1}: the drawing holds {2}, and a drawing may hold only shapes and text',
    '{1}: نقاشی {2} دارد و نقاشی فقط شکل و متن می‌پذیرد',
  ],
  ['export it as plain SVG, or save it as PNG', 'آن را به‌صورت SVG ساده یا PNG ذخیره کنید'],
  [
    'the picture "{1}" is in a field, and only bodies show files beside them',
    'تصویر «{1}» در فیلد است و فایل‌های کنار را فقط متن نشان می‌دهد',
  ],
  ['show it in the body, or as `image`', 'آن را در متن بیاورید، یا به‌صورت `image`'],
  [
    '"{1}" is not on this site, and pages load nothing from other sites',
    '«{1}» در این وب‌سایت نیست و صفحه‌ها چیزی از وب‌سایت‌های دیگر بارگذاری نمی‌کنند',
  ],
  [
    'save the file beside the text, and write its name, such as {1}; or write a link to it',
    'فایل را کنار متن ذخیره کنید و نامش را بنویسید، مانند {1}؛ یا به آن لینک بدهید',
  ],
  ['the logo {1} is not a picture that browsers can show', 'نشان {1} تصویری نیست که مرورگرها نشان دهند'],
  [
    'save it as SVG or PNG in public/, and write its name, such as {1}',
    'آن را به‌صورت SVG یا PNG در public/ ذخیره کنید و نامش را بنویسید، مانند {1}',
  ],
  ['there is no citation style "{1}"', 'سبک استنادی به نام «{1}» وجود ندارد'],
  [
    'the fields of another publication begin here, and would be shown as text',
    'فیلدهای اثری دیگر از اینجا آغاز می‌شود و به‌صورت متن دیده می‌شود',
  ],
  ['move it into a file of its own: each file is one publication', 'آن را به فایلی جدا ببرید: هر فایل یک اثر است'],
  [
    'the whole title is in quotation marks, which are shown and cited as a part of it',
    'همهٔ عنوان میان گیومه است، که بخشی از آن دیده و استناد می‌شود',
  ],
  [
    'write the title without them, unless the paper prints them: {1}',
    'عنوان را بی گیومه بنویسید، مگر آنکه مقاله آن را چاپ کرده باشد: {1}',
  ],
  ['"{1}" is one keyword, and looks like {2}', '«{1}» یک کلیدواژه است و {2} تا به نظر می‌رسد'],
  [
    'the title has one quotation mark, at its beginning or its end, which is shown and cited as a part of it',
    'عنوان در آغاز یا پایان یک گیومه دارد، که بخشی از آن دیده و استناد می‌شود',
  ],
  [
    '"{1}" holds a word before the number, which citations add themselves',
    '«{1}» پیش از عدد کلمه‌ای دارد، که استنادها خودشان اضافه می‌کنند',
  ],
  [
    '"{1}" is a whole citation, and would be shown as the name of a journal',
    '«{1}» یک استناد کامل است و به‌جای نام مجله دیده می‌شود',
  ],
  [
    '"{1}" is a volume and an issue, and would be cited as a volume',
    '«{1}» دوره و شماره است و در استناد دوره خوانده می‌شود',
  ],
  [
    'the line begins with a bullet or a dash, and an entry of a list begins with a hyphen',
    'سطر با • یا خط بلند آغاز می‌شود و هر مورد فهرست با خط تیره آغاز می‌شود',
  ],
  ['write a hyphen and a space: {1}', 'خط تیره و فاصله بنویسید: {1}'],
  [
    'the line holds a space of another kind, such as a no-break space, which does not count as one',
    'سطر فاصله‌ای از نوع دیگر دارد، مانند فاصلهٔ نشکن، که فاصله شمرده نمی‌شود',
  ],
  ['type the spaces again: {1}', 'فاصله‌ها را دوباره بزنید: {1}'],
  [
    'the colon after `{1}` is of another script, so the line is not read as a field',
    'دونقطهٔ پس از `{1}` از خط دیگری است و سطر فیلد خوانده نمی‌شود',
  ],
  ['type a colon and a space: {1}', 'دونقطهٔ ساده و فاصله بزنید: {1}'],
  ['the line begins at another column than the fields above it', 'سطر از ستونی جز ستون فیلدهای بالای آن آغاز می‌شود'],
  ['begin it below the field above it: {1}', 'آن را زیر فیلد بالایی آغاز کنید: {1}'],
  ['write volume: {1}, and below it issue: {2}', 'بنویسید volume: {1} و زیر آن issue: {2}'],
  [
    'write journal: {1}, and the rest as `published`, `volume`, `issue` and `pages`',
    'بنویسید journal: {1} و بقیه را در `published` و `volume` و `issue` و `pages`',
  ],
  ['write "{1}", with formulas between dollar signs', 'بنویسید «{1}» و فرمول‌ها را میان دو علامت دلار'],
  [
    'write three hyphens, ---, in the place of {1}, and do the same after the fields',
    'به‌جای {1} سه خط تیره، ---، بنویسید و پس از فیلدها نیز',
  ],
  // Imports
  [
    'the source has no {1}, which every publication needs; add it to the source, or make a new record from the title',
    'منبع {1} ندارد، که برای هر اثر لازم است؛ آن را به منبع اضافه کنید، یا رکوردی تازه از عنوان بسازید',
  ],
  [
    'the source has no {1}, which every publication needs; add it to the source, look up {2}, or make a new record from the title',
    'منبع {1} ندارد، که برای هر اثر لازم است؛ آن را به منبع اضافه کنید، {2} را جست‌وجو کنید، یا رکوردی تازه از عنوان بسازید',
  ],
  [
    '{1} holds this publication, but cannot be read; correct it first: open it from the list, which shows the line',
    '{1} همین اثر است، ولی خوانده نمی‌شود؛ ابتدا آن را اصلاح کنید: آن را از فهرست باز کنید تا سطر را ببینید',
  ],
  ['{1} cannot be reached ({2}), so nothing was fetched from it', '{1} در دسترس نیست ({2})، پس چیزی از آن گرفته نشد'],
  ['{1} returned no record: {2}, also after several requests', '{1} پس از چند درخواست هم رکوردی نداد: {2}'],
  ['{1} answers no more requests for {2}', '{1} تا {2} درخواست دیگری نمی‌پذیرد'],
  ['the answer of {1} was not read: {2}', 'پاسخ {1} خوانده نشد: {2}'],
  [
    'the answer of {1} is cut off, or has not the form that its documentation describes; nothing of it was taken',
    'پاسخ {1} ناتمام است یا شکل مستندات آن را ندارد؛ چیزی از آن گرفته نشد',
  ],
  ['{1} does not know {2}', '{1} شناسهٔ {2} را نمی‌شناسد'],
  ['{1} was not imported, because import.yaml says so: {2}', '{1} وارد نشد، چون import.yaml چنین می‌گوید: {2}'],
  // What the development server refuses
  ['{1} is no file of the content folder that the desk edits', '{1} از فایل‌های محتوا نیست که اینجا ویرایش می‌شود'],
  ['this is no file that can be opened', 'این فایلی نیست که باز شود'],
  ['{1} has more than {2} MB', '{1} بیش از {2} مگابایت دارد'],
  ['a content file may have 2 MB: divide it', 'فایل محتوا تا ۲ مگابایت جا دارد: آن را چند فایل کنید'],
  ['choose one from the list', 'یکی را از فهرست انتخاب کنید'],
  [
    '{1} is a link that leads out of the content folder, or lies behind one',
    '{1} لینکی است که از پوشهٔ محتوا بیرون می‌رود، یا پشت چنین لینکی است',
  ],
  ['copy the file into the content folder', 'فایل را در پوشهٔ محتوا کپی کنید'],
  ['the request has not the form that the desk sends', 'درخواست شکلی ندارد که این صفحه می‌فرستد'],
  [
    'load the page again; what you typed is kept on this device',
    'صفحه را دوباره بارگذاری کنید؛ آنچه نوشته‌اید روی این دستگاه هست',
  ],
  [
    '{1} is not UTF-8 text, so that its letters cannot be read reliably',
    '{1} متن UTF-8 نیست و حرف‌های آن را نمی‌توان درست خواند',
  ],
  [
    'open it in a text editor and save it with the encoding UTF-8',
    'آن را در ویرایشگر متن باز کنید و با کدگذاری UTF-8 ذخیره کنید',
  ],
  ['a site needs its settings', 'وب‌سایت به تنظیماتش نیاز دارد'],
  ['change them instead', 'به‌جای آن، تغییرشان دهید'],
  [
    'the text holds half of a character, which no file can hold',
    'در متن نیمی از یک نویسه هست که در هیچ فایلی جا نمی‌گیرد',
  ],
  ['delete it, and save again', 'آن را پاک کنید و دوباره ذخیره کنید'],
  ['there are a thousand files of the name {1}', 'هزار فایل با نام {1} هست'],
];

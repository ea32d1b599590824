/** Help of the fields that publications do not have, as in `field-help-fa.ts`. It is loaded when the form of another record is shown. */
export const otherFieldHelpFa: Readonly<Record<string, string>> = {
  'The canonical name first, then every other form in which papers print it.':
    'ابتدا نام اصلی، سپس هر شکل دیگری که مقاله‌ها آن را چاپ می‌کنند.',
  'ORCID iD.': 'شناسهٔ ORCID.',
  'Post at the institute.': 'سمت در مؤسسه.',
  'Portrait beside the file.': 'عکسی کنار فایل.',
  'Profiles on other sites.': 'نمایه‌ها در وب‌سایت‌های دیگر.',
  'Text of the link.': 'متن لینک.',
  'Address of the profile.': 'نشانی نمایه.',
  'A few sentences, as Markdown.': 'چند جمله، به‌صورت Markdown.',
  'Whether the person has left the institute.': 'آیا فرد از مؤسسه رفته است.',
  'false: the person has no page, list, feed, embedded list or portrait, and is not in the search filters, the index of people, the lists of units or the network of co-authors. The search still finds publications by every name of the file.':
    'خیر: فرد صفحه، فهرست، خوراک و عکس ندارد و در فیلترهای جست‌وجو، فهرست پژوهشگران، فهرست مراکز و شبکهٔ هم‌نویسندگان نیست. جست‌وجو همچنان آثار را با همهٔ نام‌های فایل پیدا می‌کند.',
  'true: nothing of this file is published. Publications still show what they print of their authors; `person: <id>` in them has no effect. Names and ORCID iD are used only so that no other person is mistaken for this one.':
    'بله: چیزی از این فایل منتشر نمی‌شود. آثار همچنان نویسندگان خود را همان‌گونه که چاپ شده نشان می‌دهند. نام‌ها و شناسهٔ ORCID فقط برای آن است که کسی دیگر به‌جای این فرد گرفته نشود.',
  'Name in every language of the site.': 'نام به هر زبان وب‌سایت.',
  'ROR identifier.': 'شناسهٔ ROR.',
  'Id of the unit that this one belongs to.': 'مرکزی که این مرکز بخشی از آن است.',
  'Former names, and names as papers print them.': 'نام‌های پیشین و نام‌ها به شکلی که مقاله‌ها چاپ می‌کنند.',
  'Web site.': 'وب‌سایت.',
  'Full title.': 'عنوان کامل.',
  'Abbreviated title, as in PubMed.': 'عنوان کوتاه، مانند PubMed.',
  'ISSN of the printed journal.': 'شاپای نسخهٔ چاپی.',
  'ISSN of the electronic journal.': 'شاپای نسخهٔ الکترونیکی.',
  'Publisher.': 'ناشر.',
  'Label in every language of the site.': 'برچسب به هر زبان وب‌سایت.',
  'Id of the broader topic.': 'موضوع کلی‌تر.',
  'MeSH descriptor.': 'توصیفگر MeSH.',
  'Other names of the topic, such as entry terms of its MeSH descriptor; the search treats them as the same.':
    'نام‌های دیگر موضوع، مانند اصطلاح‌های ورودی توصیفگر MeSH آن؛ جست‌وجو آن‌ها را به‌جای هم می‌گیرد.',
  'Heading of the page, and text of its link in the footer.': 'عنوان صفحه و متن لینک آن در پایین صفحه.',
  'Position in the footer.': 'جایگاه در پایین صفحه.',
  'Name of the institute, in every locale.': 'نام مؤسسه به هر زبان.',
  'Name of this site; default: "Publications", in every locale.':
    'نام این وب‌سایت؛ پیش‌فرض: «آثار پژوهشی»، به زبان هر صفحه.',
  'Address of the site.': 'نشانی وب‌سایت.',
  'Languages of the site; the first is the default.': 'زبان‌های وب‌سایت؛ اولین زبان پیش‌فرض است.',
  'Picture in `public/`, by its address.': 'تصویری در `public/`، با نشانی آن.',
  'Colour of links and buttons, on a light and on a dark background.': 'رنگ لینک‌ها و دکمه‌ها، روی زمینهٔ روشن و تیره.',
  'On a light background; contrast of at least 4.5 to 1.': 'روی زمینهٔ روشن؛ تضاد دست‌کم ۴٫۵ به ۱.',
  'On a dark background; contrast of at least 4.5 to 1.': 'روی زمینهٔ تیره؛ تضاد دست‌کم ۴٫۵ به ۱.',
  'Accounts to follow.': 'حساب‌ها برای دنبال کردن.',
  'Name of the service.': 'نام سرویس.',
  'Address of the account.': 'نشانی حساب.',
  'Services to which readers can share a page, in this order; without it those that are usual in the language.':
    'سرویس‌هایی که خواننده می‌تواند صفحه را در آن‌ها به اشتراک بگذارد، به این ترتیب؛ بدون آن، سرویس‌های رایج در آن زبان.',
  'Citation styles that readers can choose; an empty list offers none.':
    'سبک‌های استنادی که خواننده می‌تواند انتخاب کند؛ فهرست خالی هیچ‌کدام را عرضه نمی‌کند.',
  'Formats in which readers can take citations; bibtex and ris are always offered. Default: bibtex, biblatex, ris, nbib, csl-json, csv.':
    'قالب‌هایی که خواننده می‌تواند استناد را با آن‌ها بردارد؛ bibtex و ris همیشه هست. پیش‌فرض: bibtex، biblatex، ris، nbib، csl-json، csv.',
  'Where readers report an error: a mail address, or a web address that may hold {url}, {title}, {slug} and {field} (the part of the record that is wrong).':
    'جایی که خواننده خطا را گزارش می‌کند: نشانی ایمیل، یا نشانی وب که می‌تواند {url}، {title}، {slug} و {field} (بخش نادرست رکورد) را داشته باشد.',
  'markdown: no body may hold code.': 'markdown: هیچ متنی نباید کد داشته باشد.',
  'What a build does with a file that has errors. stop: nothing is published. hold-back: the rest is published; of the file, its last good page, or nothing.':
    'با فایلی که خطا دارد چه شود. توقف: چیزی منتشر نمی‌شود. نگه داشتن فایل: بقیه منتشر می‌شود و از آن فایل آخرین صفحهٔ درست، یا هیچ.',
  'Parts of the site that can be switched on or off.': 'بخش‌هایی از وب‌سایت که می‌توان روشن یا خاموش کرد.',
  'Full-text search.': 'جست‌وجوی متن.',
  'The statistics page.': 'صفحهٔ آمار.',
  'Related publications on each page.': 'آثار مرتبط در هر صفحه.',
  'Small pages for other sites to embed.': 'صفحه‌های کوچک برای گذاشتن در وب‌سایت‌های دیگر.',
  'Signposting, level 2.': 'Signposting، سطح ۲.',
  'Kind of the server that keeps the repository.': 'نوع سروری که مخزن را نگه می‌دارد.',
  'Owner and name of the repository, as in its address.': 'صاحب و نام مخزن، همان‌گونه که در نشانی آن است.',
  'Branch from which the site is built; default: main.': 'شاخه‌ای که وب‌سایت از آن ساخته می‌شود؛ پیش‌فرض: main.',
  'Content folder in the repository; default: content.': 'پوشهٔ محتوا در مخزن؛ پیش‌فرض: content.',
  'Address of the API of a server other than github.com and gitlab.com.': 'نشانی API سروری جز github.com و gitlab.com.',
  'The desk at `/edit/` of the published site, for those who may write to the repository; without it there is none.':
    'پنل ویرایش در `/edit/` وب‌سایت منتشرشده، برای کسانی که حق نوشتن در مخزن را دارند؛ بدون آن چنین صفحه‌ای نیست.',
  'OAI-PMH static repository.': 'مخزن ایستای OAI-PMH.',
  'Share pictures.': 'تصویرهای اشتراک‌گذاری.',
  'Citation files of lists.': 'فایل‌های استناد فهرست‌ها.',
  'Megabytes of the citation files of a list, all formats together, above which they are divided by year, and a large year by month; default: 20. With 0, every list of more than one page is.':
    'حجم فایل‌های استناد یک فهرست به مگابایت، همهٔ قالب‌ها با هم، که بیش از آن بر پایهٔ سال و سال بزرگ بر پایهٔ ماه تقسیم می‌شود؛ پیش‌فرض: ۲۰. با ۰، هر فهرستی که بیش از یک صفحه دارد.',
  'One `/publications.zip` with all citations in every format. Each change writes it again.':
    'یک `/publications.zip` با همهٔ استنادها در هر قالب. هر تغییر آن را از نو می‌نویسد.',
};

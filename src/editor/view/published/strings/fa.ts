import type { PublishedString } from './en.ts';

export const fa: Readonly<Record<PublishedString, string>> = {
  'signIn.title': 'ورود برای ویرایش',
  'signIn.again': 'توکن دیگر معتبر نیست: دوباره وارد شوید',
  'signIn.language': 'English',
  'signIn.intro':
    'این صفحه برای کسانی از {institute} است که می‌توانند در مخزن {repository} روی {host} بنویسند یا تغییری پیشنهاد کنند. جز به آن میزبان به هیچ‌جا درخواستی نمی‌فرستد.',
  'signIn.token': 'توکن شما',
  'signIn.memory': 'فقط به {host} فرستاده می‌شود و با بستن این صفحه فراموش می‌شود.',
  'signIn.keep': 'تا وقتی نگفته‌ام فراموش شود، روی این دستگاه بماند',
  'signIn.keepHelp': 'فقط روی دستگاهی که کس دیگری از آن استفاده نمی‌کند.',
  'signIn.keepHelpCode':
    'فقط روی دستگاهی که کس دیگری از آن استفاده نمی‌کند. صفحه‌های این وب‌سایت ممکن است کد نویسندگان را داشته باشند و چنین کدی می‌تواند آنچه را نگه داشته شده بخواند.',
  'signIn.keepFailed': 'این مرورگر چیزی نگه نمی‌دارد: توکن با بستن این صفحه فراموش می‌شود.',
  'signIn.do': 'ورود',
  'signIn.busy': 'در حال ورود…',
  'signIn.how': 'چگونه توکن بسازم؟',
  'token.open': 'ساختن توکن در {host}',
  'token.github':
    'یک fine-grained personal access token با تاریخ پایان بسازید. Repository access: فقط {repository}. دسترسی‌ها: Contents و Pull requests خواندن و نوشتن؛ Actions، Commit statuses و Deployments فقط خواندن، تا وضعیت ساخت دیده شود. نه بیشتر. اگر حق نوشتن ندارید، توکن classic با scope به نام public_repo: پیشنهاد از نسخهٔ خودتان (fork) می‌آید.',
  'token.gitlab':
    'برای {repository} یک project access token با تاریخ پایان، نقش Developer و scope به نام api بسازید. اگر پروژه چنین چیزی ندارد، personal access token با scope به نام api هم کار می‌کند، اما به همهٔ پروژه‌های شما می‌رسد. بدون حق نوشتن، فقط توکن شخصی می‌تواند از نسخهٔ خودتان (fork) پیشنهاد دهد.',
  'token.gitea':
    'در Applications توکنی با دسترسی «repository: read and write» و نه بیشتر بسازید؛ با «user: read» نام شما هم اینجا دیده می‌شود. اگر می‌توانید مخزن را انتخاب کنید، فقط {repository} را انتخاب کنید.',

  'message.add': 'افزودن {title}',
  'message.change': 'تغییر {title}',
  'message.delete': 'حذف {title}',
  'message.rename': 'تغییر نام {title}',
  'message.files': '{count} فایل',
  'save.title': 'ذخیره در مخزن',
  'save.message': 'چه چیزی را تغییر دادید؟',
  'save.how': 'با آن چه شود؟',
  'save.commit': 'منتشر شود: در شاخهٔ {branch} ثبت می‌شود و حدود دو دقیقه بعد دیده می‌شود',
  'save.proposal': 'پیشنهاد شود: دیگران پیش از انتشار آن را می‌بینند',
  'save.inProposal': 'این رکورد در پیشنهاد شما هست. این تغییر به آن افزوده می‌شود.',
  'save.protected': 'شاخهٔ {branch} فقط پیشنهاد می‌پذیرد.',
  'save.fork':
    'حساب شما می‌تواند مخزن را بخواند، اما نمی‌تواند در آن بنویسد: تغییر در نسخهٔ خودتان (fork) ثبت و از آنجا پیشنهاد می‌شود.',
  'save.do': 'ذخیره',
  'save.cancel': 'ذخیره نشود',

  'account.title': 'حساب و آخرین ذخیره',
  'account.name': 'ورود به {host} با نام {name}',
  'account.nobody': 'ورود به {host}',
  'account.proposals': 'پیشنهادهای باز شما:',
  'account.forget': 'توکن فراموش شود',
  'build.saved': 'ذخیره شد.',
  'build.proposal': 'پیشنهاد {number}.',
  'build.published.unknown': 'ساخت وب‌سایت به‌زودی آغاز می‌شود: حدود دو دقیقهٔ دیگر دیده می‌شود.',
  'build.published.running': 'وب‌سایت در حال ساخته‌شدن است: حدود دو دقیقهٔ دیگر دیده می‌شود.',
  'build.published.done': 'وب‌سایت ساخته شد: تغییر شما منتشر شده است.',
  'build.published.failed': 'ساخت متوقف شد و وب‌سایت تغییری نکرد. گزارش را ببینید.',
  'build.proposed.unknown': 'در انتظار بررسی است.',
  'build.proposed.running': 'در حال بررسی است.',
  'build.proposed.done': 'در بررسی چیزی پیدا نشد که مانع انتشار باشد.',
  'build.proposed.failed': 'در بررسی مشکلی پیدا شد. گزارش را ببینید.',
  'build.open': 'مشاهدهٔ گزارش ساخت',
  'build.preview': 'مشاهدهٔ پیش‌نمایش',
};

import { expect, test } from 'vitest';
import { compileText } from '../../support/make.ts';
import { runImport } from './run-import.ts';

const fileOf = (text: string): string => [...runImport(text).files].find(([file]) => file.endsWith('.mdx'))?.[1] ?? '';

test.each([
  ['BibTeX', '@article{a, title={بررسی خواب}, year={2020}, author={رضایی، علی and حسینی, سارا}}'],
  ['RIS', 'TY  - JOUR\nTI  - بررسی خواب\nAU  - رضایی، علی\nAU  - حسینی، سارا\nPY  - 2020\nER  - \n'],
  ['RIS on one line', 'TY  - JOUR\nTI  - بررسی خواب\nAU  - رضایی، علی؛ حسینی، سارا\nPY  - 2020\nER  - \n'],
  ['refer', '%0 Journal Article\n%T بررسی خواب\n%A رضایی، علی\n%A حسینی، سارا\n%D 2020\n'],
])('names with a Persian comma are two parts: %s', (_, text) => {
  const { record } = compileText('publications/a.mdx', fileOf(text));
  const { contributions } = JSON.parse(record ?? '') as { contributions: { name: object }[] };
  expect(contributions.map(({ name }) => name)).toMatchObject([
    { family: 'رضایی', given: 'علی' },
    { family: 'حسینی', given: 'سارا' },
  ]);
});

test('numbers have the digits that other programs know', () => {
  const written = fileOf(
    'TY  - JOUR\nTI  - بررسی خواب\nAU  - رضایی، علی\nPY  - 2020\nJO  - مجله نمونه\nVL  - ۱۲\nIS  - ٣\nSP  - ۱۰۱\nEP  - ۹\nSN  - ۱۷۴۶-۰۷۵۱\nER  - \n',
  );
  expect(written).toContain('volume: 12\nissue: 3\npages: 101-109\n');
  const [, journal] = [
    ...runImport('TY  - JOUR\nTI  - بررسی خواب\nAU  - رضایی، علی\nPY  - 2020\nJO  - Example\nSN  - ۱۷۴۶-۰۷۵۱\nER  - \n')
      .files,
  ].find(([file]) => file.startsWith('journals/')) ?? ['', ''];
  expect(journal).toContain('issn: 1746-0751');
});

test.each(['خواب، پرستار، حافظه', 'خواب؛ پرستار؛ حافظه', 'خواب\nKW  - پرستار\nKW  - حافظه'])(
  'keywords are divided at Persian commas: %s',
  (words) => {
    expect(fileOf(`TY  - JOUR\nTI  - بررسی خواب\nAU  - رضایی، علی\nPY  - 2020\nKW  - ${words}\nER  - \n`)).toContain(
      'keywords: [خواب, پرستار, حافظه]',
    );
  },
);

test.each([
  'زمینه و هدف: پرسیدیم. روش‌ها: دیدیم. یافته‌ها: بله. نتیجه‌گیری: خوب است.',
  'سابقه و هدف: پرسیدیم. مواد و روش ها: دیدیم. يافته ها: بله. نتيجه گيری: خوب است.',
  'مقدمه\nپرسیدیم.\nروش کار\nدیدیم.\nنتایج\nبله.\nبحث و نتیجه‌گیری\nخوب است.',
])('the headings of a Persian abstract begin sections: %s', (abstract) => {
  const written = fileOf(`TY  - JOUR\nTI  - بررسی خواب\nAU  - رضایی، علی\nPY  - 2020\nAB  - ${abstract}\nER  - \n`);
  expect(written.match(/^\*\*[^*]+:\*\* [^*]+$/gm)).toHaveLength(4);
});

test('a colon after other Persian words begins no section', () => {
  const written = fileOf(
    'TY  - JOUR\nTI  - بررسی خواب\nAU  - رضایی، علی\nPY  - 2020\nAB  - هدف: پرسیدیم. پرستاران تهران: دیدیم. شیراز: بله.\nER  - \n',
  );
  expect(written).not.toContain('**');
});

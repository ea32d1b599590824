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

test.each([
  ['year = {1389}', '{ persian: 1389 }'],
  ['year = {۱۴۰۲}', '{ persian: 1402 }'],
  ['year = {1402}, month = {5}', '{ persian: 1402-05 }'],
  ['year = {۱۴۰۲}, month = {مرداد}', '{ persian: 1402-05 }'],
  ['date = {1401/05/12}', '{ persian: 1401-05-12 }'],
  ['year = {بهار ۱۴۰۱}', '{ persian: 1401 }'],
])('a year of the Persian calendar is a date: %s', (date, published) => {
  const { files, report } = runImport(`@article{rezaei1402, title={بررسی خواب}, author={رضایی، علی}, ${date}}`);
  const [[file = '', text = ''] = []] = [...files];
  expect(text).toContain(`published: ${published}\n`);
  expect(file).toMatch(/^publications\/20[12]\d\/rzaii-20[12]\d-/);
  expect(compileText(file, text).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report.records[0]?.unplaced.map(({ value }) => value)).toEqual(date.includes('بهار') ? ['بهار ۱۴۰۱'] : []);
});

test.each(['PY  - 1401/05/12', 'PY  - ۱۴۰۱/۵/۱۲', 'PY  - 1401\nDA  - 1401/05/12'])('also in RIS: %s', (date) => {
  expect(fileOf(`TY  - JOUR\nTI  - بررسی خواب\nAU  - رضایی، علی\n${date}\nER  - \n`)).toContain(
    'published: { persian: 1401-05-12 }',
  );
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

import { expect, test } from 'vitest';
import { referenceForms } from '../../../src/references/reference-item.ts';
import { makeCited } from '../formats/make-cited.ts';

test.each([
  ['fa', 'خواب و TNF-α', 'رضایی'],
  ['zh', '护士的睡眠', '王'],
  ['ru', 'Сон медсестёр', 'Иванов'],
  ['el', 'Ο ύπνος', 'Παπαδόπουλος'],
])('the Latin form of a reference in %s has the English title and the Latin names', (lang, title, family) => {
  const [latin] = referenceForms(
    makeCited({
      lang,
      title: [title],
      titles: { en: ['Sleep in nurses'] },
      contributions: [{ name: { family }, native: { en: 'Latin, Ann' } }],
    }),
  );
  expect(latin?.item.title).toBe('Sleep in nurses');
  expect(latin?.item.author).toEqual([{ family: 'Latin', given: 'Ann' }]);
});

test('a title in Latin letters stays in its language', () => {
  const [form] = referenceForms(makeCited({ lang: 'de', title: ['Der Schlaf'], titles: { en: ['Sleep'] } }));
  expect(form?.item.title).toBe('Der Schlaf');
});

import { describe, expect, test } from 'vitest';
import { contentProblemsFa } from '../../../src/editor/view/strings/content-problems-fa.ts';
import { fa as desk } from '../../../src/editor/view/strings/fa.ts';
import { fieldHelpFa } from '../../../src/editor/view/strings/field-help-fa.ts';
import { otherFieldHelpFa } from '../../../src/editor/view/strings/field-help-others-fa.ts';
import { fieldProblemsFa } from '../../../src/editor/view/strings/field-problems-fa.ts';
import { fieldLabelsFa, optionLabelsFa } from '../../../src/editor/view/strings/fields-fa.ts';
import { hostWordsFa } from '../../../src/editor/view/published/strings/host-words-fa.ts';
import { fa as published } from '../../../src/editor/view/published/strings/fa.ts';
import site from '../../../src/i18n/strings/fa.json' with { type: 'json' };

const siteWords: Readonly<Record<string, string | Readonly<Record<string, string>>>> = site;
const texts: readonly string[] = [
  ...Object.values(siteWords).flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text))),
  ...[desk, fieldHelpFa, otherFieldHelpFa, fieldLabelsFa, optionLabelsFa, published].flatMap((words) =>
    Object.values<string>(words),
  ),
  ...[...fieldProblemsFa, ...contentProblemsFa].map(([, persian]) => persian),
  ...Object.values(hostWordsFa).flat(),
];
const withPattern = (pattern: RegExp): readonly string[] => texts.filter((text) => pattern.test(text));

test('Persian has its own letters, commas, semicolons and question marks, and no space twice', () => {
  expect(withPattern(/[يكىة]/)).toEqual([]);
  expect(withPattern(/[\u0600-\u06FF][,;?]/)).toEqual([]);
  expect(withPattern(/ {2}| [،؛؟]/)).toEqual([]);
});

test('prefixes and plurals are joined to their words by a zero-width non-joiner', () => {
  expect(withPattern(/(?<![\u0600-\u06FF])ن?می [\u0600-\u06FF]/)).toEqual([]);
  expect(withPattern(/[\u0600-\u06FF] (?:ها|های|هایی|ای|اند|تر|ترین)(?![\u0600-\u06FF\u200C])/)).toEqual([]);
});

test('the site and the desk have one word for one thing', () => {
  const others = {
    فایل: /پرونده/,
    ایمیل: /رایانامه/,
    لینک: /پیوند/,
    اشتراک‌گذاری: /هم‌رسانی/,
    آنلاین: /برخط/,
    فیلتر: /صافی/,
    مجوز: /پروانه/,
    'انتخاب کنید': /برگزین/,
    اثر: /انتشاری با|هر انتشار|همین انتشار/,
    پیش‌چاپ: /پیش‌انتشار/,
  };
  for (const [word, other] of Object.entries(others)) expect(withPattern(other), `instead of ${word}`).toEqual([]);
});

describe('the desk names as the site does', () => {
  test('types, roles, services and links', () => {
    for (const kind of ['type', 'role', 'service', 'link'])
      for (const [option, label] of Object.entries(optionLabelsFa)) {
        const shown = siteWords[`${kind}.${option}`];
        // A server of repositories keeps its name in Latin letters.
        if (shown !== undefined && /[\u0600-\u06FF]/.test(label)) expect(label, `${kind}.${option}`).toBe(shown);
      }
  });

  test.each([
    ['equal', 'publication.equal'],
    ['corresponding', 'publication.corresponding'],
    ['affiliations', 'publication.affiliations'],
    ['highlights', 'publication.highlights'],
    ['keywords', 'publication.keywords'],
    ['copyright', 'publication.copyright'],
    ['license', 'fact.license'],
    ['trials', 'fact.trials'],
    ['online', 'fact.online'],
    ['published', 'fact.published'],
    ['accessed', 'fact.accessed'],
    ['pagesTotal', 'fact.pagesTotal'],
    ['funding', 'fact.funding'],
    ['versions', 'fact.versions'],
    ['preferred', 'fact.version.preferred'],
    ['abbreviation', 'fact.abbreviation'],
    ['parent', 'fact.partOf'],
  ])('the field %s', (field, key) => {
    expect(fieldLabelsFa[field]).toBe(siteWords[key]);
  });
});

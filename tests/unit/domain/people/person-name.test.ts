import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findNameWarning,
  foldName,
  givenInitials,
  groupName,
  isGroup,
  nameKey,
  parsePersonName,
  sortKey,
  splitParticle,
  type IndividualName,
} from '../../../../src/domain/people/person-name.ts';

function nameOf(text: string): IndividualName {
  const parsed = parsePersonName(text);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return parsed.value;
}

describe('a name is split into its parts', () => {
  test.each<[text: string, family: string, given?: string, suffix?: string | undefined, printed?: string]>([
    ['Jamshidi A', 'Jamshidi', 'A.'],
    ['Shahrbaf MA', 'Shahrbaf', 'M. A.'],
    ['Sartre J-P', 'Sartre', 'J.-P.'],
    ['Kim J Y', 'Kim', 'J. Y.'],
    ['Ivanov YuA', 'Ivanov', 'Yu. A.'],
    ['Ivanov II', 'Ivanov', 'I. I.'],
    ['Иванов АБ', 'Иванов', 'А. Б.'],
    ['van der Berg J', 'van der Berg', 'J.'],
    ['García Márquez G', 'García Márquez', 'G.'],
    ['Smith J Jr', 'Smith', 'J.', 'Jr'],
    ['Smith JR', 'Smith', 'J. R.'],
    ['Smith J 3rd', 'Smith', 'J.', '3rd'],
    ['John Smith III', 'Smith', 'John', 'III'],
    ['Jamshidi, A', 'Jamshidi', 'A.', undefined, 'A. Jamshidi'],
    ['Jamshidi, Ahmad', 'Jamshidi', 'Ahmad', undefined, 'Ahmad Jamshidi'],
    ['Li, Ma', 'Li', 'Ma', undefined, 'Ma Li'],
    ['Miloslavsky, Eli M', 'Miloslavsky', 'Eli M', undefined, 'Eli M Miloslavsky'],
    ['Smith, John, Jr.', 'Smith', 'John', 'Jr.', 'John Smith, Jr.'],
    ['Smith, John Jr', 'Smith', 'John', 'Jr', 'John Smith, Jr'],
    ['Smith, J. A. jr.', 'Smith', 'J. A.', 'jr.', 'J. A. Smith, jr.'],
    ['Logan IV, Robert L', 'Logan', 'Robert L', 'IV', 'Robert L Logan IV'],
    ['Smith, John II, II', 'Smith', 'John II', 'II', 'John II Smith II'],
    ['Smith Jr, John III', 'Smith Jr', 'John', 'III', 'John Smith Jr III'],
    ['van der Berg, Jan', 'van der Berg', 'Jan', undefined, 'Jan van der Berg'],
    ['Ahmad Jamshidi', 'Jamshidi', 'Ahmad'],
    ['J. P. WU', 'WU', 'J. P.'],
    ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig'],
    ['Maria de la Cruz', 'de la Cruz', 'Maria'],
    ['Yves Van der Stede', 'Van der Stede', 'Yves'],
    ['Maureen Rutten-van Mölken', 'Rutten-van Mölken', 'Maureen'],
    ['Santiago Ramón y Cajal', 'Ramón y Cajal', 'Santiago'],
    ['João Florêncio da Costa Júnior', 'da Costa Júnior', 'João Florêncio'],
    ['Mohammed Al Fahad', 'Al Fahad', 'Mohammed'],
    ['Ahmed al-Rashid', 'al-Rashid', 'Ahmed'],
    ['Al Gore', 'Gore', 'Al'],
    ['de la Cruz', 'de la Cruz'],
    ['Sukarno', 'Sukarno'],
    ['علی احمدی', 'احمدی', 'علی'],
    ['احمدی، علی', 'احمدی', 'علی', undefined, 'علی احمدی'],
    ['محمد بن سلمان', 'بن سلمان', 'محمد'],
    ['علی حاجی‌زاده‌صفار', 'حاجی‌زاده‌صفار', 'علی'],
    ['رضا محمدی نژاد', 'محمدی نژاد', 'رضا'],
    ['王小明', '王小明'],
    ['王 小明', '王', '小明'],
    ['王，小明', '王', '小明', undefined, '王小明'],
    ['  Jamshidi \n A ', 'Jamshidi', 'A.', undefined, 'Jamshidi A'],
  ])('%s', (text, family, given, suffix, printed) => {
    const expected = { family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}), printed: printed ?? text };
    expect(nameOf(text)).toEqual(expected);
  });
});

describe('a text that is not the name of one person is rejected with the name repaired', () => {
  test.each([
    ['', 'empty-name', 'Jamshidi, Ahmad'],
    ['a.b@c.org Jan Berg', 'email-in-name', '"Jan Berg"'],
    ['Berg J1,2', 'marks-in-name', '"Berg J"'],
    ['Arase†, Yuki', 'marks-in-name', '"Arase, Yuki"'],
    ['Jamshidi A and Vojgani M', 'several-names', '"Jamshidi A", "Vojgani M"'],
    ['Jamshidi A; Vojgani M', 'several-names', '"Jamshidi A", "Vojgani M"'],
    ['Jamshidi A, Vojgani M, Jafari D', 'several-names', '"Jamshidi A", "Vojgani M", "Jafari D"'],
    ['Karimi - Rad, Sara', 'signs-in-name', '"Karimi-Rad, Sara"'],
    ['Karimi, Sara -', 'signs-in-name', '"Karimi, Sara"'],
    ['Karimi, - Sara', 'signs-in-name', '"Karimi, Sara"'],
    ['Karimi, -', 'signs-in-name', '"Karimi"'],
    ['علی احمدی و رضا کریمی', 'several-names', '"علی احمدی", "رضا کریمی"'],
    ['Jamshidi A et al.', 'several-names', '"Jamshidi A"'],
    ['Jan Berg, PhD', 'degree-in-name', '"Jan Berg"'],
    ['Dr. Lina Haddad, MD, PhD', 'degree-in-name', '"Lina Haddad"'],
    ['Smith, Jr., John', 'malformed-name', '"Smith, John, Jr."'],
    ['Smith,, John', 'malformed-name', '"Smith, John"'],
    ['Smith, John, Paul', 'malformed-name', '"Smith, John Paul"'],
  ])('%s', (text, name, hint) => {
    const parsed = parsePersonName(text);
    expect(parsed).toMatchObject({ ok: false, fault: { name } });
    expect(parsed.ok ? '' : parsed.fault.hint).toContain(hint);
  });
});

describe('a name with another possible meaning is a warning', () => {
  test.each([
    ['Example Consortium', 'group-as-person'],
    ['Jan Berg, MD', 'degree-in-name'],
    ['Dr. Jan Berg', 'title-in-name'],
    ['LI MA', 'ambiguous-initials'],
    ['Alvin Grissom II', 'ambiguous-initials'],
    ['Daniel Grieβhaber', 'mixed-scripts'],
  ])('%s', (text, name) => {
    expect(parsePersonName(text).ok).toBe(true);
    expect(findNameWarning(text)).toMatchObject({ name, severity: 'warning' });
  });
  test.each(['Jamshidi A', 'Smith, John', 'علی احمدی', 'Li MA', 'Smith, MD'])('%s has no warning', (text) =>
    expect(findNameWarning(text)).toBeUndefined(),
  );
});

describe('two spellings of one name have one key', () => {
  test.each([
    ['Jamshidi A', 'Jamshidi, A.'],
    ['Shahrbaf MA', 'Shahrbaf, M.-A.'],
    ['Ahmad Jamshidi', 'JAMSHIDI, ahmad'],
    ['Müller, Jörg', 'Muller, Jorg'],
    ['Ørsted, H', 'Orsted H'],
    ["O'Brien, Mary-Jane", 'O’Brien, Mary Jane'],
    ['علي كريمي', 'علی کریمی'],
    ['علی حاجی‌زاده', 'علی حاجیزاده'],
  ])('%s = %s', (a, b) => expect(nameKey(nameOf(a))).toBe(nameKey(nameOf(b))));
  test.each([
    ['Jamshidi A', 'Jamshidi, Ahmad'],
    ['Li MA', 'Li, Ma'],
    ['Smith J', 'Smith J Jr'],
    ['がだ, あ', 'かだ, あ'],
  ])('%s ≠ %s', (a, b) => expect(nameKey(nameOf(a))).not.toBe(nameKey(nameOf(b))));
  test('a group never has the key of a person', () => {
    expect(nameKey(groupName('Li'))).not.toBe(nameKey(nameOf('Li')));
    expect(isGroup(groupName(' Example  Consortium '))).toBe(true);
  });
  test('folding a folded name changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });
});

test('every valid name keeps all its letters', () => {
  const letters = (text: string): string =>
    Array.from(text.normalize('NFC').replace(/[^\p{L}]/gu, ''))
      .sort()
      .join('');
  const words = fc.array(
    fc.constantFrom('van', 'der', 'Li', 'MA', 'J.', 'Jr', 'II', 'y', ',', 'علی', '小', 'Núñez', 'J-P', 'YuA'),
    { maxLength: 7 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        words.map((list) => list.join(' ')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        const parsed = parsePersonName(text);
        if (!parsed.ok) return;
        const { family, given = '', suffix = '', printed } = parsed.value;
        expect(letters(`${family}${given}${suffix}`)).toBe(letters(text));
        expect(letters(printed)).toBe(letters(text));
        expect(family).not.toBe('');
      },
    ),
    { examples: [['van , van II , II']] },
  );
});

test.each([
  ['Jamshidi, Mohammad Amin', 'M. A.'],
  ['Sartre, Jean-Paul', 'J.-P.'],
  ['Miloslavsky, Eli M', 'E. M.'],
  ['Silva, Maria de Lourdes', 'M. L.'],
  ['احمدی، علی', 'علی'],
  ['Sukarno', ''],
])('the initials of %s are "%s"', (text, initials) => expect(givenInitials(nameOf(text))).toBe(initials));

test.each([
  ['van der Berg', 'van der', 'Berg'],
  ['de la Cruz Pérez', 'de la', 'Cruz Pérez'],
  ['al-Rashid', 'al-', 'Rashid'],
  ['d’Alembert', 'd’', 'Alembert'],
  ['Al Fahad', undefined, 'Al Fahad'],
  ['hooks', undefined, 'hooks'],
  ['احمدی', undefined, 'احمدی'],
])('%s has the particle %s', (family, particle, rest) =>
  expect(splitParticle(family)).toEqual(particle ? { particle, family: rest } : { family: rest }),
);

test('people are sorted by family name without particle, and Persian names by their own alphabet', () => {
  const sorted = [
    'van der Berg, Jan',
    'Li, Z',
    'Li Ming, A',
    'Øster, B',
    'پارسا، علی',
    'تهرانی، رضا',
    'گلی، نادر',
    'لاری، امیر',
    'یزدی، علی',
  ];
  const keys = sorted.map((text) => sortKey(nameOf(text)));
  expect([...keys].sort()).toEqual(keys);
});

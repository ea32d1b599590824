import { expect, test } from 'vitest';
import { contentKinds } from '../../../src/domain/institute/content-kind.ts';
import { fileSchemas } from '../../../src/schemas/file-schemas.ts';
import { fieldsAt } from '../../../src/schemas/schema-shape.ts';
import { checkFolder, contentFolder } from '../../support/build-site.ts';
import { hostileSite, references, slots, type HostileSite } from '../../support/hostile-site.ts';

/** What holds for attacks in every field. `every`: of so many files with attacks, one is tested. Returns the site of these. */
export function testHostileFields(every: number): HostileSite {
  const site = hostileSite(every);

  test('every field either holds attacks of all kinds as text, or refuses them', () => {
    for (const { kind, field } of slots.filter(({ field }) => !references.has(field))) {
      const placed = site.attackCounts.get(`${kind} ${field}`) ?? 0;
      const refused = site.refused.filter(({ slot }) => slot.kind === kind && slot.field === field).length;
      expect(placed + refused, `${kind} ${field}`).toBeGreaterThan(15 / every);
    }
  });

  test('every field of the schemas gets attacks', () => {
    for (const kind of contentKinds) {
      const attacked = slots.filter((slot) => slot.kind === kind).map(({ field }) => field.replace(/[ .].*$/, ''));
      expect(
        Object.keys(fieldsAt(fileSchemas[kind])).filter((field) => !attacked.includes(field)),
        kind,
      ).toEqual([]);
    }
  });

  test('every refusal is a problem with a position, a message and a hint', () => {
    expect(site.refused.length).toBeGreaterThan(3000 / every);
    for (const { problems, slot, attack } of site.refused)
      for (const problem of problems) {
        const where = `${slot.kind} ${slot.field} ${JSON.stringify(attack)}`;
        expect(problem, where).toMatchObject({ file: expect.any(String), line: expect.any(Number) });
        expect(problem.severity, where).toBe(problem.name === 'invisible-removed' ? 'warning' : 'error');
        expect(problem.message.length, where).toBeGreaterThan(10);
        expect(problem.hint.length, where).toBeGreaterThan(5);
      }
  });

  test.each([
    'publications url',
    'publications links.url',
    'publications notices.url',
    'people links.url',
    'units url',
    'journals url',
  ])('the field %s takes only addresses of the web', (slotName) => {
    const names = site.refused
      .filter(({ slot }) => `${slot.kind} ${slot.field}` === slotName)
      .flatMap(({ problems }) => problems.map(({ name }) => name));
    const found = new Set(names.filter((name) => !['invisible-character', 'missing-field'].includes(name)));
    const expected = ['invisible-removed', 'malformed-web-address', 'unsafe-web-address'];
    expect(expected).toEqual(expect.arrayContaining([...found]));
    expect(found.size).toBeGreaterThanOrEqual(every === 1 ? expected.length : 1);
  });

  test('no file holds a control character that YAML writes as an escape, in a value or in the name of a field', () => {
    const texts = Object.values(site.files).filter((content) => typeof content === 'string');
    expect(texts.filter((text) => /\\u00[01]|\\u007f/.test(text))).toEqual([]);
  });

  test('marks that change the direction of a text are published in no field', () => {
    const marks = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;
    expect([...site.acceptedAttacks].filter((attack) => marks.test(attack))).toEqual([]);
  });

  test('a file that an attack names and that does not exist is reported for every file', async () => {
    const good = { 'publications/good.mdx': '---\ntitle: Good\nauthors: [Fictus A]\npublished: 2024\n---\n' };
    const problems = await checkFolder(contentFolder({ ...good, ...site.referring }));
    const reported = new Set(problems.map(({ file }) => file));
    expect(Object.keys(site.referring).length).toBeGreaterThan(20 / every);
    expect(
      Object.keys(site.referring)
        .filter((file) => !reported.has(file))
        .map((file) => site.referring[file]),
    ).toEqual([]);
  });

  return site;
}

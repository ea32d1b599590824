import { describe, expect, test } from 'vitest';
import { checkParents } from '../../../src/catalog/check-parents.ts';
import { createConnector } from '../../../src/catalog/connect-publication.ts';
import type { Institute } from '../../../src/catalog/institute.ts';
import { resolveReferences } from '../../../src/catalog/resolve-references.ts';
import type { Journal, Person, Topic, Unit } from '../../../src/domain/institute/institute.ts';
import type { Problem } from '../../../src/domain/problems/problem.ts';
import { compileText, makeSummary, namesOf } from '../../support/make.ts';

const ada = '0000-0002-1825-0097';
const other = '0000-0001-5109-3700';

describe('an author is matched with a person of the institute', () => {
  const people = {
    'jamshidi-a': { names: ['Jamshidi, Ahmadreza', 'Jamshidi A'], orcid: ada },
    'vosough-m': { names: ['Vosough, Massoud', 'Vosough M'] },
    'hidden-h': { names: ['Hidden, Hana'], page: 'false' },
  };
  const personOf = (author: unknown) => {
    const { publications, problems } = resolve({ people }, [{ authors: [author] }]);
    expect(problems).toEqual([]);
    return publications[0]!.people.get(0);
  };

  test.each([
    ['by a name of their file', 'Jamshidi A', 'jamshidi-a'],
    ['by a name that is written in full', 'Jamshidi, Ahmadreza', 'jamshidi-a'],
    ['by a name in another order', 'Ahmadreza Jamshidi', 'jamshidi-a'],
    ['by ORCID iD, whatever the name', { name: 'Somebody E', orcid: ada }, 'jamshidi-a'],
    ['by the field `person`', { name: 'Somebody E', person: 'vosough-m' }, 'vosough-m'],
    ['by name, with an ORCID iD that the file does not know', { name: 'Vosough M', orcid: other }, 'vosough-m'],
    ['even without a page', 'Hidden, Hana', 'hidden-h'],
  ])('%s', (_, author, id) => expect(personOf(author)).toBe(id));

  test('never a private person, nor another person of the same name', () => {
    const two = {
      'one-p': { names: ['Private, Paul', 'Private P'], orcid: ada, private: 'true' },
      'two-p': { names: ['Private, Pia', 'Private P'] },
    };
    const authors = ['Private, Paul', 'Private P', { name: 'X, Y', orcid: ada }, { name: 'Z, Y', person: 'one-p' }];
    const { publications, problems } = resolve({ people: two }, [{ authors }]);
    expect(publications[0]!.people).toEqual(new Map());
    expect(namesOf(problems)).toEqual(['person-ambiguous']);
  });

  test.each([
    ['with a name that is not listed, though it is near', 'Jamshidi AB'],
    ['with another given name', 'Jamshidi, Azar'],
    ['with the name of a person, and the ORCID iD of somebody else', { name: 'Jamshidi A', orcid: other }],
    ['who is a group', { group: 'Jamshidi A' }],
  ])('never %s', (_, author) => expect(personOf(author)).toBeUndefined());

  test('not when two files list the name; one warning says so', () => {
    const { publications, problems } = resolve(
      { people: { 'a-one': { names: ['A, Alpha', 'Same N'] }, 'b-two': { names: ['B, Beta', 'Same N'] } } },
      [{ authors: ['Same N'] }, { slug: 'other', authors: ['Same N'] }],
    );
    expect(publications.map(({ people: found }) => found.size)).toEqual([0, 0]);
    expect(problems.map(({ name, severity, file }) => ({ name, severity, file }))).toEqual([
      { name: 'person-ambiguous', severity: 'warning', file: 'people/b-two.yaml' },
    ]);
    expect(problems[0]!.message).toContain('a-one and b-two');
  });

  test('not when two files list two forms of the same name', () => {
    const { problems } = resolve(
      { people: { 'a-one': { names: ['Müller, Jörg'] }, 'b-two': { names: ['Muller J', 'Müller, Jörg'] } } },
      [],
    );
    expect(namesOf(problems)).toEqual(['person-ambiguous']);
  });
});

describe('problems of references', () => {
  test('one ORCID iD in two files of people', () => {
    const { problems } = resolve(
      { people: { 'a-one': { names: ['One A'], orcid: ada }, 'b-two': { names: ['Two B'], orcid: ada } } },
      [],
    );
    expect(problems).toMatchObject([
      { name: 'orcid-twice', severity: 'error', file: 'people/b-two.yaml', field: 'orcid' },
    ]);
  });

  test('an author whose `person` has another ORCID iD', () => {
    const { problems } = resolve({ people: { 'a-one': { names: ['One A'], orcid: ada } } }, [
      { authors: ['Vosough M', { name: 'One A', person: 'a-one', orcid: other }] },
    ]);
    expect(problems).toMatchObject([{ name: 'orcid-disagrees', field: 'authors[2].orcid', severity: 'error' }]);
  });

  test('every reference to a file that does not exist, in one run, with the nearest id', () => {
    const written = {
      authors: [{ name: 'One A', person: 'a-onee' }],
      affiliations: [{ name: 'Lab', unit: 'slep-lab' }],
      topics: ['slep'],
      versions: { preprint: 'exmple-2024' },
      preferred: 'nothing-like-it',
      warnings: ['affiliation-unused'],
    };
    const { problems } = resolve(
      {
        people: { 'a-one': { names: ['One A'] } },
        units: { 'sleep-lab': { name: 'Lab' } },
        topics: { sleep: { label: 'Sleep' } },
      },
      [written],
    );
    expect(problems.map(({ name, field, hint }) => `${name} ${field}: ${hint.slice(0, 30)}`)).toEqual([
      'unknown-person authors[1].person: did you mean a-one?',
      'unknown-unit affiliations[1].unit: did you mean sleep-lab?',
      'unknown-topic topics[1]: did you mean sleep?',
      'unknown-publication versions.preprint: did you mean example-2024?',
      'unknown-publication preferred: add publications/nothing-like-',
    ]);
  });

  test('none for a file that has errors or is a draft', () => {
    const { problems } = resolve({ excluded: new Set(['people/a-one', 'publications/draft-2024']) }, [
      { authors: [{ name: 'One A', person: 'a-one' }], versions: { published: 'draft-2024' } },
    ]);
    expect(problems).toEqual([]);
  });

  test('parents that form a circle, each once', () => {
    const units = {
      a: { name: 'A', parent: 'b' },
      b: { name: 'B', parent: 'c' },
      c: { name: 'C', parent: 'a' },
      d: { name: 'D', parent: 'a' },
      e: { name: 'E', parent: 'e' },
    };
    expect(resolve({ units }, []).problems.map(({ name, file }) => `${name} ${file}`)).toEqual([
      'parent-circle units/a.yaml',
      'parent-circle units/b.yaml',
      'parent-circle units/c.yaml',
      'parent-circle units/e.yaml',
    ]);
  });
});

describe('an affiliation is matched with a unit', () => {
  const units = {
    lab: { name: { en: 'Sleep Laboratory', fa: 'آزمایشگاه خواب' }, names: ['Laboratory of Sleep, Faculty of Rest'] },
    faculty: { name: 'Faculty of Rest' },
  };
  test.each([
    ['Sleep Laboratory, Faculty of Rest, Tehran, Iran', ['lab']],
    ['sleep  laboratory', ['lab']],
    ['آزمایشگاه خواب، تهران', ['lab']],
    ['Laboratory of Sleep, Faculty of Rest, Tehran', ['lab']],
    ['Faculty of Rest, Tehran', ['faculty']],
    ['Laboratory of Sleep, Tehran', []],
    ['Other Sleep Laboratory, Tehran', []],
    ['Sleep Laboratory of Another Place', []],
  ])('%s', (name, ids) => {
    const { publications } = resolve({ units }, [{ affiliations: [name] }]);
    expect(publications[0]!.units).toEqual(ids);
  });
});

describe('a journal', () => {
  const journals = { 'regen-med': { title: 'Regenerative Medicine', abbreviation: 'Regen Med' } };
  test.each(['regen-med', 'Regenerative Medicine', 'Regen Med', 'Regen. Med.', 'REGENERATIVE MEDICINE'])(
    'is known by id, title or abbreviation (%s)',
    (journal) => {
      expect(resolve({ journals }, [{ journal }]).journalNamed.get(journal)?.id).toBe('regen-med');
    },
  );

  test('without a file gets an id from its title, the same for each spelling', () => {
    const { journalNamed, journals: all } = resolve({}, [
      { journal: 'Gut & Liver' },
      { slug: 'other', journal: 'Gut & liver' },
    ]);
    expect([...journalNamed.values()].map(({ id }) => id)).toEqual(['gut-liver', 'gut-liver']);
    expect(all.size).toBe(1);
  });
});

describe('versions of one work', () => {
  test('are found by slug, alias and DOI; a DOI of another site stays a DOI', () => {
    const { versions } = resolve({}, [
      { slug: 'a', versions: { preprint: 'b-old', published: '10.5555/C' }, preferred: '10.5555/elsewhere' },
      { slug: 'b', aliases: ['b-old'] },
      { slug: 'c', doi: '10.5555/c' },
    ]);
    expect(versions.get('a')).toMatchObject({
      preprint: { slug: 'b' },
      publishedVersion: { slug: 'c', doi: '10.5555/C' },
      preferred: { doi: '10.5555/elsewhere' },
    });
  });
});

interface Sketch {
  readonly people?: Record<string, object>;
  readonly units?: Record<string, object>;
  readonly journals?: Record<string, object>;
  readonly topics?: Record<string, object>;
  readonly excluded?: ReadonlySet<string>;
}

function resolve(sketch: Sketch, publications: readonly Record<string, unknown>[]) {
  const table = <Row>(kind: 'people' | 'units' | 'journals' | 'topics') =>
    new Map(
      Object.entries(sketch[kind] ?? {}).map(([id, fields]) => {
        const { record, problems } = compileText(`${kind}/${id}.yaml`, JSON.stringify(fields));
        expect(problems).toEqual([]);
        return [id, JSON.parse(record!) as Row] as const;
      }),
    );
  const institute: Institute = {
    people: table<Person>('people'),
    units: table<Unit>('units'),
    journals: table<Journal>('journals'),
    topics: table<Topic>('topics'),
    excluded: sketch.excluded ?? new Set(),
  };
  const ofMembers: Problem[] = [];
  const connected = publications
    .map((written) => makeSummary({ warnings: ['affiliation-unused'], ...written }))
    .map(createConnector(institute, ofMembers));
  const { problems, ...resolved } = resolveReferences(connected, institute);
  return { ...resolved, publications: connected, problems: [...ofMembers, ...problems, ...checkParents(institute)] };
}

import { describe, expect, test } from 'vitest';
import { resolveReferences } from '../../../src/catalog/resolve-references.ts';
import type { Person, Topic, Unit } from '../../../src/domain/institute.ts';
import { parsePersonName } from '../../../src/domain/person-name.ts';
import { makeBrief, namesOf } from '../../support/make.ts';

const name = (text: string) => {
  const parsed = parsePersonName(text);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return parsed.value;
};
const person = (id: string, names: string[], more: Partial<Person> = {}): Person => ({ id, file: `people/${id}.yaml`, names: names.map(name), links: [], alumni: false, page: true, ...more });
const unit = (id: string, english: string, more: Partial<Unit> = {}): Unit => ({ id, file: `units/${id}.yaml`, name: { en: english }, names: [], ...more });
const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
const institute = ({ people = [], units = [], topics = [] }: { people?: Person[]; units?: Unit[]; topics?: Topic[] } = {}) => ({
  people: byId(people), units: byId(units), journals: new Map(), topics: byId(topics), absent: new Set<string>(),
});
const resolve = (fields: Parameters<typeof makeBrief>[0], rows: ReturnType<typeof institute>) => {
  const { references, problems } = resolveReferences([makeBrief({ slug: 'x', ...fields })], rows);
  return { ...references.get('x')!, names: namesOf(problems) };
};
const orcid = '0000-0002-1825-0097';
const otherOrcid = '0000-0001-5109-3700';

describe('an author is a person of the institute', () => {
  const jamshidi = person('jamshidi', ['Jamshidi, Ahmadreza', 'Jamshidi A'], { orcid });
  test.each([
    ['by id', { name: 'Somebody, Else', person: 'jamshidi' }, 'jamshidi'],
    ['by ORCID iD, however the name is printed', { name: 'Jamshidi AR', orcid }, 'jamshidi'],
    ['by a listed name', 'Jamshidi A', 'jamshidi'],
    ['by a listed name with other punctuation', 'Jamshidi, A.', 'jamshidi'],
    ['not by a name that is only similar', 'Jamshidi AR', undefined],
    ['not by a listed name with another ORCID iD', { name: 'Jamshidi A', orcid: otherOrcid }, undefined],
    ['not where a group has the name', { group: 'Jamshidi A' }, undefined],
  ])('%s', (_, author, expected) => {
    expect(resolve({ authors: [author] }, institute({ people: [jamshidi] })).people.get(0)).toBe(expected);
  });

  test('unless two people list the name: then neither, and a warning', () => {
    const two = [jamshidi, person('jamshidi-2', ['Jamshidi, Ali', 'Jamshidi A'])];
    const { people, names } = resolve({ authors: ['Jamshidi A'] }, institute({ people: two }));
    expect([people.size, names]).toEqual([0, ['person-ambiguous']]);
  });
});

describe('an affiliation is a unit', () => {
  const units = [unit('rheumatology', 'Rheumatology Research Center', { names: ['Rheumatology Research Center, Shariati Hospital'] }), unit('sina', 'Rheumatology Research Center, Sina Hospital')];
  test.each([
    ['by the name that opens it', 'Rheumatology Research Center, Shariati Hospital, Tehran, Iran', ['rheumatology']],
    ['by the longest such name', 'Rheumatology Research Center, Sina Hospital, Tehran, Iran', ['sina']],
    ['not by a part of a word or a name inside it', 'Department of Rheumatology Research Center, Tehran', []],
  ])('%s', (_, affiliation, expected) => {
    expect(resolve({ authors: [{ name: 'A B', affiliations: [1] }], affiliations: [affiliation] }, institute({ units })).units).toEqual(expected);
  });
});

test('journals without a file get an id made of their title, whatever its punctuation', () => {
  const briefs = [makeBrief({ slug: 'a', journal: 'Brain, Behavior & Immunity' }), makeBrief({ slug: 'b', journal: 'brain behavior & immunity' })];
  const { references, journals } = resolveReferences(briefs, institute());
  expect(references.get('a')?.journal?.id).toBe(references.get('b')?.journal?.id);
  expect(journals.size).toBe(1);
});

test('versions are found by DOI without regard to case, and by an old slug', () => {
  const briefs = [
    makeBrief({ slug: 'preprint', doi: '10.5555/ABC', versions: { published: 'old-article' } }),
    makeBrief({ slug: 'article', aliases: ['old-article'], versions: { preprint: '10.5555/abc' } }),
  ];
  const { references, problems } = resolveReferences(briefs, institute());
  expect(references.get('article')?.preprint).toEqual({ slug: 'preprint', doi: '10.5555/abc' });
  expect([references.get('preprint')?.publishedVersion, problems]).toEqual([{ slug: 'article' }, []]);
});

test('whatever does not exist is named, with the nearest that does', () => {
  const topics = [{ id: 'cell-therapy', file: 'topics/cell-therapy.yaml', label: { en: 'Cell therapy' } }];
  const { problems } = resolveReferences([makeBrief({ topics: ['cell-therapie'] })], institute({ topics }));
  expect(problems.map(({ name: problem, hint }) => [problem, hint])).toEqual([['unknown-topic', 'did you mean cell-therapy?']]);
});

test('units that are each other’s parent are an error, once for each, and nothing hangs', () => {
  const { problems } = resolveReferences([], institute({ units: [unit('a', 'A', { parent: 'b' }), unit('b', 'B', { parent: 'a' })] }));
  expect(namesOf(problems)).toEqual(['parent-circle', 'parent-circle']);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUnsafeCharacters } from '../../src/domain/text/unsafe-characters.ts';
import { leavesSite } from '../../src/domain/pages/text-link.ts';
import type { Problem } from '../../src/domain/problems/problem.ts';
import { projectDir } from '../../src/project/settings.ts';
import { compileText } from './make.ts';
import type { ContentFiles } from './build-site.ts';

/** Attacks on a reader, a page, a file or a program, by kind. */
const attacksByKind = JSON.parse(
  readFileSync(join(projectDir, 'tests/cases/hostile/attacks.json'), 'utf8'),
) as Readonly<Record<string, readonly string[]>>;

export const attacks: readonly string[] = [...new Set(Object.values(attacksByKind).flat())];

const casesFolder = join(projectDir, 'tests/cases/hostile');

/** Cases of `tests/cases/hostile` that are harmless as they are published, and so are in the site; all others are refused. */
export const harmlessCases: readonly string[] = [
  'drawings/metarefresh.svg',
  'publications/fake-retraction.mdx',
  'publications/x-2020-internal.mdx',
];

/** A field that gets an attack; all other fields have valid values. */
export interface Slot {
  readonly kind: Kind;
  readonly field: string;
  /** Fields with the attack; `body` is the text after the frontmatter. Lists are appended to those of `before`. */
  readonly fill: (attack: string, before: Fields) => Fields;
}

/** Fields of a file. */
type Fields = Readonly<Record<string, unknown>>;

type Kind = 'publications' | 'people' | 'units' | 'journals' | 'topics' | 'pages';

/** An attack that the schema has refused, with the problems that the author sees. */
export interface Refusal {
  readonly slot: Slot;
  readonly attack: string;
  readonly problems: readonly Problem[];
}

export interface HostileSite {
  readonly files: ContentFiles;
  readonly refused: readonly Refusal[];
  /** Files in which an attack refers to content, a picture or a page that does not exist. */
  readonly referring: ContentFiles;
  /** Number of attacks in the site, by field. */
  readonly attackCounts: ReadonlyMap<string, number>;
  /** The attacks that are in the site. */
  readonly acceptedAttacks: ReadonlySet<string>;
}

const slot = (kind: Kind, field: string, fill: Slot['fill']): Slot => ({ kind, field, fill });
const simple = (kind: Kind, fields: readonly string[]): Slot[] =>
  fields.map((field) => slot(kind, field, (attack) => ({ [field]: attack })));

/** Every field of every kind of content, keys of maps included. */
export const slots: readonly Slot[] = [
  ...simple('publications', [
    ...['title', 'type', 'lang', 'journal', 'container', 'volume', 'issue', 'pages', 'articleNumber', 'publisher'],
    ...['published', 'doi', 'pmid', 'pmcid', 'arxiv', 'isbn', 'handle', 'url', 'openAccess', 'license', 'copyright'],
    ...['status', 'preferred', 'citekey', 'featured', 'draft', 'added', 'body'],
  ]),
  ...['keywords', 'topics', 'mesh', 'trials', 'highlights', 'aliases'].map((field) =>
    slot('publications', field, (attack) => ({ [field]: [attack] })),
  ),
  ...['name', 'group'].map((field) =>
    slot('publications', `authors.${field}`, (attack) => ({ authors: [{ [field]: attack }] })),
  ),
  ...['orcid', 'person', 'corresponding', 'roles', 'affiliations'].map((field) =>
    slot('publications', `authors.${field}`, (attack) => ({ authors: [{ name: 'Fictus, Ada', [field]: attack }] })),
  ),
  slot('publications', 'authors.native', (attack) => ({ authors: [{ name: 'Fictus, Ada', native: { fa: attack } }] })),
  slot('publications', 'authors.native key', (attack) => ({
    authors: [{ name: 'Fictus, Ada', native: { [attack]: 'x' } }],
  })),
  ...['name', 'ror', 'unit', 'country'].map((field) =>
    slot('publications', `affiliations.${field}`, (attack, before) => ({
      authors: [{ name: `Fictus ${field}, Ada`, affiliations: [lengthOf(before['affiliations']) + 1] }],
      affiliations: [{ name: 'Example Institute, Tehran, Iran', [field]: attack }],
    })),
  ),
  ...['rel', 'url', 'label'].map((field) =>
    slot('publications', `links.${field}`, (attack) => ({
      links: [{ rel: 'data', url: 'https://data.example.org/1', [field]: attack }],
    })),
  ),
  ...['funder', 'ror', 'award'].map((field) =>
    slot('publications', `funding.${field}`, (attack) => ({
      funding: [{ funder: 'Example Foundation', [field]: attack }],
    })),
  ),
  ...['type', 'date', 'doi', 'url', 'reason'].map((field) =>
    slot('publications', `notices.${field}`, (attack) => ({
      status: 'retracted',
      notices: [{ type: 'retraction', [field]: attack }],
    })),
  ),
  ...['src', 'alt', 'caption', 'credit'].map((field) =>
    slot('publications', `image.${field}`, (attack) => ({
      image: { src: './figure.svg', alt: 'A figure', [field]: attack },
    })),
  ),
  ...['titles', 'abstracts', 'summary'].flatMap((field) => [
    slot('publications', field, (attack) => ({ [field]: { fa: attack } })),
    slot('publications', `${field} key`, (attack) => ({ [field]: { [attack]: 'x' } })),
  ]),
  ...['preprint', 'published'].map((field) =>
    slot('publications', `versions.${field}`, (attack) => ({ versions: { [field]: attack } })),
  ),
  slot('publications', 'a key', (attack) => ({ [attack]: 'x' })),
  slot('publications', 'section', (attack) => ({ body: `An abstract.\n\n## ${attack}\n\n${attack}` })),
  slot('publications', 'names of a picture', (attack) => ({
    body: `An abstract.\n\n## Figures\n\n![A figure](<${attack}>)`,
  })),
  slot('publications', 'words of a link', (attack) => ({
    body: `An abstract.\n\n## Links\n\n[${attack}](https://example.org/)`,
  })),
  slot('publications', 'address of a link', (attack) => ({ body: `An abstract.\n\n## Links\n\n[words](${attack})` })),
  slot('people', 'names', (attack) => ({ names: [attack] })),
  slot('people', 'aliases', (attack) => ({ aliases: [attack] })),
  ...simple('people', ['role', 'bio', 'orcid', 'unit', 'image', 'alumni', 'page', 'native']),
  ...['label', 'url'].map((field) =>
    slot('people', `links.${field}`, (attack) => ({
      links: [{ label: 'Profile', url: 'https://example.org/', [field]: attack }],
    })),
  ),
  ...simple('units', ['name', 'ror', 'parent', 'url']),
  slot('units', 'names', (attack) => ({ names: [attack] })),
  ...simple('journals', ['title', 'abbreviation', 'issn', 'eissn', 'publisher', 'url']),
  ...simple('topics', ['label', 'parent', 'mesh']),
  slot('topics', 'label key', (attack) => ({ label: { [attack]: 'x' } })),
  ...simple('pages', ['title', 'order', 'body']),
  ...simple('publications', [
    ...['place', 'edition', 'series', 'seriesNumber', 'chapter', 'pagesTotal', 'number', 'version', 'originalTitle'],
    ...['online', 'accessed', 'abstractBy', 'summaryTitle'],
  ]),
  ...['editors', 'translators', 'seriesEditors'].flatMap((field) =>
    ['name', 'group'].map((part) =>
      slot('publications', `${field}.${part}`, (attack) => ({ [field]: [{ [part]: attack }] })),
    ),
  ),
  slot('publications', 'keyMessages', (attack) => ({ keyMessages: [attack] })),
  ...['name', 'place', 'start', 'end'].map((field) =>
    slot('publications', `event.${field}`, (attack) => ({ event: { name: 'Example Congress', [field]: attack } })),
  ),
  ...['kind', 'institution', 'advisor'].map((field) =>
    slot('publications', `thesis.${field}`, (attack) => ({ thesis: { institution: 'Example', [field]: attack } })),
  ),
  ...['isbn', 'doi'].map((field) =>
    slot('publications', `container.${field}`, (attack) => ({ container: { title: 'Proceedings', [field]: attack } })),
  ),
  slot('publications', 'extra', (attack) => ({ extra: { 'Patent family': attack } })),
  slot('publications', 'extra of a language', (attack) => ({ extra: { Shelf: { en: attack, fa: attack } } })),
  slot('publications', 'extra key', (attack) => ({ extra: { [attack]: 'x' } })),
  ...simple('people', ['private']),
  ...simple('units', ['description']),
  ...simple('journals', ['description']),
  ...simple('topics', ['description']),
  slot('topics', 'terms', (attack) => ({ terms: [attack] })),
];

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

/** A unique word for each number, because names have no digits. */
const wordOf = (id: string): string =>
  `Person${[...id.replace(/\D/g, '')].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;

/** The required fields of a file. */
const required: Readonly<Record<Kind, (id: string) => Fields>> = {
  publications: (id) => ({ title: `A good title of ${id}`, authors: ['Fictus, Ada'], published: '2024-05' }),
  people: (id) => ({ names: [`${wordOf(id)}, Ada`] }),
  units: (id) => ({ name: { en: `Unit ${id}`, fa: `واحد ${id}` } }),
  journals: (id) => ({ title: `Journal ${id}` }),
  topics: (id) => ({ label: { en: `Topic ${id}`, fa: `موضوع ${id}` } }),
  pages: (id) => ({ title: `Page ${id}` }),
};

/** Number of files of each kind; each file has many attacks. */
const fileCounts: Readonly<Record<Kind, number>> = {
  publications: 96,
  people: 24,
  units: 24,
  journals: 24,
  topics: 24,
  pages: 24,
};

/**
 * The content folder `tests/sites/hostile`. Each file has a different attack in each of its fields, so that each field gets
 * every kind of attack. Attacks that the schema refuses are not in the files, but in `refused`. `every`: of so many files, one
 * is made.
 */
export function hostileSite(every = 1): HostileSite {
  const refused: Refusal[] = [];
  const referring: Record<string, string> = {};
  const attackCounts = new Map<string, number>();
  const acceptedAttacks = new Set<string>();
  const files: Record<string, string | Uint8Array> = {
    'site.yaml': siteText(),
    'synonyms.yaml': synonymsText(),
    'publications/figure.svg': drawing,
  };
  // Some attacks include a picture of this name.
  for (const folder of ['publications', 'pages/en', 'pages/fa']) files[`${folder}/x.png`] = pixel;
  for (const kind of Object.keys(fileCounts) as Kind[]) {
    const own = slots.filter((each) => each.kind === kind);
    const step = Math.ceil(attacks.length / fileCounts[kind]);
    for (let number = 0; number < fileCounts[kind]; number += every) {
      const id = `hostile-${number}`;
      const path = pathOf(kind, id);
      let fields = required[kind](id);
      for (const [index, each] of own.entries()) {
        // The index shifts the attacks, so that no attack between two steps is skipped.
        const attack = attacks[(number * step + index * 7) % attacks.length]!;
        const filled = merge(fields, each.fill(attack, fields));
        const { problems, links } = compileText(path, textOf(kind, filled), context);
        // An attack that is removed while the file is read is refused as well.
        const errors = problems.filter(({ severity, name }) => severity === 'error' || name === 'invisible-removed');
        if (errors.length > 0) refused.push({ slot: each, attack, problems: errors });
        else if (references.has(each.field) || links.some((link) => !leavesSite(link))) {
          const other = `${id}-${index}`;
          referring[pathOf(kind, other)] = textOf(kind, merge(required[kind](other), each.fill(attack, {})));
        } else {
          fields = filled;
          attackCounts.set(`${kind} ${each.field}`, (attackCounts.get(`${kind} ${each.field}`) ?? 0) + 1);
          acceptedAttacks.add(attack);
        }
      }
      files[path] = textOf(kind, fields);
    }
  }
  for (const path of harmlessCases)
    files[path.replace('drawings/', 'pages/en/')] = readFileSync(join(casesFolder, path), 'utf8');
  files['pages/en/drawings.mdx'] = textOf('pages', {
    title: 'Drawings',
    body: '![A link](./metarefresh.svg)',
  });
  return { files, refused, referring, attackCounts, acceptedAttacks };
}

/** Fields that refer to other content or to a file, which must exist; other tests check them. */
export const references: ReadonlySet<string> = new Set([
  ...[
    'topics',
    'authors.person',
    'affiliations.unit',
    'preferred',
    'aliases',
    'versions.preprint',
    'versions.published',
  ],
  ...['unit', 'parent', 'image', 'image.src', 'names of a picture', 'authors.affiliations'],
]);

const context = {
  locales: ['en', 'fa'],
  trust: 'markdown',
  base: '',
  url: 'https://hostile.example.org',
  names: [],
} as const;

const pathOf = (kind: Kind, id: string): string => {
  if (kind === 'pages') return `pages/${/[02468]$/.test(id) ? 'en' : 'fa'}/${id}.mdx`;
  return `${kind}/${id}.${kind === 'publications' ? 'mdx' : 'yaml'}`;
};

/** YAML holds JSON, so every value is written as JSON. */
function textOf(kind: Kind, { body = '', ...fields }: Fields): string {
  const lines = Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}\n`);
  return kind === 'publications' || kind === 'pages' ? `---\n${lines.join('')}---\n${String(body)}\n` : lines.join('');
}

/** Appends lists and bodies, merges groups, and replaces other values. */
function merge(before: Fields, more: Fields): Fields {
  const both = Object.entries(more).map(([name, value]): [string, unknown] => {
    const old = before[name];
    if (Array.isArray(old) && Array.isArray(value)) return [name, [...(old as unknown[]), ...(value as unknown[])]];
    if (name === 'body' && typeof old === 'string') return [name, `${old}\n\n${String(value)}`];
    return [name, isGroup(old) && isGroup(value) ? { ...old, ...value } : value];
  });
  return { ...before, ...Object.fromEntries(both) };
}

const isGroup = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text of `site.yaml`, with an attack of each kind in its names. */
function siteText(): string {
  const name = (start: string, place: number) =>
    [start, ...Object.values(attacksByKind).map((own) => own[place] ?? '')]
      .filter((text) => findUnsafeCharacters(text, { oneLine: true }) === undefined)
      .join(' ');
  const fields = {
    institute: { en: name('Institute', 0), fa: name('مؤسسه', 1) },
    platform: { en: name('Platform', 2), fa: name('سامانه', 3) },
    url: context.url,
    locales: context.locales,
    trust: context.trust,
    corrections: 'https://example.org/correct?title={title}&page={url}&slug={slug}',
    social: [{ service: name('Service', 4), url: 'https://example.org/' }],
    features: { linkset: 'true', oai: 'true', cards: 'recent' },
  };
  return `${note}${textOf('people', fields)}`;
}

/** Each attack as a word that the search takes for the next one. */
function synonymsText(): string {
  const own = attacks.filter((attack) => findUnsafeCharacters(attack, { oneLine: true }) === undefined);
  return textOf('people', { synonyms: own.map((attack, index) => [attack, own[(index + 1) % own.length]!]) });
}

const note = `# A site with attacks in every field: the texts of tests/cases/hostile/attacks.json, wherever the schemas take them.
# Made by tests/support/hostile-site.ts. Written again by: npm exec -- vitest run tests/unit/compile/hostile-fields.slow.test.ts -u
`;

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h10v10z"/></svg>\n';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

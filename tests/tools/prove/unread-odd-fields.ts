import type { PublicationType } from '../../../src/domain/publication/publication-type.ts';
import type { CitationFile } from './program.ts';
import type { ProvedField } from './proved-fields.ts';
import { bibField, cslProperty, enwTag, modsElement, risTag, type UnreadFields } from './unread-fields.ts';

const inJournal: readonly PublicationType[] = ['article', 'review', 'editorial', 'letter'];
const whole: readonly PublicationType[] = ['book', 'thesis', 'report'];

/**
 * Fields that the type of a record does not usually have, as files of other programs leave them: an article with an ISBN, a
 * book with an issue and pages. Our file holds them, and the program has no place for them in that type.
 */
export const unreadOddFields: readonly UnreadFields[] = (
  [
    ['zotero', 'bib', whole, { pages: bibField('pages') }],
    ['zotero', 'bib', ['book'], { container: bibField('maintitle') }],
    ['zotero', 'biblatex.bib', whole, { pages: bibField('pages') }],
    ['zotero', 'biblatex.bib', ['book'], { container: bibField('maintitle') }],
    ['zotero', 'ris', inJournal, { isbn: risTag('SN') }],
    ['zotero', 'ris', ['book'], { container: risTag('T2') }],
    ['zotero', 'enw', undefined, { translators: enwTag('?') }],
    ['zotero', 'enw', ['report'], { isbn: enwTag('Z') }],
    ['zotero', 'enw', ['book'], { container: enwTag('Z') }],
    ['zotero', 'mods.xml', undefined, { pages: modsElement('list') }],
    ['zotero', 'html', ['book'], { container: 'nowhere' }],
    // Several translators are one line of “Extra”.
    ['zotero', 'html', undefined, { translators: /<meta name="z:extra" content="([^"]*)"/g }],
    ['zotero', 'csl.json', inJournal, { isbn: cslProperty('ISBN'), edition: cslProperty('edition') }],
    ['zotero', 'csl.json', ['book'], { container: cslProperty('container-title'), pmid: cslProperty('PMID') }],
    ['zotero', 'csl.json', whole, { issue: cslProperty('issue'), pages: cslProperty('page') }],
    ['zotero', 'csl.json', ['thesis', 'report'], { volume: cslProperty('volume') }],
    ['better bibtex', 'bib', ['book'], { container: bibField('maintitle') }],
    ['better bibtex', 'biblatex.bib', ['book'], { container: bibField('maintitle') }],
    ['pandoc', 'bib', whole, { issue: bibField('issue') }],
    ['pandoc', 'bib', ['book'], { container: bibField('maintitle') }],
    ['pandoc', 'biblatex.bib', ['book'], { container: bibField('maintitle') }],
    ['bibutils', 'bib', inJournal, { editors: bibField('editor'), edition: bibField('edition') }],
    ['bibutils', 'bib', [...inJournal, 'thesis'], { isbn: bibField('isbn') }],
    ['bibutils', 'bib', whole, { issue: bibField('issue'), pages: bibField('pages') }],
    ['bibutils', 'bib', ['thesis', 'report'], { volume: bibField('volume') }],
    ['bibutils', 'bib', ['book'], { container: bibField('maintitle') }],
    ['bibutils', 'ris', [...inJournal, 'chapter'], { editors: risTag('A2') }],
    ['bibutils', 'ris', ['book'], { container: risTag('T2') }],
    ['bibutils', 'enw', inJournal, { editors: enwTag('E'), translators: enwTag('?') }],
    ['bibutils', 'enw', whole, { issue: enwTag('N'), pages: enwTag('P') }],
    ['bibutils', 'enw', ['thesis', 'report'], { volume: enwTag('V') }],
    ['bibutils', 'enw', ['thesis'], { isbn: enwTag('@') }],
    ['bibutils', 'enw', ['book'], { container: enwTag('Z') }],
    ['bibutils', 'mods.xml', inJournal, { series: modsElement('relatedItem type="series"') }],
    ['bibutils', 'mods.xml', ['book'], { container: modsElement('relatedItem type="host"') }],
    ['biber', 'bib', ['book'], { container: bibField('maintitle') }],
    ['biber', 'biblatex.bib', ['book'], { container: bibField('maintitle') }],
  ] as const satisfies readonly Row[]
).map(([program, file, types, places]) => ({
  why: 'the type does not usually have the field, which another program left, and the program has no place for it there',
  program,
  file,
  ...(types ? { types } : {}),
  places,
}));

type Row = readonly [
  program: string,
  file: CitationFile,
  types: readonly PublicationType[] | undefined,
  places: Readonly<Partial<Record<ProvedField, RegExp | 'nowhere'>>>,
];

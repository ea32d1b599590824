import { describe, expect, it } from 'vitest';
import { parseRichText } from '../../../../src/domain/text/rich-text.ts';
import { toBibtexTitle, type TitleContext } from '../../../../src/formats/bibtex/bibtex-title.ts';
import { toBibtexEntry } from '../../../../src/formats/bibtex/write-bibtex.ts';
import { makeCited } from '../make-cited.ts';

const write = (title: string, context: Partial<TitleContext> = {}): string =>
  toBibtexTitle(parseRichText(title, () => '').text, { lang: 'en', ...context });

describe('capitals of titles in BibTeX', () => {
  it.each([
    ['Prevalence of Toxoplasma in Tehran, Iran', 'Prevalence of {Toxoplasma} in {Tehran}, {Iran}'],
    ['Depression among Iranian nurses in Shiraz', 'Depression among {Iranian} nurses in {Shiraz}'],
    ['Does it roll? A systematic review', 'Does it roll? {A} systematic review'],
    ['Rolling on carpets. Report of the London workshop', 'Rolling on carpets. {Report} of the {London} workshop'],
    ['Piero’s marbles in Aachen', 'Piero{\\textquoteright}s marbles in {Aachen}'],
    ['Dancing between Marbles and Rivers', 'Dancing between Marbles and Rivers'],
    ['Effect of Smoking on Health Workers in Tehran, Iran', 'Effect of Smoking on Health Workers in {Tehran}, {Iran}'],
    [
      'The Iran-Iraq War and the Marbles of Behçet Disease',
      'The {Iran-Iraq} War and the Marbles of {Beh{\\c c}et} Disease',
    ],
    [
      'A species of <i>Tachyfictus</i> (<i>Gymnofictus</i>) (Orthoptera: Fictidae) from <i>in vitro</i> work',
      'A species of {{\\textit{Tachyfictus}}} ({{\\textit{Gymnofictus}}}) ({Orthoptera}: {Fictidae}) from \\textit{in vitro} work',
    ],
    ['Expression of Ki67 and Claudin-1 in Cells', 'Expression of {Ki67} and Claudin-1 in Cells'],
    [
      'Growing Thick Layers: Al<sub>x</sub>Ga<sub>y</sub>N on Bi<sub>2</sub>Te<sub>3</sub> and Na<sup>+</sup> Effects<sup>2</sup>',
      'Growing Thick Layers: {Al}$_{\\textrm{x}}${Ga}$_{\\textrm{y}}${N} on {Bi}$_{2}${Te}$_{3}$ and {Na}$^{+}$ Effects$^{2}$',
    ],
    ['Signs in {braces} count', 'Signs in \\{braces\\} count'],
    ['pycount: counting', '{pycount}: counting'],
    [
      'Marbles in Alzheimer’s disease: the TEHRAN-2 study',
      'Marbles in {Alzheimer{\\textquoteright}s} disease: the {TEHRAN-2} study',
    ],
    ['A Quibblov field and the mRNA of vitamin D', 'A {Quibblov} field and the {mRNA} of vitamin {D}'],
    [
      'Unique Aspects of Cellulose Revealed by Double-Blind Simulation: An Example',
      'Unique Aspects of Cellulose Revealed by Double-Blind Simulation: {An} Example',
    ],
  ])('of %s: %s', (title, latex) => expect(write(title)).toBe(latex));

  it('are kept in a word that the abstract writes with a capital inside sentences, and in no other', () => {
    const title = 'Aspects of Quibblov Simulations in Shallow Water';
    expect(write(title)).toBe(title);
    expect(write(title, { text: 'We show that the Quibblov number counts. Shallow water was simulated.' })).toBe(
      'Aspects of {Quibblov} Simulations in Shallow Water',
    );
  });

  it('are kept in every capitalised word of another language', () => {
    expect(write('Der Einfluss der Arbeit', { lang: 'de' })).toBe('Der {Einfluss} der {Arbeit}');
  });

  it('are kept in RETRACTED and in the title after it', () => {
    const entry = toBibtexEntry(makeCited({ title: ['Marbles cure everything'], status: 'retracted' }));
    expect(entry).toContain('= {{RETRACTED}: {Marbles} cure everything}');
  });
});

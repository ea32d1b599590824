import type { CslNode } from '../../domain/publication/reference-styles.ts';
import {
  daysOfAma,
  editorsOfAma,
  inventorsOfAma,
  languageOfAma,
  noticeAtEnd,
  ownFormsOfAma,
  yearWithoutPublisher,
} from './ama.ts';
import { labelOnlyPages } from './any-style.ts';
import {
  citedWhenKnown,
  datesOfCitingMedicine,
  endWithDoi,
  inventors,
  kindsAfterTitle,
  locationAfterDate,
  pageOfWebsite,
  preprintServers,
  publishersOfCitingMedicine,
  pubMedNumbers,
  shortPageRanges,
} from './citing-medicine.ts';
import {
  congressOfProceedings,
  hyphenInDays,
  languageOfWork,
  seriesOfCitingMedicine,
  translatorsOfCitingMedicine,
} from './citing-medicine-details.ts';
import { endOfPatent, languageAfterTitle, seriesWithinList, versionsOfIeee } from './ieee.ts';
import { congressOfMla, languageInBrackets, programsOfHarvard } from './other-styles.ts';

/** A change to an official style that breaks a published rule, where no better data would keep it. */
export interface StyleAdjustment {
  readonly name: string;
  /** The rule, and what the style does instead. */
  readonly reason: string;
  /** Ids in the CSL project; absent for every style. */
  readonly styles?: readonly string[];
  readonly change: (style: CslNode) => CslNode;
}

const citingMedicine = ['vancouver', 'national-library-of-medicine-grant-proposals'];
const ama = ['american-medical-association'];
const ieee = ['ieee'];

export const styleAdjustments: readonly StyleAdjustment[] = [
  {
    name: 'label only pages',
    reason: 'APA 7 9.27, IEEE and AMA 11 3.11: an article number is no page, and has no "p."',
    change: labelOnlyPages,
  },
  {
    name: 'end with the DOI',
    reason:
      'NLM sample references: "doi: 10.1136/bmj.a2752."; ICMJE: "Epub", "Retraction in", "Erratum in". The style prints none',
    styles: citingMedicine,
    change: endWithDoi,
  },
  {
    name: 'dates',
    reason: 'Citing Medicine 1: no ";" without a volume; preprints, patents and websites have their whole date',
    styles: citingMedicine,
    change: (style) => locationAfterDate(datesOfCitingMedicine(style)),
  },
  {
    name: 'date of citation only where known',
    reason: 'Citing Medicine: "[cited 2024 Dec 10]"; without a day the style prints "[cited]" in some types',
    styles: citingMedicine,
    change: citedWhenKnown,
  },
  {
    name: 'kinds after the title',
    reason:
      'Citing Medicine, dissertations, data and programs: "[dissertation on the Internet]", "[dataset]", "[software]" and the version',
    styles: citingMedicine,
    change: kindsAfterTitle,
  },
  {
    name: 'servers of preprints',
    reason: 'NLM sample references, preprints: "bioRxiv [Preprint]. 2016 Aug 11."; the style knows no preprints',
    styles: citingMedicine,
    change: preprintServers,
  },
  {
    name: 'publishers',
    reason:
      'ICMJE samples: no publisher of a journal, no brackets around a place that is printed, "United States patent US 20020103498"',
    styles: citingMedicine,
    change: publishersOfCitingMedicine,
  },
  { name: 'inventors', reason: 'ICMJE samples: "Pagedas AC, inventor"', styles: citingMedicine, change: inventors },
  {
    name: 'page ranges',
    reason: 'ICMJE samples and Citing Medicine 1: "284-7", with a hyphen; the style prints a dash',
    styles: citingMedicine,
    change: shortPageRanges,
  },
  {
    name: 'pages of websites',
    reason: 'Citing Medicine 25: the title of a part comes after the website; the style omits it',
    styles: ['national-library-of-medicine-grant-proposals'],
    change: pageOfWebsite,
  },
  {
    name: 'PubMed numbers',
    reason: 'Citing Medicine 1, notes: "PMID: 19129307; PMCID: PMC2615549."; the style prints one of them',
    styles: ['national-library-of-medicine-grant-proposals'],
    change: pubMedNumbers,
  },
  {
    name: 'congress of proceedings',
    reason: 'ICMJE samples, conference paper: "2002 Apr 3-5; Kinsdale, Ireland" after the title of the proceedings',
    styles: citingMedicine,
    change: congressOfProceedings,
  },
  {
    name: 'ranges of days',
    reason: 'ICMJE samples, conference proceedings: "2001 Sep 13-15", with a hyphen',
    styles: citingMedicine,
    change: hyphenInDays,
  },
  {
    name: 'translators',
    reason: 'Citing Medicine 2, secondary authors: "Over T, translator."; the style names editors only',
    styles: citingMedicine,
    change: translatorsOfCitingMedicine,
  },
  {
    name: 'series',
    reason: 'Citing Medicine 2, series: "(Studies of marbles; vol. 12)"; the style omits the number or the series',
    styles: citingMedicine,
    change: seriesOfCitingMedicine,
  },
  {
    name: 'language of the work',
    reason: 'ICMJE samples, article not in English: "Norwegian." after the pages',
    styles: citingMedicine,
    change: languageOfWork,
  },
  {
    name: 'editors of AMA',
    reason: 'AMA 11 3.12.4: "Vogel B, ed." and "Over T, trans." after the title, not in brackets after the edition',
    styles: ama,
    change: editorsOfAma,
  },
  {
    name: 'days of AMA',
    reason: 'AMA 11 3.13.9: "June 29-July 2, 2019", with a hyphen; the style loses the space before the second day',
    styles: ama,
    change: daysOfAma,
  },
  {
    name: 'language of Chicago',
    reason: 'CMOS 17 14.99: "[In Chinese.]" after a title that is given in translation only',
    styles: ['chicago-author-date'],
    change: languageInBrackets,
  },
  {
    name: 'programs of Harvard',
    reason: 'Cite Them Right 12, computer programs: "(Version 2.0.1) [Computer program]"; the style prints neither',
    styles: ['harvard-cite-them-right'],
    change: programsOfHarvard,
  },
  {
    name: 'congress of MLA',
    reason: 'MLA 9 5.23: the name, the days and the place of an event before the address',
    styles: ['modern-language-association'],
    change: congressOfMla,
  },
  {
    name: 'series of IEEE',
    reason: 'IEEE Reference Guide, chapters: commas between the parts; the style prints ". ," after a series',
    styles: ieee,
    change: seriesWithinList,
  },
  {
    name: 'versions of IEEE',
    reason: 'IEEE Reference Guide, software: the version; the style omits it',
    styles: ieee,
    change: versionsOfIeee,
  },
  {
    name: 'end of a patent of IEEE',
    reason: 'IEEE Reference Guide, patents: a full stop after the date; the style has none',
    styles: ieee,
    change: endOfPatent,
  },
  {
    name: 'language of IEEE',
    reason: 'IEEE Reference Guide: "(in Persian)" after the title of a work in another language',
    styles: ieee,
    change: languageAfterTitle,
  },
  {
    name: 'forms of AMA',
    reason:
      'AMA 11 3.11, 3.13 and 3.15: "bioRxiv. Preprint posted online", patents, software and data; the style prints "Published online" for all',
    styles: ama,
    change: ownFormsOfAma,
  },
  {
    name: 'language of AMA',
    reason: 'AMA 11 3.9: "Article in Persian." after a translated title',
    styles: ama,
    change: languageOfAma,
  },
  {
    name: 'year without a publisher',
    reason: 'AMA 11 3.12.9: "; 2002" only after a publisher; 3.13: the number of a report',
    styles: ama,
    change: yearWithoutPublisher,
  },
  { name: 'inventors of AMA', reason: 'AMA 11 3.13: "Rabiner RA, inventor"', styles: ama, change: inventorsOfAma },
  {
    name: 'notices of AMA',
    reason: 'AMA 11 3.11: a retraction or correction of an article is named in its reference',
    styles: ama,
    change: noticeAtEnd,
  },
];

/** An official style as it is used here. `id` is its id in the CSL project. */
export const adjustStyle = (style: CslNode, id: string): CslNode =>
  styleAdjustments
    .filter(({ styles }) => styles?.includes(id) ?? true)
    .reduce((adjusted, { change }) => change(adjusted), style);

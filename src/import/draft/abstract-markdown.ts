import { withoutUnsafeCharacters } from '../../domain/text/unsafe-characters.ts';
import type { ForeignAbstract } from '../../formats/record/foreign-record.ts';

/**
 * Formats an abstract as Markdown that shows exactly its text. Each section begins with its label in bold: `**Aims:**
 * …`.
 */
export function toAbstractMarkdown(abstract: ForeignAbstract): string {
  const [only] = abstract.sections;
  const sections =
    abstract.sections.length === 1 && only && only.label === undefined ? findSections(only.text) : abstract.sections;
  return sections
    .map(({ label, text }) => {
      const paragraphs = text
        .split(/\n+/)
        .map((paragraph) => escapeMarkdown(paragraph))
        .filter(Boolean);
      const lead = label === undefined ? '' : `**${escapeMarkdown(label.trim().replace(/:$/, ''))}:** `;
      return `${lead}${paragraphs.join('\n\n')}`.trim();
    })
    .filter(Boolean)
    .join('\n\n');
}

/**
 * Splits an abstract with labels in its text, as MEDLINE and publishers export it: `AIMS: … METHODS: …`. The text must
 * begin with a label, and have another one at the start of a sentence; else it is one section.
 */
export function findSections(text: string): ForeignAbstract['sections'] {
  const headed = findHeadings(text) ?? findGluedHeadings(text);
  if (headed) return headed;
  const labels = [...text.matchAll(labelPattern)].filter(({ 1: label = '' }) => isLabel(label));
  if (labels.length < 2 || labels[0]?.index !== 0) return [{ text }];
  return labels.map((match, index) => ({
    label: match[1] ?? '',
    text: text.slice(match.index + match[0].length, labels[index + 1]?.index ?? text.length).trim(),
  }));
}

/** Sections with headings on lines of their own; undefined if the text does not begin with one, or has only one. */
function findHeadings(text: string): ForeignAbstract['sections'] | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const isHeading = (line: string): boolean =>
    line.length <= 60 && /^[\p{Lu}\p{Script=Arabic}][^.:;؛]*$/u.test(line) && isLabel(line);
  if (!isHeading(lines[0] ?? '') || lines.filter(isHeading).length < 2) return undefined;
  const sections: { label: string; lines: string[] }[] = [];
  for (const line of lines)
    if (isHeading(line)) sections.push({ label: line, lines: [] });
    else sections.at(-1)?.lines.push(line);
  // `Summary` above the first heading says what the field says.
  const [first, ...others] = sections;
  const named =
    first?.lines.length === 0 && /^(?:abstract|summary|چکیده|خلاصه)$/i.test(first.label) ? others : sections;
  return named.map((section) => ({ label: section.label, text: section.lines.join('\n').trim() }));
}

/** Sections whose headings have lost the space after them, as PubMed has them of some publishers: `BackgroundWe asked.MethodsWe did.` */
function findGluedHeadings(text: string): ForeignAbstract['sections'] | undefined {
  const found = [...text.matchAll(gluedHeading)];
  if (found.length < 2 || found[0]?.index !== 0) return undefined;
  return found.map((match, index) => ({
    label: match[0],
    text: text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length).trim(),
  }));
}

const gluedHeading =
  /(?:(?<=[.!?)])|^)(?:Background|Introduction|Objectives?|Aims?|Purpose|Methods?|Design|Setting|Participants|Results?|Findings|Discussion|Conclusions?|Significance|Trial registration)(?:(?: and | & |\/)(?:objectives?|aims?|purpose|methods?|results?|discussion|conclusions?|implications))?(?=\p{Lu}\p{Ll}|\p{Lu} |\d|\p{Lu}{2})/gu;

/** Words and a colon, at the start of the text or of a sentence. */
const labelPattern =
  /(?:^|(?<=[.!?؟)\]]\s)|(?<=[.!?؟]["”’»)]\s)|(?<=\n))\s{0,3}([\p{Lu}\p{Script=Arabic}][\p{L}\p{M}\p{N}\u200c&/,،'’()\s-]{2,60}?)\s?:\s/gu;

function isLabel(label: string): boolean {
  const words = label.split(/[^\p{L}]+/u).filter(Boolean);
  if (words.length > 8) return false;
  if (/\p{Script=Arabic}/u.test(label)) return persianLabels.has(persianKey(label));
  const isUpperCase = label === label.toUpperCase() && words.some((word) => word.length > 3);
  return (
    isUpperCase ||
    (words.some((word) => labelWords.test(word)) && words.every((word) => labelWords.test(word) || fillers.test(word)))
  );
}

const labelWords =
  /^(?:abstract|aims?|background|backgrounds|conclusions?|context|design|discussion|findings|hypothesis|implications?|importance|interpretation|interventions?|introduction|limitations?|materials?|measure(?:ment)?s?|methodology|methods?|objectives?|outcomes?|participants|patients|purpose|rationale|registration|relevance|results?|setting|significance|subjects|summary|funding|question)$/i;

const fillers =
  /^(?:and|or|of|the|for|in|to|on|a|main|primary|secondary|key|study|studies|data|sources?|selection|extraction|synthesis|clinical|trial|trials|number|statistical|analysis|analyses|search|strategy|review|eligibility|criteria|level|evidence|systematic|what|this|adds|practice|research|policy|future|directions|sample|size|population|procedures?|exposures?|animals?|model|brief|case|report|presentation|experimental|approach|overall|principal|major|general|word|count|lessons|learned|potential|risk|bias)$/i;

/** Persian headings, without joiners and with Persian letters, because files write `یافته‌ها`, `یافته ها` and `يافته‌ها`. */
const persianKey = (label: string): string =>
  label
    .replace(/ي/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\s\u200c]+/g, '');

const persianLabels: ReadonlySet<string> = new Set(
  [
    'زمینه، پیش زمینه، سابقه، مقدمه، هدف، اهداف، زمینه و هدف، زمینه و اهداف، سابقه و هدف، مقدمه و هدف، مقدمه و اهداف، پیش زمینه و هدف، بیان مسئله، ضرورت، طرح مسئله، مساله',
    'روش، روش ها، روش کار، روش بررسی، روش اجرا، روش تحقیق، روش پژوهش، روش مطالعه، روش شناسی، مواد و روش ها، مواد و روش کار، مواد و روش، روش و مواد، ابزار و روش ها، بیماران و روش ها، طرح مطالعه، معرفی بیمار، گزارش مورد، معرفی مورد',
    'یافته ها، یافته های پژوهش، نتایج، نتایج و یافته ها، یافته ها و نتایج',
    'بحث، نتیجه گیری، نتیجه گیری نهایی، بحث و نتیجه گیری، نتایج و بحث، جمع بندی، نتیجه، پیشنهادها، چکیده، خلاصه',
  ].flatMap((line) => line.split('، ').map(persianKey)),
);

/** Formats a text as one paragraph of Markdown or MDX that shows exactly this text. */
export function escapeMarkdown(text: string): string {
  const line = withoutUnsafeCharacters(text).normalize('NFC').replace(/\s+/g, ' ').trim();
  return (
    line
      // Escape markup, code, mathematics, and addresses that would become links.
      .replace(/[\\`*_{}[\]<$~&]|:(?=\/\/)|(?<=\bwww)\.|@(?=[\w.-]*\.\w)/gi, (signs) => signs.replace(/./g, '\\$&'))
      // Escape what has a meaning at the start of a line: headings, lists, quotes, tables, rules, and code in MDX.
      .replace(/^[#+=:>|-]/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      .replace(/^(import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`)
  );
}

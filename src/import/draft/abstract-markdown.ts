import { findAbstractLabels, isAbstractLabel } from '../../domain/publication/abstract-labels.ts';
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

/** Splits an abstract with labels in its text, as MEDLINE and publishers export it: `AIMS: … METHODS: …`. */
export function findSections(text: string): ForeignAbstract['sections'] {
  const headed = findHeadings(text) ?? findGluedHeadings(text);
  if (headed) return headed;
  const labels = findAbstractLabels(text);
  const before = text.slice(0, labels[0]?.start).trim();
  return [
    ...(before === '' && labels.length > 0 ? [] : [{ text: labels.length > 0 ? before : text }]),
    ...labels.map(({ label, end }, index) => ({
      ...(label === undefined ? {} : { label }),
      text: text.slice(end, labels[index + 1]?.start).trim(),
    })),
  ];
}

/** Sections with headings on lines of their own; undefined if the text does not begin with one, or has only one. */
function findHeadings(text: string): ForeignAbstract['sections'] | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const isHeading = (line: string): boolean =>
    line.length <= 60 && /^[\p{Lu}\p{Script=Arabic}][^.:;؛]*$/u.test(line) && isAbstractLabel(line);
  if (!isHeading(lines[0] ?? '') || lines.filter(isHeading).length < 2) return undefined;
  const sections: { label: string; lines: string[] }[] = [];
  for (const line of lines)
    if (isHeading(line)) sections.push({ label: line, lines: [] });
    else sections.at(-1)?.lines.push(line);
  // `Summary` above the first heading repeats the name of the field.
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

import { formatTable, median, spread, verdict, whole } from './figures.ts';
import { fileKinds, limited, type FileKind, type PagesRun } from './pages.ts';

/** Limits for the page of a publication, in kB of compressed bytes. */
const limits: Readonly<Record<FileKind, number>> = { html: 8, css: 9, js: 5, fonts: 150 };

/** Tables of sizes and first paints of pages, of axe, and of Lighthouse's scores. */
export function reportPages({ loads, lighthouse, lighthouseFailure, combinations, violations }: PagesRun): string {
  const names = Object.keys(fileKinds) as FileKind[];
  const weights = formatTable(
    ['page, as a phone loads it', ...names.map((name) => `${name}, kB (≤ ${limits[name]})`), 'first paint, ms'],
    loads.map(({ kind, locale, bytes, paints }) => [
      `${kind}, ${locale}`,
      ...names.map((name) => (bytes[name] / 1000).toFixed(1)),
      spread(paints, (paint) => paint, whole),
    ]),
  );
  const publication = loads.filter(({ kind }) => kind === limited);
  const judged = names.map(
    (name) => `${name} ${verdict(Math.max(...publication.map(({ bytes }) => bytes[name])) / 1000, limits[name], 'kB')}`,
  );
  const categories = Object.keys(lighthouse[0]?.scores ?? {});
  const scores = formatTable(
    ['Lighthouse, as a phone', ...categories, 'not perfect'],
    lighthouse.map(({ kind, scores: own, faults }) => [
      kind,
      ...categories.map((name) => String(own[name])),
      faults.join(', ') || '–',
    ]),
  );
  return [
    weights,
    `The ${limited}: ${judged.join(', ')}. Median of first paints: ${whole(median(loads.flatMap(({ paints }) => paints)))} ms.`,
    `axe, ${combinations} combinations of page, language, scheme and width, everything opened: ${violations.length} violations.`,
    ...violations.map((line) => `- ${line}`),
    ...(lighthouse.length > 0 ? [scores] : []),
    ...(lighthouseFailure === undefined ? [] : [`Lighthouse did not run for every page: ${lighthouseFailure}.`]),
  ].join('\n\n');
}

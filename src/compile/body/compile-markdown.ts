import type { Abstract } from '../../domain/publication/publication.ts';
import type { Fault } from '../../domain/problems/problem.ts';
import { quote } from '../../domain/text/quote.ts';
import type { LocatedFault } from '../located-fault.ts';
import { buildAbstract } from './build-abstract.ts';
import { hastToHtml, type HtmlOptions } from './hast-to-html.ts';
import { MarkupError } from './markup-error.ts';
import { parseMarkdown } from './parse-body.ts';
import { plainLines } from './plain-text.ts';
import { collectRemoved } from './removed-markup.ts';

/** Markdown in a field, such as a summary. Markup that is not Markdown is shown as text. */
export function compileMarkdown(source: string): {
  readonly html: string;
  readonly text: string;
  readonly faults: readonly Fault[];
} {
  const parsed = parseMarkdown(source);
  if ('fault' in parsed) return { html: '', text: '', faults: [withoutPosition(parsed.fault)] };
  const nodes = parsed.tree.children ?? [];
  try {
    const faults: LocatedFault[] = [];
    const html = hastToHtml(nodes, { ...fieldOptions, onRemoved: collectRemoved(faults) });
    return { html, text: plainLines(nodes), faults: faults.map(withoutPosition) };
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    return { html: '', text: '', faults: [withoutPosition(error.fault)] };
  }
}

/** A translated abstract in a field, as Markdown. */
export function compileAbstract(
  source: string,
  lang: string,
): { readonly abstract?: Abstract; readonly faults: readonly Fault[] } {
  const parsed = parseMarkdown(source);
  if ('fault' in parsed) return { faults: [withoutPosition(parsed.fault)] };
  const faults: LocatedFault[] = [];
  const html = { ...fieldOptions, onRemoved: collectRemoved(faults) };
  const abstract = buildAbstract(parsed.tree.children ?? [], lang, html, faults);
  return { ...(abstract ? { abstract } : {}), faults: faults.map(withoutPosition) };
}

/** A fault in a field is reported at the position of the field. */
const withoutPosition = ({ position: _, ...fault }: LocatedFault): Fault => fault;

const fieldOptions: Pick<HtmlOptions, 'addressOf'> = {
  addressOf(source, node) {
    if (source.startsWith('/')) return source;
    throw new MarkupError(node, `the picture ${quote(source)} is in a field, and only bodies show files beside them`, {
      name: 'picture-in-field',
      hint: 'show it in the body, or as `image`',
    });
  },
};

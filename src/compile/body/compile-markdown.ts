import type { Abstract } from '../../domain/publication/publication.ts';
import type { Fault } from '../../domain/problems/problem.ts';
import { quote } from '../../domain/text/quote.ts';
import type { LocatedFault } from '../located-fault.ts';
import { buildAbstract } from './build-abstract.ts';
import { hastToHtml, type HtmlOptions } from './hast-to-html.ts';
import { findTarget, type TextPlace } from './link-target.ts';
import { MarkupError } from './markup-error.ts';
import { parseMarkdown } from './parse-body.ts';
import { plainLines } from './plain-text.ts';
import { collectRemoved } from './removed-markup.ts';
import { linkOptions, noLinks, type LocatedLink, type TextLinks } from './text-links.ts';

/** What a field in Markdown links to. */
export interface FieldLinks {
  /** Files beside the content file. */
  readonly assets: readonly string[];
  readonly links: readonly LocatedLink[];
}

/** Markdown in a field, such as a summary. Markup that is not Markdown is shown as text. */
export function compileMarkdown(
  source: string,
  place: TextPlace,
): FieldLinks & { readonly html: string; readonly text: string; readonly faults: readonly Fault[] } {
  const found = noLinks();
  const parsed = parseMarkdown(source);
  if ('fault' in parsed) return { html: '', text: '', assets: [], links: [], faults: [withoutPosition(parsed.fault)] };
  const nodes = parsed.tree.children ?? [];
  try {
    const faults: LocatedFault[] = [];
    const html = hastToHtml(nodes, { ...fieldOptions(place, found), onRemoved: collectRemoved(faults) });
    return { html, text: plainLines(nodes), ...listed(found), faults: faults.map(withoutPosition) };
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    return { html: '', text: '', ...listed(found), faults: [withoutPosition(error.fault)] };
  }
}

/** A translated abstract in a field, as Markdown. */
export function compileAbstract(
  source: string,
  lang: string,
  place: TextPlace,
): FieldLinks & { readonly abstract?: Abstract; readonly faults: readonly Fault[] } {
  const found = noLinks();
  const parsed = parseMarkdown(source);
  if ('fault' in parsed) return { assets: [], links: [], faults: [withoutPosition(parsed.fault)] };
  const faults: LocatedFault[] = [];
  const html = { ...fieldOptions(place, found), onRemoved: collectRemoved(faults) };
  const abstract = buildAbstract(parsed.tree.children ?? [], lang, html, faults);
  return { ...(abstract ? { abstract } : {}), ...listed(found), faults: faults.map(withoutPosition) };
}

const listed = ({ assets, links }: TextLinks): FieldLinks => ({ assets: [...assets], links });

/** A fault in a field is reported at the position of the field. */
const withoutPosition = ({ position: _, ...fault }: LocatedFault): Fault => fault;

function fieldOptions(place: TextPlace, found: TextLinks): Pick<HtmlOptions, 'addressOf' | 'hrefOf'> {
  const { addressOf, hrefOf } = linkOptions(place, found);
  return {
    addressOf(source, node) {
      if (source.startsWith('/')) return addressOf(source, node);
      throw new MarkupError(
        node,
        `the picture ${quote(source)} is in a field, and only bodies show files beside them`,
        { name: 'picture-in-field', hint: 'show it in the body, or as `image`' },
      );
    },
    hrefOf(href, node) {
      if (place.page !== undefined || findTarget(href, place).kind !== 'file') return hrefOf(href, node);
      throw new MarkupError(node, `the link to ${quote(href)} is in a field of a file that has no files beside it`, {
        name: 'file-in-field',
        hint: 'put the file into the folder public, and write its address from the root of the site, such as /file.pdf',
      });
    },
  };
}

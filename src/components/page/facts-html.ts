import { escapeHtml } from '../../domain/text/rich-text.ts';
import { runAttributes, type Run } from './run.ts';

/** One row of a description list; values are HTML. */
export interface Fact {
  /** True for what is of no use on paper. */
  readonly screen?: boolean;
  readonly label: string;
  readonly values: readonly string[];
}

/** Rows of a `<dl>`. What has no value has no row. */
export const factsHtml = (facts: readonly Fact[]): string =>
  facts
    .filter(({ values }) => values.length > 0)
    .map(
      ({ label, values, screen }) =>
        `<div${screen ? ' class="screen"' : ''}><dt>${escapeHtml(label)}</dt>${values.map((value) => `<dd>${value}</dd>`).join('')}</div>`,
    )
    .join('');

export function linkHtml(
  text: string,
  href: string,
  { outward = false, run = {} }: { readonly outward?: boolean; readonly run?: Run } = {},
): string {
  return `<a${outward ? ' class="ext"' : ''} href="${escapeHtml(href)}"${runAttributes(run)}>${escapeHtml(text)}</a>`;
}

export const textHtml = (text: string, run: Run = {}): string => {
  const attributes = runAttributes(run);
  return attributes === '' ? escapeHtml(text) : `<span${attributes}>${escapeHtml(text)}</span>`;
};

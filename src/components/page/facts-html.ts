import { escapeHtml } from '../../domain/text/rich-text.ts';
import { runAttributes, type Run } from './run.ts';

/** One row of a description list; values are HTML. */
export interface Fact {
  /** True to hide the row in print. */
  readonly screen?: boolean;
  readonly label: string;
  readonly values: readonly string[];
}

/** Rows of a `<dl>`, without rows that have no value. */
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
  { external = false, run = {} }: { readonly external?: boolean; readonly run?: Run } = {},
): string {
  return `<a${external ? ' class="ext"' : ''} href="${escapeHtml(href)}"${runAttributes(run)}>${escapeHtml(text)}</a>`;
}

export const textHtml = (text: string, run: Run = {}): string => {
  const attributes = runAttributes(run);
  return attributes === '' ? escapeHtml(text) : `<span${attributes}>${escapeHtml(text)}</span>`;
};

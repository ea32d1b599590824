/** A part of an abstract in the body of a publication. Offsets are in UTF-16 code units. */
export interface AbstractPart {
  /** Undefined for text without a heading. */
  readonly label?: string;
  readonly text: string;
  /** Start of the whole part in the body, with its heading. */
  readonly start: number;
  readonly end: number;
  readonly form: 'bold' | 'heading' | 'plain';
}

export interface SplitBody {
  readonly parts: readonly AbstractPart[];
  /** Offset at which the sections after the abstract begin. */
  readonly rest: number;
}

/** Splits the text before the first `##` into parts, which begin with `**Aims:**` at the start of a line or with `### Aims`. */
export function splitBody(body: string): SplitBody {
  const rest = /^##[ \t]/m.exec(body)?.index ?? body.length;
  const abstract = body.slice(0, rest);
  const starts = [...abstract.matchAll(heads)].map(({ index }) => index);
  const first = starts[0] ?? rest;
  const bounds = abstract.slice(0, first).trim() === '' ? starts : [0, ...starts];
  const parts = bounds.map((start, index) => partAt(abstract, start, bounds[index + 1] ?? rest));
  return { parts, rest };
}

const heads = /(?:^(?=\*\*[^*\n]{1,80}[:：]\*\*))|(?:^(?=\*\*[^*\n]{1,80}\*\*[:：]))|(?:^(?=###[ \t]))/gm;

function partAt(abstract: string, start: number, end: number): AbstractPart {
  const whole = abstract.slice(start, end);
  const bold = /^\*\*([^*\n]*?)[:：]?\*\*[:：]?[ \t]*/.exec(whole);
  if (bold && /[:：]\*\*|\*\*[:：]/.test(bold[0]))
    return { label: bold[1]!, text: whole.slice(bold[0].length).trim(), start, end, form: 'bold' };
  const heading = /^###[ \t]+([^\n]*)\n?/.exec(whole);
  if (heading)
    return { label: heading[1]!.trim(), text: whole.slice(heading[0].length).trim(), start, end, form: 'heading' };
  return { text: whole.trim(), start, end, form: 'plain' };
}

/** The body with another heading or text of one part. The form of its heading stays. */
export function writePart(
  body: string,
  part: AbstractPart,
  change: { readonly label?: string; readonly text?: string },
): string {
  const label = change.label ?? part.label;
  const text = change.text ?? part.text;
  const whole = body.slice(part.start, part.end);
  const before = /^\s*/.exec(whole)?.[0] ?? '';
  const after = whole.slice(Math.max(before.length, whole.trimEnd().length));
  const head = label === undefined ? '' : part.form === 'heading' ? `### ${label}\n\n` : `**${label}:** `;
  return body.slice(0, part.start) + before + head + text + (after || '\n') + body.slice(part.end);
}

/** The body with a new part at the end of the abstract. */
export function addPart(body: string, label: string): string {
  const { rest, parts } = splitBody(body);
  const before = body.slice(0, rest).trimEnd();
  const form = parts.at(-1)?.form === 'heading' ? `### ${label}\n\n` : `**${label}:** `;
  const after = body.slice(rest);
  return `${before}${before === '' ? '' : '\n\n'}${form}\n${after === '' ? '' : '\n'}${after}`;
}

export const removePart = (body: string, part: AbstractPart): string =>
  body.slice(0, part.start) + body.slice(part.end);

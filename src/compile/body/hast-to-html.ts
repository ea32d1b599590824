import type { Fault } from '../../domain/problems/problem.ts';
import { texToPlain } from '../../domain/text/tex-to-plain.ts';
import { attributesEverywhere, attributesOf } from './allowed-html.ts';
import { findExternalMedia } from './find-external-media.ts';
import { removedAttribute, removedLink } from './removed-markup.ts';
import { renderMath } from './render-math.ts';

/** The part of a HTML syntax tree that we read; Sätteri makes it of Markdown and of MDX. */
export interface TreeNode {
  readonly type: string;
  readonly tagName?: string;
  /** Name of a JSX element. */
  readonly name?: string | null;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly TreeNode[];
  readonly position?: {
    readonly start: { readonly line: number; readonly column: number; readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

/** What cannot be written as plain HTML, with the node that stands in the way, and what an author should do about it. */
export class NotPlain extends Error {
  readonly node: TreeNode;
  readonly fault: Fault;
  constructor(node: TreeNode, message: string, { name, hint }: Pick<Fault, 'name' | 'hint'> = code) {
    super(message);
    this.node = node;
    this.fault = { name, message, hint };
  }
}

const code = { name: 'code-in-text', hint: 'write it as Markdown, or move it below a ## heading' };

export interface HtmlOptions {
  /** Address of a file that the text shows, such as `./figure.png`. */
  readonly addressOf: (source: string, node: TreeNode) => string;
  /** Told what a text may not hold, and what the HTML therefore lacks. */
  readonly onRemoved: (fault: Fault, node: TreeNode) => void;
}

const empty = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/**
 * HTML of nodes that hold no code; throws {@link NotPlain} at the first that does.
 *
 * The same walk finds what may not be published, and names its node: hast-util-to-html writes whatever it is given, and
 * hast-util-sanitize removes without a word.
 */
export function hastToHtml(nodes: readonly TreeNode[], options: HtmlOptions): string {
  let html = '';
  for (const node of nodes) html += nodeToHtml(node, options);
  return html;
}

function nodeToHtml(node: TreeNode, options: HtmlOptions): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value ?? '');
    case 'element':
      return elementToHtml(node, node.tagName ?? '', node.properties ?? {}, options);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return elementToHtml(node, node.name ?? '', jsxProperties(node), options);
    case 'mdxTextExpression':
    case 'mdxFlowExpression': {
      const text = literalText(node.value ?? '');
      if (text === undefined) throw new NotPlain(node, `{${node.value ?? ''}} is an expression`);
      return escapeText(text);
    }
    case 'root':
      return hastToHtml(node.children ?? [], options);
    case 'comment':
      return '';
    case 'raw':
      return escapeText(node.value ?? '');
    default:
      throw new NotPlain(node, `${node.type} is code`);
  }
}

function elementToHtml(
  node: TreeNode,
  tag: string,
  properties: Readonly<Record<string, unknown>>,
  options: HtmlOptions,
): string {
  const allowed = attributesOf(tag);
  if (tag === 'h1')
    throw new NotPlain(node, 'a heading of the first level is the title of the page itself', {
      name: 'heading-too-high',
      hint: 'write ## for a heading, or \\# for the sign itself',
    });
  if (!allowed) throw new NotPlain(node, `<${tag}> is a component`);
  const classes = classesOf(properties);
  if (isFormula(tag, classes)) return mathToHtml(node, classes.includes('math-display'));
  if (tag === 'pre' && node.children?.[0] && classesOf(node.children[0].properties ?? {}).includes('math-display'))
    return mathToHtml(node.children[0], true);
  if (properties['dataFootnotes'] !== undefined) return footnotesToHtml(node, options);
  let attributes = alignment(properties);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === undefined || value === null) continue;
    if (!(allowed.includes(name) || attributesEverywhere.has(name))) {
      // Markdown makes attributes of its own, which the author has not written.
      if (node.attributes)
        options.onRemoved(removedAttribute(name, tag, [...allowed, ...attributesEverywhere].map(nameInHtml)), node);
      continue;
    }
    attributes += attributeToHtml(node, tag, name, value, options);
  }
  if (empty.has(tag)) return `<${tag}${attributes}>`;
  const inner = hastToHtml(node.children ?? [], options);
  return tag === 'table'
    ? `<div class="table"><table${attributes}>${inner}</table></div>`
    : `<${tag}${attributes}>${inner}</${tag}>`;
}

/** Sätteri writes the column alignment of a table as a style, which a strict Content-Security-Policy forbids. */
const alignment = (properties: Readonly<Record<string, unknown>>): string => {
  const { style } = properties;
  const align = typeof style === 'string' ? /^text-align: (right|center)$/.exec(style)?.[1] : undefined;
  return align === undefined ? '' : ` class="${align === 'right' ? 'num' : 'center'}"`;
};

/** The notes without the English heading that Sätteri puts before them: their role tells what they are, in any language. */
const footnotesToHtml = (node: TreeNode, options: HtmlOptions): string =>
  `<section class="footnotes" role="doc-endnotes">${hastToHtml(
    (node.children ?? []).filter(({ tagName }) => tagName !== 'h2'),
    options,
  )}</section>`;

function attributeToHtml(node: TreeNode, tag: string, name: string, value: unknown, options: HtmlOptions): string {
  const html = nameInHtml(name);
  if (value === true) return ` ${html}`;
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  if (tag === 'img' && name === 'src') {
    const elsewhere = findExternalMedia(text);
    if (elsewhere) throw new NotPlain(node, elsewhere.message, elsewhere);
    return ` src="${escapeValue(options.addressOf(text, node))}"`;
  }
  if (name === 'href' || name === 'cite') {
    if (!safeAddress(text)) {
      options.onRemoved(removedLink(text), node);
      return '';
    }
    const isFile = /^\.{1,2}\//.test(text) && /\.[a-z0-9]{2,5}$/i.test(text);
    return ` ${html}="${escapeValue(isFile ? options.addressOf(text, node) : text)}"`;
  }
  return ` ${html}="${escapeValue(text)}"`;
}

const nameInHtml = (name: string): string =>
  name === 'className'
    ? 'class'
    : name
        .replace(/^(aria|data)(?=[A-Z])/, '$1-')
        .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
        .replace(/^(data-footnote)(ref|backref)$/, '$1-$2');

function mathToHtml(node: TreeNode, display: boolean): string {
  const tex = plainText(node.children ?? []);
  try {
    return renderMath(tex, display);
  } catch (error) {
    throw new NotPlain(
      node,
      `the formula ${tex.slice(0, 80)} cannot be read: ${error instanceof Error ? error.message.split('\n', 1)[0]!.trim().slice(0, 160) : 'unknown reason'}`,
      { name: 'formula-malformed', hint: 'correct the formula, or write \\$ where a dollar sign is meant' },
    );
  }
}

const isFormula = (tag: string | null | undefined, classes: readonly string[]): boolean =>
  tag === 'code' && classes.includes('language-math');

/** Text of nodes without markup, formulas in Unicode as far as it goes; blocks end with a line feed. */
export function plainText(nodes: readonly TreeNode[]): string {
  const parts: string[] = [];
  addText(nodes, parts);
  return parts.join('');
}

/** In parts: to look at the end of a text that grows copies it each time. */
function addText(nodes: readonly TreeNode[], parts: string[]): void {
  for (const node of nodes) {
    const name = node.tagName ?? node.name;
    if (node.type === 'text' || node.type === 'raw') parts.push(node.value ?? '');
    else if (node.type.endsWith('Expression')) parts.push(literalText(node.value ?? '') ?? '');
    else if (name === 'br') parts.push(' ');
    else if (isFormula(name, classesOf(node.properties ?? {}))) parts.push(texToPlain(plainText(node.children ?? [])));
    else if (name === 'sub' || name === 'sup') parts.push(scriptText(plainText(node.children ?? []), name));
    else addText(node.children ?? [], parts);
    if (name && blocks.has(name) && !parts.at(-1)?.endsWith('\n')) parts.push('\n');
  }
}

const blocks = new Set(['p', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'blockquote', 'pre', 'figcaption', 'dt', 'dd']);

/** `{" "}`, `{'text'}`, `{2}` and `{/* comment *​/}` are text, not code. */
export function literalText(expression: string): string | undefined {
  const bare = expression.replace(/\/\*[\s\S]*?\*\//g, '').trim();
  if (bare === '') return '';
  if (/^\d+(\.\d+)?$/.test(bare)) return bare;
  return /^(["'])([^"'\\\n]*)\1$/.exec(bare)?.[2];
}

function jsxProperties(node: TreeNode): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const attribute of node.attributes ?? []) {
    if (
      attribute.type !== 'mdxJsxAttribute' ||
      !attribute.name ||
      (typeof attribute.value === 'object' && attribute.value !== null)
    )
      throw new NotPlain(node, `<${node.name ?? ''}> takes a value from code`);
    const name =
      { class: 'className', colspan: 'colSpan', rowspan: 'rowSpan', datetime: 'dateTime' }[attribute.name] ??
      attribute.name;
    properties[name] = attribute.value ?? true;
  }
  return properties;
}

const classesOf = (properties: Readonly<Record<string, unknown>>): readonly string[] => {
  const classes = properties['className'];
  return Array.isArray(classes) ? classes.map(String) : typeof classes === 'string' ? classes.split(/\s+/) : [];
};

/** Fragments, addresses of this site, and http, https or mailto. `https:x` is another address on each site. */
const safeAddress = (address: string): boolean =>
  !/^[^/?#]*:/.test(address) || /^(?:https?:\/\/|mailto:)/i.test(address);

/** Sub- and superscripts as Unicode letters where each has one, so that H₂O and 10⁻³ survive as plain text. */
const scriptText = (text: string, kind: 'sub' | 'sup'): string => {
  const table = kind === 'sub' ? subscripts : superscripts;
  const letters = [...text].map((letter) => table.get(letter));
  return letters.every((letter) => letter !== undefined) ? letters.join('') : text;
};
const pairs = (from: string, to: string) => new Map([...from].map((letter, index) => [letter, [...to][index]!]));
const subscripts = pairs('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');
const superscripts = pairs('0123456789+-−=()nabcdefghijklmoprstuvwxyz', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ');

const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
const escapeValue = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

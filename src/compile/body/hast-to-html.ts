import { parseWebAddress } from '../../domain/identifiers/web-address.ts';
import type { Fault } from '../../domain/problems/problem.ts';
import { attributesEverywhere, attributesOf } from './allowed-html.ts';
import { bodyComponentNamed } from './check-code.ts';
import { findExternalMedia } from './find-external-media.ts';
import { MarkupError } from './markup-error.ts';
import { plainText } from './plain-text.ts';
import { removedAttribute, removedLink, removedName } from './removed-markup.ts';
import { renderMath } from './render-math.ts';
import { classesOf, isFormula, literalText, type TreeNode } from './tree-node.ts';

export interface HtmlOptions {
  /** Address of a picture that the text shows, such as `./figure.png`. */
  readonly addressOf: (source: string, node: TreeNode) => string;
  /** Address of a page or file that the text links to. */
  readonly hrefOf: (href: string, node: TreeNode) => string;
  /** Whether authors may name classes and ids, which may be those of the site's own parts: true with `trust: mdx`. */
  readonly ownNames?: boolean;
  /** Called for each piece of markup that a text may not hold, and that the HTML therefore lacks. */
  readonly onRemoved: (fault: Fault, node: TreeNode) => void;
}

/** Elements without content and end tag. */
const voidElements = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/**
 * HTML of nodes without code. Throws a {@link MarkupError} at the first node that cannot be written as plain HTML.
 *
 * Not by hast-util-to-html, which writes whatever it is given, nor by hast-util-sanitize, which removes without a report: here
 * one walk finds what may not be published, and names its node.
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
      if (text === undefined) throw new MarkupError(node, `{${node.value ?? ''}} is an expression`);
      return escapeText(text);
    }
    case 'root':
      return hastToHtml(node.children ?? [], options);
    case 'comment':
      return '';
    case 'raw':
      return escapeText(node.value ?? '');
    default:
      throw new MarkupError(node, `${node.type} is code`);
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
    throw new MarkupError(node, 'a heading of the first level is the title of the page itself', {
      name: 'heading-too-high',
      hint: 'write ## for a heading, or \\# for the sign itself',
    });
  if (!allowed) throw unknownElement(node, tag);
  const classes = classesOf(properties);
  if (isFormula(tag, classes)) return mathToHtml(node, classes.includes('math-display'));
  if (tag === 'pre' && node.children?.[0] && classesOf(node.children[0].properties ?? {}).includes('math-display'))
    return mathToHtml(node.children[0], true);
  if (properties['dataFootnotes'] !== undefined) return footnotesToHtml(node, options);
  let attributes = alignment(properties);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === undefined || value === null) continue;
    // What has attributes was written as HTML; classes and ids of other elements come from Markdown itself.
    if (node.attributes && !options.ownNames && (name === 'className' || name === 'id')) {
      options.onRemoved(removedName(nameInHtml(name), tag), node);
      continue;
    }
    if (!(allowed.includes(name) || attributesEverywhere.has(name))) {
      // Markdown adds attributes of its own. The author did not write them, so nothing is reported.
      if (node.attributes)
        options.onRemoved(removedAttribute(name, tag, [...allowed, ...attributesEverywhere].map(nameInHtml)), node);
      continue;
    }
    attributes += attributeToHtml(node, tag, name, value, options);
  }
  if (voidElements.has(tag)) return `<${tag}${attributes}>`;
  const inner = hastToHtml(node.children ?? [], options);
  return tag === 'table'
    ? `<div class="table"><table${attributes}>${inner}</table></div>`
    : `<${tag}${attributes}>${inner}</${tag}>`;
}

/** The error of an element that is not allowed. If it only lacks the capital letter of a component, the hint says so. */
function unknownElement(node: TreeNode, tag: string): MarkupError {
  const component = bodyComponentNamed(tag);
  if (component === undefined || component === tag) return new MarkupError(node, `<${tag}> is a component`);
  return new MarkupError(node, `<${tag}> is not an element, and the name of a component begins with a capital letter`, {
    name: 'unknown-component',
    hint: `did you mean <${component}>?`,
  });
}

/** Class for the column alignment of a table: Sätteri writes a style, which a strict Content-Security-Policy forbids. */
const alignment = (properties: Readonly<Record<string, unknown>>): string => {
  const { style } = properties;
  const align = typeof style === 'string' ? /^text-align: (right|center)$/.exec(style)?.[1] : undefined;
  return align === undefined ? '' : ` class="${align === 'right' ? 'num' : 'center'}"`;
};

/** Footnotes without the English heading that Sätteri adds. The role says in every language what they are. */
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
    const external = findExternalMedia(text);
    if (external) throw new MarkupError(node, external.message, external);
    return ` src="${escapeValue(options.addressOf(text, node))}"`;
  }
  if (name === 'href' || name === 'cite') {
    if (!isSafeAddress(text)) {
      options.onRemoved(removedLink(text), node);
      return '';
    }
    return ` ${html}="${escapeValue(options.hrefOf(text, node))}"`;
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

/** Throws a {@link MarkupError} where the formula cannot be read. */
export function mathToHtml(node: TreeNode, display: boolean): string {
  const tex = plainText(node.children ?? []);
  try {
    return renderMath(tex, display);
  } catch (error) {
    throw new MarkupError(
      node,
      `the formula ${tex.slice(0, 80)} cannot be read: ${error instanceof Error ? error.message.split('\n', 1)[0]!.trim().slice(0, 160) : 'unknown reason'}`,
      { name: 'formula-malformed', hint: 'correct the formula, or write \\$ where a dollar sign is meant' },
    );
  }
}

function jsxProperties(node: TreeNode): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const attribute of node.attributes ?? []) {
    if (
      attribute.type !== 'mdxJsxAttribute' ||
      !attribute.name ||
      (typeof attribute.value === 'object' && attribute.value !== null)
    )
      throw new MarkupError(node, `<${node.name ?? ''}> takes a value from code`);
    const name =
      { class: 'className', colspan: 'colSpan', rowspan: 'rowSpan', datetime: 'dateTime' }[attribute.name] ??
      attribute.name;
    properties[name] = attribute.value ?? true;
  }
  return properties;
}

/**
 * Whether an address is a fragment, an address of this site, a mail address, or an address of the web by the rules of
 * fields: complete, and without a user name, which could look like the name of another site.
 */
function isSafeAddress(address: string): boolean {
  if (/^\s*[/\\]{2}/.test(address)) return false;
  if (!/^[^/?#]*:/.test(address)) return true;
  return /^https?:\/\//i.test(address) ? parseWebAddress(address).ok : /^mailto:/i.test(address);
}

const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
const escapeValue = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

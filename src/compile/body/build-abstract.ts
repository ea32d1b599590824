import type { Abstract } from '../../domain/publication/publication.ts';
import type { LocatedFault } from '../located-fault.ts';
import { hastToHtml, type HtmlOptions } from './hast-to-html.ts';
import { MarkupError } from './markup-error.ts';
import { plainLines } from './plain-text.ts';
import { splitAbstract } from './split-abstract.ts';
import type { TreeNode } from './tree-node.ts';

/** The abstract as data. Undefined where there is no text, or where it holds code, which is added to `faults`. */
export function buildAbstract(
  nodes: readonly TreeNode[],
  lang: string,
  html: HtmlOptions,
  faults: LocatedFault[],
): Abstract | undefined {
  try {
    const sections = splitAbstract(nodes.filter((node) => node.type !== 'mdxjsEsm'))
      .map(({ label, nodes: parts }) => ({
        ...(label ? { label } : {}),
        html: hastToHtml(parts, html).trim(),
        text: plainLines(parts),
      }))
      .filter((section) => section.text !== '');
    return sections.length > 0 ? { lang, sections } : undefined;
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    faults.push({ ...error.fault, ...codeFault(error) });
    return undefined;
  }
}

/** What to say of code in an abstract. Empty where the error has another cause. */
function codeFault({ node, message, fault }: MarkupError): Partial<LocatedFault> {
  const isExpression = node.type.endsWith('Expression');
  if (!isExpression && !node.type.startsWith('mdxJsx')) return {};
  return {
    name: 'code-in-abstract',
    message: `the abstract holds code (${message}), and an abstract must be plain text so that it can be cited and searched`,
    hint: isExpression
      ? `write \\{${node.value ?? ''}\\} to show the braces as they are`
      : `move the component below a ## heading${fault.name === 'unknown-component' ? `; ${fault.hint}` : ''}`,
  };
}

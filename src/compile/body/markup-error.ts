import type { Fault } from '../../domain/problems/problem.ts';
import type { LocatedFault } from '../located-fault.ts';
import { positionOf, type TreeNode } from './tree-node.ts';

/** Thrown for a node that cannot be written as plain HTML, with a fault that says what the author can do. */
export class MarkupError extends Error {
  readonly node: TreeNode;
  readonly fault: LocatedFault;
  constructor(node: TreeNode, message: string, { name, hint }: Pick<Fault, 'name' | 'hint'> = code) {
    super(message);
    this.node = node;
    this.fault = { name, message, hint, position: positionOf(node) };
  }
}

const code = { name: 'code-in-text', hint: 'write it as Markdown, or move it below a ## heading' };

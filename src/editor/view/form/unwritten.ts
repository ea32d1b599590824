import { placeholders } from '../../../domain/publication/placeholders.ts';
import type { WrittenValue } from '../../model/record.ts';
import type { DeskString } from '../strings/en.ts';
import { childOf, textOf } from './edit-value.ts';

const examples: Readonly<Record<string, DeskString>> = {
  [placeholders.author]: 'example.author',
  [placeholders.affiliation]: 'example.affiliation',
  [placeholders.abstract]: 'example.abstract',
};

/**
 * The example that an empty field shows in place of a text that a new file holds until somebody writes it; undefined for every
 * other text.
 */
export const exampleInPlaceOf = (text: string): DeskString | undefined =>
  Object.hasOwn(examples, text.trim()) ? examples[text.trim()] : undefined;

/** Whether an item of a list is one of these texts. */
export const isUnwritten = (item: WrittenValue): boolean =>
  exampleInPlaceOf(typeof item === 'object' ? textOf(childOf(item, 'name')) : textOf(item)) !== undefined;

import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormField, FormInput } from '../../model/form.ts';
import type { DeskKind, DeskProblem, Edit, Path, WrittenValue } from '../../model/record.ts';
import type { Values } from './edit-value.ts';

/** Of an input in a field. */
export interface Described {
  /** Of the element with the value. */
  readonly id: string;
  /** Ids of help and messages, for `aria-describedby`. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export interface ValueProps {
  readonly field: FormField;
  readonly input: FormInput;
  readonly path: Path;
  readonly value: WrittenValue | undefined;
  readonly label: string;
  readonly described: Described;
}

export interface GroupProps {
  readonly path: Path;
  readonly value: WrittenValue | undefined;
  readonly fields: readonly FormField[];
  readonly textField?: string | undefined;
  /** Names of fields that are shown elsewhere. */
  readonly without?: readonly string[];
}

/** The record that a form shows, for its inputs. */
export interface FormState {
  readonly file: string;
  readonly kind: DeskKind;
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly body: string;
  readonly problems: readonly DeskProblem[];
  /** Where a message leads; lists show the item that it is about. */
  readonly target: Path | undefined;
  /** Gives a value; absent or empty: removes it. */
  readonly edit: (path: Path, value: WrittenValue | undefined) => void;
  /** Several changes as one step. `key`: a change with the same key right after is the same step. */
  readonly apply: (edits: readonly Edit[], key?: string) => void;
  /** Writes the body anew, from the body as it is now. */
  readonly editBody: (change: (body: string) => string, key: string) => void;
  /** The next change is a step of its own. */
  readonly endStep: () => void;
  /** True when the file is saved, so that files can be put beside it. */
  readonly isWritten: boolean;
  /** The inputs of items of lists, which hold lists themselves. */
  readonly Value: ComponentType<ValueProps>;
  readonly Group: ComponentType<GroupProps>;
}

export const FormContext = createContext<FormState | undefined>(undefined);

export function useForm(): FormState {
  const form = useContext(FormContext);
  if (!form) throw new Error('An input is shown outside of a form.');
  return form;
}

export const startsWith = (path: Path, start: Path): boolean =>
  path.length >= start.length && start.every((part, index) => part === path[index]);

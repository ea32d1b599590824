import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormField, FormInput } from '../../model/form.ts';
import type { DeskKind, DeskProblem, Edit, Path, WrittenValue } from '../../model/record.ts';
import type { Values } from './edit-value.ts';

/** Attributes that connect an input with its label, help and messages. */
export interface Described {
  /** Id of the element that holds the value. */
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
  /** Path that the user has chosen in the summary of problems. A list shows its item, and opens the details of the item. */
  readonly target: Path | undefined;
  /** Sets the value at a path; undefined or an empty text removes it. */
  readonly edit: (path: Path, value: WrittenValue | undefined) => void;
  /** Applies edits as one step of undo. A following change with the same `key` joins that step. */
  readonly apply: (edits: readonly Edit[], key?: string) => void;
  /** Replaces the body. `change` gets the body as it is now; `key`: as for `apply`. */
  readonly editBody: (change: (body: string) => string, key: string) => void;
  /** The next change begins a new step of undo. */
  readonly endStep: () => void;
  /** Whether a file can be put beside the record: the record is in the store, or both are written by one save. */
  readonly takesFiles: boolean;
  /** Notes that a file was put beside the record. */
  readonly uploaded: () => void;
  /** Inputs of values and groups. Items of lists get them from here, because these modules import the lists. */
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

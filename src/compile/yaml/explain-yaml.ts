import type { Fault } from '../../domain/problems/problem.ts';

/** The fault of an error that does not depend on its line; undefined for others. `code` and `message` are the parser's. */
export function explainYaml(code: string, message: string): Fault | undefined {
  if (/call stack/.test(message)) return tooDeep;
  if (code !== 'MULTIPLE_DOCS') return undefined;
  return {
    name: 'yaml-malformed',
    message: 'a line of three hyphens ends the fields, and everything after it would be lost',
    hint: 'delete the line ---',
  };
}

export const tooDeep: Fault = {
  name: 'nested-too-deeply',
  message: 'lists or groups are nested too deeply to be read',
  hint: 'write the fields as the manual shows them',
};

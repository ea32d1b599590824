import type { Fault } from '../../domain/problems/problem.ts';

/**
 * The fault of fields that cannot be parsed. `code` and `message` are the parser's; `offset` is the position of the
 * error.
 */
export function explainYaml(code: string, message: string, yaml: string, offset: number): Fault {
  const line = yaml
    .slice(yaml.lastIndexOf('\n', offset - 1) + 1)
    .split('\n', 1)[0]!
    .trim();
  if (/call stack/.test(message)) return tooDeep;
  switch (code) {
    case 'MULTIPLE_DOCS':
      return {
        name: 'yaml-malformed',
        message: 'a line of three hyphens ends the fields, and everything after it would be lost',
        hint: 'delete the line ---',
      };
    case 'BAD_ALIAS':
    case 'UNEXPECTED_TOKEN': {
      const asterisk = /^[A-Za-z]+: *(\*.*)$/.exec(line);
      if (asterisk)
        return {
          name: 'yaml-alias',
          message: `${asterisk[1]} is read as a reference to another field, because it starts with an asterisk`,
          hint: `put the text in quotes: ${JSON.stringify(asterisk[1])}`,
        };
      return {
        name: 'yaml-malformed',
        message: `the fields cannot be read here (${message.split('\n', 1)[0]!.replace(/\.$/, '')})`,
        hint: generalHint,
      };
    }
    case 'BAD_SCALAR_START': {
      const text = yaml.slice(offset).split('\n', 1)[0]!.trim();
      return {
        name: 'yaml-malformed',
        message: `a text cannot start with ${text.slice(0, 1)}`,
        hint: `put the text in quotes: ${JSON.stringify(text)}`,
      };
    }
    case 'TAB_AS_INDENT':
      return { name: 'yaml-tab', message: 'a line is indented with a tab', hint: 'indent with two spaces' };
    default: {
      const [, field, text = ''] = /^([A-Za-z]+):(.*)$/.exec(line) ?? [];
      const value = text.trimStart();
      const unquoted = /^[^"'[{|>]/.test(value) && /:\s/.test(value);
      return {
        name: 'yaml-malformed',
        message: `the fields cannot be read here (${message.split('\n', 1)[0]!.replace(/\.$/, '')})`,
        hint: unquoted ? `put the text in quotes: ${field}: ${JSON.stringify(value)}` : generalHint,
      };
    }
  }
}

export const tooDeep: Fault = {
  name: 'nested-too-deeply',
  message: 'lists or groups are nested too deeply to be read',
  hint: 'write the fields as the manual shows them',
};

const generalHint =
  'compare indentation, quotes and brackets with the lines around; put text that holds : or # in quotes';

/** A line as it should be written, and what is wrong with it. */
export interface RepairedLine {
  /** Name of the problem. */
  readonly name: string;
  readonly message: string;
  readonly line: string;
  /** What the author should do, before the repaired line. */
  readonly advice: string;
}

/**
 * The ways in which a line of YAML that cannot be read may be meant, the most likely first. Which of them is right shows
 * when the fields are read again. `known`: whether a word is the name of a field.
 */
export function findRepairs(written: string, known: (word: string) => boolean): RepairedLine[] {
  const line = written.trimEnd();
  const repairs: RepairedLine[] = [];
  const untabbed = withoutTabs(line);
  if (untabbed !== line)
    repairs.push({
      name: 'yaml-tab',
      message: 'a line is indented with a tab',
      line: untabbed,
      advice: 'indent with two spaces',
    });
  const tabbed = /^(?= *\t)\s+([A-Za-z][\w-]*):/.exec(line)?.[1];
  if (tabbed !== undefined && known(tabbed))
    repairs.push({
      name: 'yaml-tab',
      message: 'a line is indented with a tab',
      line: untabbed.trimStart(),
      advice: 'delete the tab before it',
    });
  const joined = /^(\s*(?:- +)*)([A-Za-z][\w-]*):(?!\/\/)(\S.*)$/.exec(untabbed);
  if (joined) {
    const [, indent = '', key = '', value = ''] = joined;
    repairs.push({
      name: 'yaml-malformed',
      message: `there is no space after the colon of \`${key}\`, so the line is not read as a field`,
      line: `${indent}${key}: ${asValue(value)}`,
      advice: 'put a space after the colon',
    });
  }
  const without = /^(\s*(?:- +)*)([A-Za-z][\w-]*)(?: +| *= *)(\S.*)$/.exec(untabbed);
  if (without && (/^["'[{]/.test(without[3]!) || known(without[2]!))) {
    const [, indent = '', key = '', value = ''] = without;
    repairs.push({
      name: 'yaml-malformed',
      message: `there is no colon after \`${key}\`, so the line is not read as a field`,
      line: `${indent}${key}: ${asValue(value)}`,
      advice: 'put a colon and a space after the name of the field',
    });
  }
  const indent = /^ *(?:- +)*/.exec(untabbed)![0];
  const key = /^[A-Za-z][\w-]*:(?= |$)/.exec(untabbed.slice(indent.length))?.[0];
  const value = untabbed.slice(indent.length + (key?.length ?? 0)).trimStart();
  const repaired = repairValue(value);
  if (repaired)
    repairs.push({
      name: 'yaml-malformed',
      ...repaired,
      line: `${indent}${key === undefined ? '' : `${key} `}${repaired.line}`,
    });
  return repairs;
}

function repairValue(value: string): (Omit<RepairedLine, 'name'> & { readonly name?: string }) | undefined {
  const sign = value[0];
  if (sign === undefined) return undefined;
  if (sign === '*')
    return {
      name: 'yaml-alias',
      message: `${value} is read as a reference to another field, because it starts with an asterisk`,
      line: quoteText(value),
      advice: 'put the text in quotes',
    };
  if (sign === '"' || sign === "'") {
    const mark = sign === '"' ? 'a quotation mark' : 'an apostrophe';
    const closed = value.length > 1 && value.endsWith(sign);
    const inner = value.slice(1, closed ? -1 : undefined);
    return inner.includes(sign)
      ? {
          message: `the text is in quotes, and holds ${mark} that ends it too early`,
          line: quoteText(inner),
          advice: 'put the text in quotes of the other kind',
        }
      : {
          message: `the text starts with ${mark}, and none ends it`,
          line: quoteText(inner),
          advice: 'close the quotes',
        };
  }
  if (sign === '[' || sign === '{') {
    const end = sign === '[' ? ']' : '}';
    const what = sign === '[' ? 'a list' : 'a group of fields';
    return value.includes(end)
      ? {
          message: `a text that starts with ${sign} is read as ${what}`,
          line: quoteText(value),
          advice: 'put the text in quotes',
        }
      : {
          message: `${what} starts with ${sign}, and no ${end} ends it`,
          line: `${value}${sign === '{' ? ' ' : ''}${end}`,
          advice: `close it with ${end}`,
        };
  }
  if (/^[%@`&!|>]/.test(value))
    return { message: `a text cannot start with ${sign}`, line: quoteText(value), advice: 'put the text in quotes' };
  if (/:(?:\s|$)/.test(value))
    return {
      message: 'the text holds a colon with a space after it, and is read as a field of its own',
      line: quoteText(value),
      advice: 'put the text in quotes',
    };
  return undefined;
}

/** A line with two spaces for each tab of its indentation. */
export const withoutTabs = (line: string): string => line.replace(/^[\t ]+/, (indent) => indent.replaceAll('\t', '  '));

/** A value as it is, or in quotes where YAML needs them. */
const asValue = (value: string): string => (repairValue(value) && !/^["'[{]/.test(value) ? quoteText(value) : value);

/** A text in double quotes; in single ones where it holds a double quotation mark, which is easier to read. */
const quoteText = (text: string): string =>
  text.includes('"') && !/['\\]/.test(text) ? `'${text}'` : JSON.stringify(text.replace(/\\"/g, '"'));

/** A line as it should be written, and what is wrong with it. */
export interface RepairedLine {
  /** Name of the problem. */
  readonly name: string;
  readonly message: string;
  readonly line: string;
  /** What the author should do, before the repaired line. */
  readonly advice: string;
  /** Whether the spaces at its beginning are what is repaired. */
  readonly spaces?: true;
}

/**
 * The ways in which a line of YAML that cannot be read may be meant, the most likely first. Which of them is right shows
 * when the fields are read again. `known`: whether a word is the name of a field; `before`: the line before it.
 */
export function findRepairs(written: string, known: (word: string) => boolean, before = ''): RepairedLine[] {
  const line = written.trimEnd();
  const repairs: RepairedLine[] = repairSigns(line);
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
  const depth = /^\s*(?:- +)*/.exec(before)![0].length;
  if (before.trim() !== '' && key !== undefined && depth !== indent.length && !indent.includes('-'))
    repairs.push({
      name: 'yaml-malformed',
      message: 'the line begins at another column than the fields above it',
      line: `${' '.repeat(depth)}${untabbed.trimStart()}`,
      advice: 'begin it below the field above it',
      spaces: true,
    });
  return repairs;
}

/** Signs that word processors and phones write in the place of those of YAML. */
function repairSigns(line: string): RepairedLine[] {
  const spaced = withoutOddSpaces(line);
  const repairs: RepairedLine[] = [];
  if (spaced !== line)
    repairs.push({
      name: 'yaml-malformed',
      message: 'the line holds a space of another kind, such as a no-break space, which does not count as one',
      line: spaced,
      advice: 'type the spaces again',
      spaces: true,
    });
  const colon = /^(\s*(?:- +)*)([A-Za-z][\w-]*) ?[：﹕]\s*(\S.*)$/.exec(spaced);
  if (colon)
    repairs.push({
      name: 'yaml-malformed',
      message: `the colon after \`${colon[2]}\` is of another script, so the line is not read as a field`,
      line: `${colon[1]}${colon[2]}: ${asValue(colon[3]!)}`,
      advice: 'type a colon and a space',
    });
  const item = /^(\s*)[•▪◦‣●·–—−]\s*(\S.*)$/.exec(spaced);
  if (item)
    repairs.push({
      name: 'yaml-malformed',
      message: 'the line begins with a bullet or a dash, and an entry of a list begins with a hyphen',
      line: `${item[1]}- ${asValue(item[2]!)}`,
      advice: 'write a hyphen and a space',
    });
  return repairs;
}

/** A line with ordinary spaces in its indentation, and after the name of its field. */
export const withoutOddSpaces = (line: string): string =>
  line.replace(
    /^[ \u00A0\u2000-\u200A\u202F\u3000]*(?:-[ \u00A0]+)*(?:[A-Za-z][\w-]*:[\u00A0\u2000-\u200A\u202F\u3000 ]*)?/,
    (start) => start.replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' '),
  );

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

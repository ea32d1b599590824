/** The text on one line: runs of spaces and control characters become one space, lone surrogates U+FFFD. */
export function oneLine(text: string): string {
  return needsCleaning.test(text) || text.includes('  ') || text.startsWith(' ') || text.endsWith(' ')
    ? text.toWellFormed().replace(breaks, ' ').trim()
    : text;
}

const needsCleaning = /[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]/;
const breaks = /[ \0-\x1f\x7f-\x9f\u2028\u2029]+/g;

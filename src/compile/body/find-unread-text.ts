import type { LocatedFault } from '../located-fault.ts';

/** Faults of one kind that are reported of one body; the rest appears in the next run. */
const faultLimit = 20;

/**
 * Text of a body that is meant as something else, and that readers would see as it is written: links with a space where none
 * may be, and a second publication. Positions are counted from the first line of the body.
 */
export const findUnreadText = (body: string): LocatedFault[] => [...findUnreadLinks(body), ...findSecondRecord(body)];

function findUnreadLinks(body: string): LocatedFault[] {
  const faults: LocatedFault[] = [];
  let fence = '';
  for (const [index, line] of body.split('\n').entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? '';
    if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    if (fence !== '' || mark !== '' || (!line.includes('](') && !line.includes('] ('))) continue;
    for (const { 0: written, 1: text = '', 2: apart, 3: spaced, index: at } of line
      .slice(0, lineLimit)
      .matchAll(unreadLink)) {
      if (/^`|`$/.test(line.slice(Math.max(at - 1, 0), at))) continue;
      faults.push({
        severity: 'warning',
        name: 'link-not-read',
        message: `${written} has a space in a place where none may be, and is shown as text`,
        hint: `write [${text}](${(apart ?? spaced ?? '').replaceAll(' ', '%20')})`,
        position: { line: index + 1, column: at + 1 },
      });
      if (faults.length >= faultLimit) return faults;
    }
  }
  return faults;
}

/** `[text] (address)`, and `[text](a file.pdf)`. A title in quotation marks may follow an address. */
const unreadLink =
  /\[([^[\]]{1,200})\](?: \((?=https?:|\.{0,2}\/|www\.)([^()\s]+)\)|\( ?([^()<>"'\s]+(?: [^()<>"'\s]+)+) ?\))/g;

/** Characters of a line in which links are looked for. */
const lineLimit = 5000;

/** The fields of another publication, between lines of hyphens. */
function findSecondRecord(body: string): LocatedFault[] {
  const lines = body.split('\n').map((line) => line.trimEnd());
  for (let start = lines.indexOf('---'); start !== -1; start = lines.indexOf('---', start + 1)) {
    const end = lines.indexOf('---', start + 1);
    const fields = lines.slice(start + 1, end === -1 ? start : end);
    if (!fields.some((line) => line.startsWith('title:'))) continue;
    return [
      {
        name: 'second-record',
        message: 'the fields of another publication begin here, and would be shown as text',
        hint: 'move it into a file of its own: each file is one publication',
        position: { line: start + 1, column: 1 },
      },
    ];
  }
  return [];
}

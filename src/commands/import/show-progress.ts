import { isTerminal, printAgain, printError } from '../print.ts';

/** Shows progress: in a terminal on one line, in a log on a line for every 2,000. */
export function progressOf(what: string): (done: number, all: number) => void {
  return (done, all) => {
    if (all < 500 && what === 'records') return;
    if (isTerminal()) printAgain(`${done} of ${all} ${what}${done >= all ? '\n' : ''}`);
    else if (done > 0 && done % 2000 === 0) printError(`${done} of ${all} ${what}`);
  };
}

import { hosts } from './hosts.js';

/**
 * The next steps, printed after the files are written.
 *
 * @param {import('./questions.js').Answers} answers
 * @param {string} folder
 */
export const nextSteps = ({ searches, files, host }, folder) =>
  [
    'Next:',
    `  cd ${inShell(folder)}`,
    '  npm install && npm start',
    ...(searches.length > 0 ? ['', 'Bring in the publications that you named:', '  npm run import'] : []),
    ...(files.length > 0 ? ['', 'Bring in your files:', `  npm run import -- ${files.map(inShell).join(' ')}`] : []),
    '',
    'Put it online:',
    `  ${hosts[host].once}`,
  ].join('\n');

/**
 * A word of a command line, in which no shell replaces anything. Double quotes are those that every system knows.
 *
 * @param {string} text
 */
function inShell(text) {
  if (/^[\w./-]+$/.test(text)) return text;
  return /["$`\\!%]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

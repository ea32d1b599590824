import { hosts } from './hosts.js';

/**
 * The next steps, printed after the files are written.
 *
 * @param {import('./questions.js').Answers} answers
 * @param {string} folder
 * @param {boolean} bringsNode Whether npm brings a newer Node for this folder.
 */
export const nextSteps = ({ searches, files, host }, folder, bringsNode) =>
  [
    'Next:',
    `  cd ${inShell(folder)}`,
    '  npm install && npm start',
    ...(bringsNode ? ['  (npm warns that this Node is old, EBADENGINE: the site brings a newer one.)'] : []),
    ...(searches.length > 0 ? ['', 'Bring in the publications that you named:', '  npm run import'] : []),
    ...(files.length > 0 ? ['', 'Bring in your files:', `  npm run import -- ${files.map(inShell).join(' ')}`] : []),
    '',
    'Edit in the browser, at the address that it prints:',
    '  npm run dev',
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

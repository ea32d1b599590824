import { hosts } from './hosts.js';

/**
 * What a person types next, printed when the files are written.
 *
 * @param {import('./questions.js').Answers} answers
 * @param {string} folder
 */
export const nextSteps = ({ searches, files, host }, folder) =>
  [
    'Next:',
    `  cd ${/^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder)}`,
    '  npm install && npm start',
    ...(searches.length > 0 ? ['', 'Bring in the publications that you named:', '  npm run import'] : []),
    ...(files.length > 0
      ? ['', 'Bring in your files:', `  npm run import -- ${files.map((file) => JSON.stringify(file)).join(' ')}`]
      : []),
    '',
    'Put it online:',
    `  ${hosts[host].once}`,
  ].join('\n');

import { fillFault } from './fill-fault.ts';

/** Faults of a host by name, each with a message and a hint in English. `{name}` is replaced by a value. */
export const hostWords = {
  offline: ['the host of the repository does not answer', 'what you typed is kept on this device; try again'],
  expired: ['the token is no longer valid', 'sign in again with a new one; what you typed is kept on this device'],
  'rate-limit': [
    'the host takes no more requests until {time}',
    'what you typed is kept on this device; save again then',
  ],
  'host-trouble': [
    'the host has a fault of its own ({status})',
    'nothing is lost on this device; try again in a few minutes',
  ],
  forbidden: [
    'the host does not allow this to your token: {message}',
    'make a token with the rights that the sign-in names, or ask who looks after the repository',
  ],
  'not-found': [
    'the host does not show {what} to your token',
    'look whether the token is for this repository, and whether features.editor in site.yaml names it rightly',
  ],
  refused: ['the host refuses this: {message}', 'what you typed is kept on this device'],
  'not-an-answer': ['the host answers with something else than its API', 'look at features.editor.api in site.yaml'],
  protected: [
    'the branch {branch} takes no commits from you, only proposals',
    'save again, and choose to propose the change; what you typed is kept',
  ],
  'branch-left': [
    'the change is in the branch {branch}, but it could not be proposed: {message}',
    'propose the branch on the page of the host, or ask who looks after the repository',
  ],
  'fork-behind': [
    'the branch {branch} of your copy {fork} could not be brought up to date',
    'open the copy on the page of the host and bring it up to date there (“Sync fork”), or delete it; then save again',
  ],
  'folder-too-large': [
    'the folder {folder} has more files than the API of the host lists',
    'move its files into folders of years, with git on a computer',
  ],
  busy: ['others write to the branch all the time, and nothing was written. {message}', 'save again'],
  'not-saved': ['nothing was saved', 'what you typed is kept on this device'],
  'no-such-file': ['there is no file {file} in the repository', 'load the list again'],
  'not-content': ['{file} is no file of the content folder that the desk edits', 'choose one from the list'],
  'not-utf-8': ['{file} is not UTF-8 text', 'open it in a text editor and save it with the encoding UTF-8'],
  'not-text': ['the text holds half of a character, which no file can hold', 'delete it, and save again'],
  'name-refused': ['{file} cannot have this name: {fault}', 'choose another name'],
  'name-taken': ['there is a file {file} already', 'choose another name'],
  'too-many': [
    'this step has to read all {count} publications, which the API of the host does not give at once',
    'change the publications one by one, or ask who looks after the repository',
  ],
  'too-many-known': [
    '{count} records of this file are in the repository already, more than can be compared here at once',
    'export fewer records into each file',
  ],
  'import-settings': ['import.yaml has an error in line {line}, so nothing is imported: {message}', '{hint}'],
  archive: ['this is an archive of files, which is not unpacked here', 'unpack it, and take one file after the other'],
  'not-looked-up': [
    'this page asks nobody but the host of the repository, so that a DOI or a number cannot be looked up here',
    'save the citation as RIS or BibTeX from the page of the article, and take that file',
  ],
} as const satisfies Readonly<Record<string, readonly [message: string, hint: string]>>;

export type HostFault = keyof typeof hostWords;

/** The message and hint of a fault, in the language of the desk. */
export type ExplainFault = (
  fault: HostFault,
  values?: Readonly<Record<string, string>>,
) => { readonly message: string; readonly hint: string };

/** The message and hint of a fault in English. */
export const explainFault: ExplainFault = (fault, values) => fillFault(hostWords[fault], values);

import type { ImportedFormat } from '../format.ts';
import { parseArxivAtom } from './parse-arxiv-atom.ts';

export const arxivAtom: ImportedFormat = {
  id: 'arxiv-atom',
  label: 'arXiv Atom',
  recognise: (text) => /<feed\b/.test(text) && /<id>\s*https?:\/\/arxiv\.org\/abs\//.test(text),
  evidence: 'unique names',
  read: parseArxivAtom,
};

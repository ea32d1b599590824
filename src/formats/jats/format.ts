import type { ImportedFormat } from '../format.ts';
import { parseJats } from './parse-jats.ts';

export const jats: ImportedFormat = {
  id: 'jats',
  label: 'JATS XML',
  recognise: (text) => /<article[\s>]/.test(text) && /<article-meta[\s>]/.test(text),
  evidence: 'unique names',
  read: parseJats,
};

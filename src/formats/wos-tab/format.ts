import type { ImportedFormat } from '../format.ts';
import { parseWosTab } from './parse-wos-tab.ts';

export const wosTab: ImportedFormat = {
  id: 'wos-tab',
  label: 'Web of Science (tab-delimited)',
  recognise: (text) => /^\uFEFF?PT\tAU\t(?:[A-Z][A-Z0-9]\t){8}/.test(text),
  evidence: 'unique names',
  read: parseWosTab,
};

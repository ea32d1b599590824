import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, runProgram } from '../run-program.ts';
import type { Program } from './program.ts';

/** xmllint with the schema of MODS 3.7. The folder holds mods-3-7.xsd, and the schemas xlink.xsd and xml.xsd that it names. */
export const modsSchema = (folder: string): Program => ({
  id: 'schema of MODS',
  files: ['mods.xml'],
  isInstalled: () => isInstalled('xmllint') && existsSync(join(folder, 'mods-3-7.xsd')),
  read(_file, text, working) {
    writeFileSync(join(working, 'in.xml'), text);
    const schema = join(folder, 'mods-3-7.xsd');
    const { stderr, status } = runProgram('xmllint', ['--nonet', '--noout', '--schema', schema, 'in.xml'], working);
    const complaints = stderr.split('\n').filter((line) => line.trim() !== '' && !/ validates$/.test(line));
    if (status !== 0 && complaints.length === 0) return { records: [], complaints: [`xmllint stops with ${status}`] };
    return { records: [...text.matchAll(/^<mods /gm)].map(() => ({})), complaints };
  },
});

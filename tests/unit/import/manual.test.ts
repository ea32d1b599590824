import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImportSettings } from '../../../src/build/content/read-import-settings.ts';
import { readSourceQuery } from '../../../src/import/fetch/requested-identifiers.ts';
import { projectDir } from '../../../src/project/settings.ts';
import { temporaryFolder } from '../../support/build-site.ts';

const manual = readFileSync(join(projectDir, 'docs/import.md'), 'utf8');
const usage = readFileSync(join(projectDir, 'src/commands/import.ts'), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...manual.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);

/** What the manual of imports shows is understood as it stands there. */
describe('docs/import.md', () => {
  const commands = blocks('sh').flatMap((block) => block.trim().split('\n'));

  it.each(commands)('shows a command whose arguments are files, identifiers or searches: %s', (command) => {
    const [, written = ''] = /^npm run import -- (.+)$/.exec(command) ?? [];
    const parts = [...written.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const unknown = parts.filter(
      (part, index) =>
        !(part.startsWith('--') ? usage.includes(`\n  ${part} `) : parts[index - 1] === '--since') &&
        !/^[\w-]+(?:\.ris|\.zip)?$/.test(part) &&
        readSourceQuery(part) === undefined,
    );
    expect([parts.length > 0, unknown]).toEqual([true, []]);
  });

  it('names options that the command has', () => {
    const named = [...manual.matchAll(/`(--[a-z-]+)/g)].map(([, option = '']) => option);
    expect(named.filter((option) => !usage.includes(`\n  ${option} `))).toEqual([]);
  });

  it.each(blocks('yaml'))('shows settings that are valid: %s', (block) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'import.yaml'), block);
    expect(readImportSettings(folder)).toMatchObject({ settings: {}, problems: [] });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toCslItem } from '../../src/formats/csl/csl-item.ts';
import { citedCase, referenceCases, referencesOf, shortStyles } from '../support/reference-cases.ts';
import { runProgram } from './run-program.ts';

// node tests/tools/compare-references.ts [STYLE…]: what pandoc makes of each case in tests/cases/references with the official
// style, beside the reference of the site, where they differ. Debian: pandoc, citation-style-language-styles.
const styleFolder = '/usr/share/citation-style-language/styles';
const chosen = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'references-'));
try {
  const items = referenceCases.map((one) => ({ one, item: toCslItem(citedCase(one)) }));
  writeFileSync(join(folder, 'items.json'), JSON.stringify(items.map(({ item }) => item)));
  writeFileSync(join(folder, 'all.md'), '---\nnocite: "@*"\n---\n');
  for (const { name, id } of shortStyles) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const style = join(styleFolder, `${id}.csl`);
    const args = ['all.md', '--citeproc', '--bibliography=items.json', `--csl=${style}`, '--to=html', '--wrap=none'];
    const { stdout, stderr } = runProgram('pandoc', args, folder);
    if (stdout === '') throw new Error(`pandoc: ${stderr}`);
    let equal = 0;
    for (const { one, item } of items) {
      const here = referencesOf(one)[name] ?? '';
      const there = entryOf(stdout, item.id);
      if (here === there) equal += 1;
      else console.log(`\n${name}, ${one.name}\n  here:   ${here}\n  pandoc: ${there}`);
    }
    console.log(`\n${name}: ${equal} of ${items.length} equal`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The reference of an item in the HTML of pandoc, in the markup of the cases. */
function entryOf(html: string, id: string): string {
  const start = html.indexOf(`id="ref-${id}"`);
  const end = html.indexOf('\n<div id="ref-', start);
  return html
    .slice(html.indexOf('>', start) + 1, end < 0 ? undefined : end)
    .replace(/<div class="csl-left-margin">.*?<\/div>/g, '')
    .replace(/<(\/?)em>/g, '<$1i>')
    .replace(/<(?!\/?(?:i|b|sup|sub)>)[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

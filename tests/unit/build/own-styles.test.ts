import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStyles } from '../../../src/build/read-styles.ts';
import { findMacroFault } from '../../../src/build/styles/find-macro-fault.ts';
import { parseStyle } from '../../../src/build/styles/parse-style.ts';
import type { LoadedStyle } from '../../../src/domain/publication/reference-styles.ts';
import { cleanReference } from '../../../src/references/reference-html.ts';
import { createReferenceRenderer } from '../../../src/references/citeproc.ts';
import { CatalogStore } from '../../../src/store/catalog-store.ts';
import { temporaryFolder } from '../../support/build-site.ts';

const namespace = 'http://purl.org/net/xbiblio/csl';

/** A style whose macros start in line 4, and whose bibliography has this layout. */
const styleOf = (
  macros: string,
  layout = '<text macro="a"/>',
  more = '',
): string => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="${namespace}" class="in-text" version="1.0">
<info><title>Own</title><id>own</id></info>
${macros}
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout>${layout}</layout></bibliography>
${more}</style>
`;
const good = styleOf('<macro name="a"><text variable="title"/></macro>');

function read(style: string | Uint8Array) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'styles'));
  writeFileSync(join(folder, 'styles/own.csl'), style);
  const store = new CatalogStore(join(folder, 'catalog.db'), 'write');
  const { problems } = readStyles(['own'], folder, store);
  const styles = JSON.parse(store.setting('styles') ?? '[]') as LoadedStyle[];
  store.close();
  return { problems, styles };
}

const bomb = Array.from(
  { length: 12 },
  (_, index) => `<macro name="m${index + 1}">${`<text macro="m${index}"/>`.repeat(10)}</macro>`,
).join('');
const chain = Array.from(
  { length: 5000 },
  (_, index) => `<macro name="m${index + 1}"><text macro="m${index}"/></macro>`,
);
const title = '<macro name="m0"><text variable="title"/></macro>';

describe('a style of the institute that would have no end, or is none, is a problem with file and line', () => {
  test.each<readonly [what: string, style: string | Uint8Array, name: string, line: number | undefined]>([
    ['a macro that calls itself', styleOf('<macro name="a"><text macro="a"/></macro>'), 'style-macro', 4],
    [
      'macros that call each other',
      styleOf('<macro name="a"><text macro="b"/></macro>\n<macro name="b"><group><text macro="a"/></group></macro>'),
      'style-macro',
      4,
    ],
    [
      'two macros of one name',
      styleOf('<macro name="a"/>\n<macro name="a"><text macro="a"/></macro>'),
      'style-macro',
      5,
    ],
    ['a macro that is not there', styleOf(''), 'style-macro', 6],
    ['macros with a million million elements', styleOf(title + bomb, '<text macro="m12"/>'), 'style-macro', 2],
    ['a chain of macros', styleOf(title + chain.toReversed().join(''), '<text macro="m5000"/>'), 'style-macro', 4],
    ['a deep nesting', styleOf('', `${'<group>'.repeat(20_000)}${'</group>'.repeat(20_000)}`), 'style-not-csl', 6],
    ['entities', `<!DOCTYPE style [<!ENTITY a "aaaa">]>\n${styleOf('', '<text value="&a;"/>')}`, 'style-not-csl', 1],
    ['a file of the system', `<!DOCTYPE style [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n${good}`, 'style-not-csl', 1],
    ['an entity without a definition', styleOf('', '<text value="&undefined;"/>'), 'style-not-csl', 6],
    ['a control character', styleOf('', '<text value="a\u001b[31m"/>'), 'style-not-csl', 6],
    ['a control character as a number', styleOf('', '<text value="a&#x9b;b"/>'), 'style-not-csl', 6],
    ['a direction override as a number', styleOf('', '<text variable="title" suffix="&#x202e;"/>'), 'style-not-csl', 6],
    ['an element of HTML', styleOf('', '<script>alert(1)</script>'), 'style-not-csl', 6],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'style-not-csl', 1],
    ['another language in the namespace', good.replace(namespace, 'http://www.w3.org/1999/xhtml'), 'style-not-csl', 2],
    ['a text', 'hello\n', 'style-not-csl', 1],
    ['nothing', '', 'style-not-csl', 1],
    ['half of a style', good.slice(0, -30), 'style-not-csl', 6],
    ['a style sheet', `<?xml-stylesheet href="x.css"?>\n${styleOf('')}`, 'style-not-csl', 1],
    ['no bibliography', good.replace(/<bibliography>.*/, ''), 'style-without-references', 2],
    ['another encoding by its name', good.replace('utf-8', 'utf-7'), 'style-not-csl', 1],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 'not-utf-8', undefined],
    ['a letter of Latin-1', Buffer.from(good.replace('Own', 'Médecine'), 'latin1'), 'not-utf-8', undefined],
    ['2 MB', good + '<!-- x -->'.repeat(200_000), 'file-too-large', undefined],
    [
      '100,000 elements that do not end',
      `<style xmlns="${namespace}">${'<category '.repeat(100_000)}`,
      'style-not-csl',
      1,
    ],
  ])('%s', (_what, style, name, line) => {
    const { problems, styles } = read(style);
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', name, file: 'styles/own.csl' })]);
    expect(problems[0]!.line).toBe(line);
    expect(problems[0]!.message).not.toMatch(/\.ts:\d+|\bat \w+ \(/);
    expect(styles).toEqual([]);
  });

  test('a dependent style says which style it names', () => {
    const link = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>';
    const [problem] = read(`<style xmlns="${namespace}"><info><title>X</title>${link}</info></style>`).problems;
    expect(problem).toMatchObject({
      name: 'style-without-references',
      hint: 'write apa into styles of site.yaml instead',
    });
  });

  test('a value that the citation processor does not take is told in its words', () => {
    const names = '<names variable="author"><name et-al-min="few" et-al-use-first="-1" form="zzz"/></names>';
    const { problems } = read(styleOf('', names));
    for (const { name, file } of problems) expect([name, file]).toEqual(['style-fails', 'styles/own.csl']);
  });
});

describe('a style of the institute', () => {
  test('is the same with a byte order mark, comments and other white space', () => {
    const plain = read(good).styles;
    const other = `\ufeff${good.replaceAll('><', '>\n  <!-- x\n y -->  <')}`;
    expect(read(other).styles.map(({ source }) => source)).toEqual(plain.map(({ source }) => source));
    expect(plain).toMatchObject([{ name: 'own', label: 'Own', numbered: false }]);
  });

  test('writes no element into a reference', () => {
    const attacks = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>'];
    const escaped = attacks.map((text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;'));
    const layout = escaped.map(
      (text) => `<text value="${text}"/><text variable="title" prefix="${text}" suffix="${text}"/>`,
    );
    const { styles, problems } = read(styleOf('', layout.join('')));
    expect(problems).toEqual([]);
    const item = { id: 'x', type: 'book', title: 'A title', issued: { 'date-parts': [[2024]] } };
    const html = cleanReference(createReferenceRenderer({})(item, styles[0]!, 'en-US'));
    expect(html).toContain('A title');
    expect(html.match(/<(?!\/?(?:span|i|b|sup|sub|a|bdi)\b)[a-z!/]/gi)).toBeNull();
  });

  test('may call macros that have the names of what every object has', () => {
    const macros =
      '<macro name="__proto__"><text variable="title"/></macro><macro name="constructor"><text macro="__proto__"/></macro>';
    const parsed = parseStyle(styleOf(macros, '<text macro="constructor"/>'));
    expect('style' in parsed && findMacroFault(parsed.style)).toBeUndefined();
  });
});

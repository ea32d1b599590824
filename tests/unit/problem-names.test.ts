import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';
import { listFiles } from '../support/list-files.ts';
import { readProblemCases } from './build/problem-cases.ts';

/** Rooms whose problems are those of content files. The others refuse requests, or report foreign records and answers. */
const contentRooms = /^(?:astro|build|catalog|compile|domain|schemas|site-plan)\//;

/** Problems of content that a folder of texts alone cannot have, and the test that raises each. */
const raisedElsewhere: Readonly<Record<string, string>> = {
  'asset-name': 'unit/compile/read-assets.test.ts',
  'asset-name-taken': 'unit/compile/read-assets.test.ts',
  'asset-too-large': 'build/links-and-files.test.ts',
  'citation-withheld': 'build/withheld-citations.test.ts',
  'code-failed': 'build/content-code.test.ts',
  'code-not-compiled': 'build/content-code.test.ts',
  'content-missing': 'unit/compile/hostile-content.test.ts',
  'editor-api-missing': 'unit/domain/institute/site-editor.test.ts',
  'editor-api-open': 'unit/domain/institute/site-editor.test.ts',
  'editor-branch-malformed': 'unit/domain/institute/site-editor.test.ts',
  'editor-folder-malformed': 'unit/domain/institute/site-editor.test.ts',
  'editor-repository-malformed': 'unit/domain/institute/site-editor.test.ts',
  'fields-too-long': 'unit/compile/hostile-content.test.ts',
  'file-too-large': 'unit/compile/hostile-content.test.ts',
  'file-unreadable': 'unit/compile/hostile-content.test.ts',
  'image-too-large': 'unit/compile/read-assets.test.ts',
  'link-in-circle': 'unit/compile/hostile-content.test.ts',
  'link-leaves-content': 'unit/compile/hostile-content.test.ts',
  'logo-malformed': 'unit/build/read-site.test.ts',
  'more-problems': 'unit/compile/hostile-content.test.ts',
  'page-failed': 'unit/rendering/make-outputs.test.ts',
  'site-missing': 'unit/compile/hostile-content.test.ts',
  'style-fails': 'unit/build/own-styles.test.ts',
  'too-much-markup': 'unit/compile/hostile-content.test.ts',
  'untranslated-strings': 'unit/untranslated-strings.mocked.test.ts',
};

/** Names that stand for what nothing else explains; no input is known that raises them. */
const lastResorts: ReadonlySet<string> = new Set(['code-in-text', 'invalid-key', 'invalid-value']);

test('each problem that content can have is raised by a case with its place and what to write, or by another test', () => {
  const cased = new Set(readProblemCases().flatMap(({ problems }) => problems.map(({ name }) => name)));
  const names = [...namesBySource()].filter(([, files]) => files.some((file) => contentRooms.test(file)));
  expect(names.length).toBeGreaterThan(100);
  const missing = names.map(([name]) => name).filter((name) => !cased.has(name) && !lastResorts.has(name));
  expect(missing.filter((name) => raisedElsewhere[name] === undefined)).toEqual([]);
  expect(
    Object.keys(raisedElsewhere).filter((name) => !missing.includes(name)),
    'need no other test',
  ).toEqual([]);
  for (const [name, file] of Object.entries(raisedElsewhere))
    expect(readFileSync(join(projectDir, 'tests', file), 'utf8'), file).toContain(name);
});

/** Names of problems in the code, with the files that raise them: objects with a hint, and calls of the makers of faults. */
function namesBySource(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of listFiles(join(projectDir, 'src')).filter((path) => /\.tsx?$/.test(path))) {
    const text = readFileSync(join(projectDir, 'src', file), 'utf8');
    const add = (expression: ts.Expression): void => {
      for (const name of literalsOf(expression).filter((text) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)))
        found.set(name, [...(found.get(name) ?? []), file]);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const [name, hint] = ['name', 'hint'].map((key) =>
          node.properties.find((property) => property.name?.getText() === key),
        );
        if (name && hint && ts.isPropertyAssignment(name)) add(name.initializer);
      }
      const [first] = ts.isCallExpression(node) && makers.test(node.expression.getText()) ? node.arguments : [];
      if (first && ts.isStringLiteral(first)) add(first);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return found;
}

const makers = /^(?:invalid|malformed|warning|refuse)$/;

const literalsOf = (expression: ts.Expression): readonly string[] =>
  ts.isStringLiteral(expression)
    ? [expression.text]
    : ts.isConditionalExpression(expression)
      ? [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)]
      : [];

import astro from 'eslint-plugin-astro';
import regexp from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const unsafe = ['argument', 'assignment', 'call', 'member-access', 'return'].map(
  (what) => `@typescript-eslint/no-unsafe-${what}`,
);

// Who may import what is held by tests/unit/architecture.test.ts.
export default defineConfig(
  globalIgnores(['dist', 'lib', 'parts', '.cache', '.astro', 'node_modules', 'content', 'tests/sites', 'tests/cases']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ts.configs.recommendedTypeChecked,
  astro.configs.recommended,
  {
    // Whatever a stranger writes, a pattern reads it in time that grows no faster than the text.
    files: ['src/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }],
      'regexp/no-misleading-capturing-group': 'error',
      'regexp/no-contradiction-with-assertion': 'error',
      'regexp/no-dupe-disjunctions': 'error',
      'regexp/no-empty-alternative': 'error',
    },
  },
  {
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-else-return': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Plain objects hold their functions; there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // The same content gives the same bytes on every machine, today and tomorrow.
    // The clock of read-content tells whether a file may still be changing, and reaches no page.
    // That of a reader's device says when a search was saved there.
    ignores: ['src/build/read-content.ts', 'src/components/search/saved/draw-saved.ts'],
    files: [
      'src/{domain,schemas,i18n,formats,references,compile,catalog,site-plan,metadata,feeds,components,layouts,pages}/**',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Output depends on the content alone.' },
        { object: 'Date', property: 'now', message: 'Output depends on the content alone.' },
        {
          property: 'localeCompare',
          message: 'The order of a machine’s locale differs: use compareText of src/domain/problems/problem.ts.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Output depends on the content alone.',
        },
      ],
    },
  },
  {
    files: ['src/commands/print.ts', 'tests/{bench,faults,fuzz,support,tools}/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Only `astro check` knows the types of templates, so here their values look like `any`. Tests read JSON as it comes.
    // The two programs in JavaScript read JSON, whose type they say in a comment.
    files: ['src/components/{page-components.ts,body/**}', 'tests/**', 'bin/**', 'create/**'],
    rules: Object.fromEntries(unsafe.map((rule) => [rule, 'off'])),
  },
  {
    // Unit tests of other files run in the same modules, one file after the other.
    files: ['tests/unit/**'],
    ignores: ['**/*.mocked.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock|resetModules)$/]',
          message: 'A file that replaces modules is called <name>.mocked.test.ts, and runs by itself.',
        },
      ],
    },
  },
  // Types for templates alone would cost a third of the time, and `astro check` has looked at them.
  { files: ['**/*.astro'], ...ts.configs.disableTypeChecked },
);

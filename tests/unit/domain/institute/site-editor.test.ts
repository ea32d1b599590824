import { expect, test } from 'vitest';
import { apiOf, findEditorFault, webOf, type SiteEditor } from '../../../../src/domain/institute/site-editor.ts';

const editor: SiteEditor = { host: 'github', repository: 'office/site', branch: 'main', folder: 'content' };

test.each([
  [{ host: 'github' }, 'https://api.github.com', 'https://github.com'],
  [{ host: 'gitlab' }, 'https://gitlab.com/api/v4', 'https://gitlab.com'],
  [
    { host: 'github', api: 'https://git.example.org/api/v3/' },
    'https://git.example.org/api/v3',
    'https://git.example.org',
  ],
  [
    { host: 'gitea', api: 'https://example.org/git/api/v1' },
    'https://example.org/git/api/v1',
    'https://example.org/git',
  ],
] as const)('%o has its API and its pages for people', (own, api, web) => {
  expect([apiOf(own), webOf(own)]).toEqual([api, web]);
});

test.each([
  [{}, undefined],
  [{ host: 'gitlab', repository: 'group/subgroup/site' }, undefined],
  [{ api: 'http://localhost:3000/api/v1' }, undefined],
  [{ host: 'forgejo' }, 'editor-api-missing'],
  [{ host: 'gitea', api: 'http://git.example.org/api/v1' }, 'editor-api-open'],
  [{ api: 'http://localhost.example.org/api/v1' }, 'editor-api-open'],
  [{ repository: 'site' }, 'editor-repository-malformed'],
  [{ repository: 'group/subgroup/site' }, 'editor-repository-malformed'],
  [{ repository: 'https://github.com/office/site' }, 'editor-repository-malformed'],
  [{ branch: 'my branch' }, 'editor-branch-malformed'],
  [{ branch: '../main' }, 'editor-branch-malformed'],
  [{ folder: '../content' }, 'editor-folder-malformed'],
  [{ folder: '/content' }, 'editor-folder-malformed'],
] as const)('%o has the fault %s', (own, name) => {
  expect(findEditorFault({ ...editor, ...own })?.[1].name).toBe(name);
});

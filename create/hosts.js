/**
 * Where a site can be hosted: the files that publish it there, with their templates, and what a person has to do once.
 *
 * @typedef {'github' | 'gitlab' | 'codeberg' | 'netlify' | 'cloudflare' | 'server' | 'other'} Host
 *
 * @type {Readonly<Record<Host, { readonly files: Readonly<Record<string, string>>, readonly once: string }>>}
 */
export const hosts = {
  github: {
    files: {
      '.github/workflows/publish.yml': 'github/publish.yml',
      '.github/workflows/proposals.yml': 'github/proposals.yml',
    },
    once: 'Put this folder into a repository on GitHub, and choose Settings → Pages → Source: GitHub Actions.',
  },
  gitlab: {
    files: { '.gitlab-ci.yml': 'gitlab/gitlab-ci.yml' },
    once: 'Put this folder into a project on GitLab. Its pipeline publishes the site; Deploy → Pages shows the address.',
  },
  codeberg: {
    files: { 'publish.sh': 'codeberg/publish.sh' },
    once: 'Put this folder into a repository on Codeberg, and run `sh publish.sh`: it builds the site and pushes it to the branch `pages`.',
  },
  netlify: {
    files: { 'netlify.toml': 'netlify/netlify.toml' },
    once: 'Put this folder into a repository, and choose it in Netlify: Add new project → Import an existing project.',
  },
  cloudflare: {
    files: {},
    once: 'Put this folder into a repository, and choose it in Cloudflare Pages: build command `npm run build`, output folder `dist`, variable NODE_VERSION = 24.',
  },
  server: {
    files: { 'publish.sh': 'server/publish.sh' },
    once: 'Write the address of your server into `publish.sh`, and run `sh publish.sh`: it builds the site and copies what has changed.',
  },
  other: {
    files: {},
    once: '`npm run build` writes the site into the folder `dist`: copy that folder to any host of files.',
  },
};

import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findProgram, type Peer, type PeerSite } from './peer.ts';

/** Eleventy; undefined when it is not installed. */
export function findEleventy(): Peer | undefined {
  const file = findProgram('eleventy');
  return file === undefined ? undefined : { name: 'Eleventy', prepare: (site) => prepare(realpathSync(file), site) };
}

function prepare(file: string, { work, outDir, padding }: PeerSite) {
  mkdirSync(join(work, 'eleventy'), { recursive: true });
  writeFileSync(join(work, 'eleventy/config.cjs'), config);
  writeFileSync(join(work, 'eleventy/page.11ty.cjs'), template.replace('PADDING', padding));
  // Eleventy needs paths relative to its working folder.
  const args = [
    file,
    '--config=eleventy/config.cjs',
    '--input=content',
    `--output=${relative(work, outDir)}`,
    '--quiet',
  ];
  return { file: process.execPath, args, cwd: work };
}

const config = `module.exports = (eleventy) => {
  eleventy.setUseGitIgnore(false);
  eleventy.addGlobalData('layout', 'page.11ty.cjs');
  eleventy.addGlobalData('permalink', () => (data) => '/publications/' + data.page.fileSlug + '/');
  return { dir: { layouts: '../eleventy' }, markdownTemplateEngine: false, templateFormats: ['md', '11ty.cjs'] };
};
`;

const template = `const escape = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const each = (items, show) => (items ?? []).map(show).join('');
const may = (value, show = escape) => (value === undefined ? '' : show(value));

module.exports = (page) => \`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>\${page.title.replace(/<[^>]*>/g, '')}</title><link rel="canonical" href="https://publications.example.org\${page.page.url}"></head>
<body>
<h1>\${page.title}</h1>
<ol class="authors">\${each(page.authors, (author) => \`<li>\${may(author.name)}\${may(author.group)}\${each(author.affiliations, (number) => \`<sup>\${number}</sup>\`)}\${may(author.orcid, (orcid) => \`<a href="https://orcid.org/\${escape(orcid)}">ORCID</a>\`)}</li>\`)}</ol>
<ol class="affiliations">\${each(page.affiliations, (place) => \`<li>\${escape(place)}</li>\`)}</ol>
<p>\${escape(page.genre)} \${may(page.journal)}\${may(page.container)} \${may(page.volume)} \${may(page.issue, (issue) => \`(\${escape(issue)})\`)} \${may(page.extent)} \${escape(page.issued)}</p>
\${may(page.doi, (doi) => \`<p><a href="https://doi.org/\${escape(doi)}">\${escape(doi)}</a></p>\`)}
<ul class="links">\${each(page.addresses, ({ rel, url }) => \`<li><a rel="\${escape(rel)}" href="\${escape(url)}">\${escape(url)}</a></li>\`)}</ul>
<ul class="keywords">\${each(page.keywords, (keyword) => \`<li>\${escape(keyword)}</li>\`)}</ul>
<article>\${page.content}</article>
<footer>PADDING</footer>
</body>
</html>
\`;
`;

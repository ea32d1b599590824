import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, type Peer, type PeerSite } from './peer.ts';

/** Hugo; undefined when it is not installed. */
export function findHugo(): Peer | undefined {
  const file = findProgram('hugo');
  return file === undefined ? undefined : { name: 'Hugo', prepare: (site) => prepare(file, site) };
}

function prepare(file: string, { work, outDir, padding }: PeerSite) {
  const source = join(work, 'hugo');
  mkdirSync(join(source, 'layouts/_default'), { recursive: true });
  writeFileSync(join(source, 'config.toml'), config);
  writeFileSync(join(source, 'layouts/_default/single.html'), template.replace('PADDING', padding));
  // Without --buildFuture, Hugo skips pages with a future date.
  const args = [
    '--source',
    source,
    '--contentDir',
    join(work, 'content'),
    '--destination',
    outDir,
    '--buildFuture',
    '--quiet',
  ];
  return { file, args, env: { HUGO_CACHEDIR: join(source, 'cache') } };
}

const config = `baseURL = 'https://publications.example.org/'
title = 'Publications'
disableKinds = ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404']
timeout = '600s'
[permalinks]
publications = '/publications/:filename/'
`;

const template = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title | plainify }}</title><link rel="canonical" href="{{ .Permalink }}"></head>
<body>
<h1>{{ .Title | safeHTML }}</h1>
<ol class="authors">{{ range .Params.authors }}<li>{{ with .name }}{{ . }}{{ end }}{{ with .group }}{{ . }}{{ end }}{{ range .affiliations }}<sup>{{ . }}</sup>{{ end }}{{ with .orcid }}<a href="https://orcid.org/{{ . }}">ORCID</a>{{ end }}</li>{{ end }}</ol>
<ol class="affiliations">{{ range .Params.affiliations }}<li>{{ . }}</li>{{ end }}</ol>
<p>{{ .Params.genre }} {{ with .Params.journal }}{{ . }}{{ end }}{{ with .Params.container }}{{ . }}{{ end }} {{ with .Params.volume }}{{ . }}{{ end }} {{ with .Params.issue }}({{ . }}){{ end }} {{ with .Params.extent }}{{ . }}{{ end }} {{ .Params.issued }}</p>
{{ with .Params.doi }}<p><a href="https://doi.org/{{ . }}">{{ . }}</a></p>{{ end }}
<ul class="links">{{ range .Params.addresses }}<li><a rel="{{ .rel }}" href="{{ .url }}">{{ .url }}</a></li>{{ end }}</ul>
<ul class="keywords">{{ range .Params.keywords }}<li>{{ . }}</li>{{ end }}</ul>
<article>{{ .Content }}</article>
<footer>PADDING</footer>
</body>
</html>
`;

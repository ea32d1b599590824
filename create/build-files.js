import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { hosts } from './hosts.js';

/** The Node that Colophon runs on: npm brings it where the computer has an older one. */
const node = { line: 24, version: '24.21.0' };

/**
 * The files of a new site, by their paths.
 *
 * @param {import('./questions.js').Answers} answers
 * @param {{ folder: string, colophon: string | undefined, node: string }} environment `colophon`: another version or
 *   file; `node`: the version that runs.
 * @returns {Record<string, string>}
 */
export function buildFiles(answers, { folder, colophon, node: running }) {
  const pages = answers.languages.map((language) => [
    `content/pages/${language}/start.mdx`,
    read(`pages/${language}.mdx`).replace('{publish}', language === 'en' ? hosts[answers.host].once : ''),
  ]);
  return {
    'package.json': packageFile(folder, colophon ?? ownVersion(), parseInt(running, 10) < node.line),
    // With a slash first, because content/parts belongs to the site.
    '.gitignore': '/node_modules/\n/dist/\n/parts/\n/.cache/\n',
    'content/site.yaml': siteFile(answers),
    ...(answers.searches.length > 0 ? { 'content/import.yaml': importFile(answers.searches) } : {}),
    ...Object.fromEntries(pages),
    'public/favicon.svg': read('favicon.svg'),
    ...Object.fromEntries(Object.entries(hosts[answers.host].files).map(([path, template]) => [path, read(template)])),
  };
}

/** Version of this package, which is also that of Colophon. */
const ownVersion = () => {
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
  );
  return version;
};

const read = (/** @type {string} */ path) => readFileSync(new URL(`templates/${path}`, import.meta.url), 'utf8');

/**
 * @param {string} folder
 * @param {string} colophon
 * @param {boolean} bringsNode
 */
function packageFile(folder, colophon, bringsNode) {
  const commands = ['start', 'dev', 'check', 'build', 'preview', 'import', 'new', 'merge', 'upgrade'];
  const name =
    basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'publications';
  const content = {
    name,
    private: true,
    type: 'module',
    scripts: Object.fromEntries(commands.map((command) => [command, `colophon ${command}`])),
    dependencies: { colophon, ...(bringsNode ? { node: node.version } : {}) },
    // The version for which the content is written: npm run upgrade updates it.
    colophon: { content: ownVersion() },
    // Which packages may run a script when they are installed: the one that puts Node into place.
    allowScripts: { esbuild: false, ...(bringsNode ? { node: true } : {}) },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** @param {import('./questions.js').Answers} answers */
function siteFile({ languages, names, url }) {
  const [first = 'en'] = languages;
  const named = Object.entries(names);
  return `# Who publishes here. After every change, npm run check says in plain words what is wrong.
# A text in several languages is written as { en: "…", fa: "…" }.
institute: ${named.length === 1 && named[0]?.[0] === first ? quoted(named[0][1]) : `{ ${named.map(([language, name]) => `${language}: ${quoted(name)}`).join(', ')} }`}

# The address under which readers find the site.
url: ${quoted(url)}

# The first language is the default.
locales: [${languages.join(', ')}]

# The citation styles that readers may copy.
styles: [vancouver, apa, ama]

# Where readers report an error in a record: a mail address, or the address of a form.
# corrections: "library@example.org"

# Colour of links and buttons on a light and a dark background; content/theme.css may set more.
# accent: { light: "#0b5563", dark: "#86cad6" }
`;
}

/** @param {string[]} searches */
const importFile = (searches) =>
  `# What npm run import looks for, and adds to content/publications.\nsources: [${searches.map(quoted).join(', ')}]\n`;

/** A text in double quotes, which YAML reads as JSON does. @param {string} text */
const quoted = (text) => JSON.stringify(text);

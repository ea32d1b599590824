import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * Paths from the content folder of the files that a body imports, and of those that they import, as far as they are in it. `whole`
 * is false where a path leads to no file, such as one without its extension: then there may be more.
 */
export function findBodyImports(
  contentDir: string,
  file: string,
  imports: string,
): { readonly files: readonly string[]; readonly whole: boolean } {
  const files = new Set<string>();
  let whole = true;
  const follow = (from: string, text: string) => {
    for (const [, , written, url] of text.matchAll(relativePaths)) {
      const path = posix.join(posix.dirname(from), written ?? url ?? '');
      if (isFile(`${contentDir}/${path}`)) files.add(path);
      else whole = false;
    }
  };
  follow(file, imports);
  // The loop also visits what is added to the set meanwhile.
  for (const path of files) if (codeFile.test(path)) follow(path, readFileSync(`${contentDir}/${path}`, 'utf8'));
  return { files: [...files], whole };
}

/** Relative paths in quotes, and in `url(…)` of styles. One in a text counts too: an extra file costs an extra page. */
const relativePaths = /(['"`])(\.{1,2}\/[^'"`\n?]*)(?:\?[^'"`\n]*)?\1|url\(\s*(\.{1,2}\/[^'")\n?]+)/g;

const codeFile = /\.(?:astro|mdx?|css|[cm]?[jt]sx?)$/;

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

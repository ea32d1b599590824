import type { TreeNode } from './tree-node.ts';

/**
 * Adds to `assets` the files that elements name in an attribute (`src`, `poster`, `captions`), and those that pictures
 * show.
 */
export function collectAssets(nodes: readonly TreeNode[], assets: Set<string>): void {
  for (const node of nodes) {
    const picture = node.properties?.['src'];
    if (typeof picture === 'string' && isAsset(picture)) assets.add(fileOf(picture));
    for (const { name, value } of node.attributes ?? []) {
      if (typeof value === 'string' && (name === 'src' || value.startsWith('./')) && isAsset(value)) assets.add(value);
    }
    collectAssets(node.children ?? [], assets);
  }
}

/** Option of `hastToHtml` that returns the addresses of files beside a body, and adds each file to `assets`. */
export const assetOptions = (root: string, assets: Set<string>) => ({
  addressOf: (source: string) => {
    if (!isAsset(source)) return source;
    assets.add(fileOf(source));
    return root + encodeFile(fileOf(source));
  },
});

/**
 * Name of a file on the disk: Markdown encodes addresses, and a file's name may hold spaces and letters of every script.
 */
function fileOf(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

const encodeFile = (file: string): string => file.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');

const isAsset = (source: string): boolean => !/^[a-z][a-z0-9+.-]*:|^\/|^#/i.test(source);

/** Replaces the sources of Markdown pictures by the addresses at which they are served. */
export function rewritePictures(source: string, tree: TreeNode, assetRoot: string): string {
  const pictures: TreeNode[] = [];
  const collect = (node: TreeNode) => {
    if (node.tagName === 'img' && typeof node.properties?.['src'] === 'string' && isAsset(node.properties['src']))
      pictures.push(node);
    node.children?.forEach(collect);
  };
  collect(tree);
  // From the last to the first, so that the offsets of the others stay right.
  return pictures.reverse().reduce((text, { position, properties }) => {
    const file = fileOf(String(properties?.['src']));
    // The forms that an author may write: the name itself, in angle brackets where it holds a space, or encoded.
    for (const written of [file, `<${file}>`, encodeFile(file), String(properties?.['src'])]) {
      const at = position ? text.indexOf(`](${written}`, position.start.offset) : -1;
      if (at !== -1)
        return `${text.slice(0, at + 2)}${assetRoot}${encodeFile(file)}${text.slice(at + 2 + written.length)}`;
    }
    return text;
  }, source);
}

import type { TreeNode } from './hast-to-html.ts';

/** Files that elements name in any attribute (`src`, `poster`, `captions`), and those that pictures show. */
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

/** How pictures and links of a body reach the files beside it; each file that one names is added to `assets`. */
export const htmlOptions = (root: string, assets: Set<string>) => ({
  addressOf: (source: string) => {
    if (!isAsset(source)) return source;
    assets.add(fileOf(source));
    return root + encodeFile(fileOf(source));
  },
});

/** Markdown encodes the signs of an address, and a file's name may hold spaces and letters of every script. */
function fileOf(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

const encodeFile = (file: string): string => file.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');

const isAsset = (source: string): boolean => !/^[a-z][a-z0-9+.-]*:|^\/|^#/i.test(source);

/** Markdown pictures with the address at which they are served; from the last to the first, so that offsets hold. */
export function servePictures(source: string, tree: TreeNode, assetRoot: string): string {
  const pictures: TreeNode[] = [];
  const collect = (node: TreeNode) => {
    if (node.tagName === 'img' && typeof node.properties?.['src'] === 'string' && isAsset(node.properties['src']))
      pictures.push(node);
    node.children?.forEach(collect);
  };
  collect(tree);
  return pictures.reverse().reduce((text, { position, properties }) => {
    const file = fileOf(String(properties?.['src']));
    // As it stands in the source: the name itself, in angle brackets where it holds a space, or encoded.
    for (const written of [file, `<${file}>`, encodeFile(file), String(properties?.['src'])]) {
      const at = position ? text.indexOf(`](${written}`, position.start.offset) : -1;
      if (at !== -1)
        return `${text.slice(0, at + 2)}${assetRoot}${encodeFile(file)}${text.slice(at + 2 + written.length)}`;
    }
    return text;
  }, source);
}

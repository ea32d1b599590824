import { compileFunction } from 'node:vm';
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { BodyCode } from '../domain/pages/body-code.ts';

/*
 * The code of a body is part of the data of its page, so that a changed word renders one page again. Only what a body imports and
 * exports is compiled with the templates. This is how @astrojs/mdx makes a component of the code of an MDX file
 * (dist/vite-plugin-mdx-postprocess.js).
 */

/** A module with the imports and exports of a body, and the exports that @astrojs/mdx adds. */
export type BodyModule = Readonly<Record<string, unknown>> & {
  /** What the body imports, by name. */
  readonly contentImports?: Readonly<Record<string, unknown>>;
};

/** The component of a body. `module`: what it imports and exports. */
export function createContent({ content }: BodyCode, module: BodyModule = {}): AstroComponentFactory {
  const scope = scopeOf(module);
  const run = compileFunction(content, ['runtime', ...scope.keys()]) as (...values: readonly unknown[]) => MdxModule;
  const { default: MdxContent } = run({ Fragment, jsx, jsxs }, ...scope.values());
  // The code prefers components that are passed to it over those in its scope, so these are passed, too.
  const own = Object.fromEntries([...scope].filter(([name]) => content.includes(`_missingMdxReference("${name}"`)));
  const Content: AstroComponentFactory = (props: Props = {}) =>
    MdxContent({ ...props, components: { Fragment, ...props.components, ...own } });
  Object.assign(Content, {
    [Symbol.for('mdx-component')]: true,
    [Symbol.for('astro.needsHeadRendering')]: true,
    [Symbol.for('astro:renderer')]: 'astro:jsx',
    moduleId: moduleIdOf(module),
  });
  return Content;
}

function scopeOf({ contentImports = {}, ...module }: BodyModule): ReadonlyMap<string, unknown> {
  const exported = Object.entries(module).filter(([name]) => !addedNames.has(name));
  return new Map([...Object.entries(contentImports), ...exported]);
}

/** Exports of every MDX file. */
const addedNames: ReadonlySet<string> = new Set(['default', 'Content', 'url', 'file', 'frontmatter', 'getHeadings']);

const moduleIdOf = ({ default: content }: BodyModule): unknown =>
  typeof content === 'function' && 'moduleId' in content ? content.moduleId : undefined;

interface Props {
  readonly components?: Readonly<Record<string, unknown>>;
}

interface MdxModule {
  readonly default: (props: object) => ReturnType<AstroComponentFactory>;
}

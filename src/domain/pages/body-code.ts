/** A body with components or expressions: code that gives its HTML when its page is rendered. */
export interface BodyCode {
  /** Body of a function in JavaScript, as MDX compiles it. Its first argument is the JSX runtime. */
  readonly content: string;
  /**
   * The `import` and `export` statements of the body; absent where it has none. Astro compiles them with the templates, so a
   * change of their text compiles the templates again.
   */
  readonly imports?: string;
  /** Names of all parts to which links may lead; absent where only the rendered body shows them. */
  readonly ids?: readonly string[];
}

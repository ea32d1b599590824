/** For the compiler, which does not read templates: `astro check` checks these, and the modules that import them. */
declare module '*.astro' {
  export default function template(props: object): object;
}

import type { CompileContext } from '../compile/compile-report.ts';
import type { Site } from '../domain/institute/site.ts';

/** The settings of the site that the compilation of a content file depends on. */
export const compileContextOf = (site: Site): CompileContext => ({
  locales: site.locales,
  trust: site.trust,
  base: site.base,
  url: site.url,
  names: [...Object.values(site.institute), ...Object.values(site.platform)],
});

import type { Fault } from '../problems/problem.ts';
import { closest } from '../problems/suggestion.ts';

/** Fault of a logo that pages cannot show. `files` are the paths in `public/`, undefined if unknown. */
export function findLogoFault(logo: string, files: readonly string[] | undefined): Fault | undefined {
  const name = logo.replace(/^(?:\.\/)?public\//, '');
  if (/^[a-z]+:\/\//i.test(logo))
    return {
      name: 'logo-elsewhere',
      message: `the logo ${logo} is on another site, and pages load nothing from other sites`,
      hint: 'save the picture in public/, and write its name, such as logo.svg',
    };
  if (!/\.(?:svg|png|jpe?g|webp|avif|gif)$/i.test(logo))
    return {
      name: 'logo-of-unknown-kind',
      message: `the logo ${logo} is not a picture that browsers can show`,
      hint: 'save it as SVG or PNG in public/, and write its name, such as logo.svg',
    };
  if (files === undefined) return undefined;
  // Compare with the listing instead of opening the file: this machine may ignore case, a web server does not.
  if (files.includes(logo)) return undefined;
  const near = files.includes(name) ? name : closest(name, files);
  return {
    name: 'logo-missing',
    message: `there is no file ${logo} in public/, so every page would show a broken picture`,
    hint: near ? `did you mean ${near}?` : `copy the picture to public/${name}, or delete the line \`logo\``,
  };
}

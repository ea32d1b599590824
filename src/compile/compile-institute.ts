import type { Person, TextPage } from '../domain/institute/institute.ts';
import { textPageSchema, type PersonFields } from '../schemas/institute.ts';
import { compileText } from './body/compile-body.ts';
import { compileLocalized } from './compile-localized.ts';
import type { CompileContext, Report } from './compile-report.ts';
import type { Frontmatter } from './yaml/read-frontmatter.ts';

/**
 * A person as the catalog knows them; the size of the portrait is added where the folder is read. Of somebody private the
 * catalog holds no more than it needs to tell them from others.
 */
export function compilePerson(
  file: string,
  id: string,
  fields: PersonFields,
  front: Frontmatter,
  report: Report,
): Person {
  const { image, bio, ...rest } = fields;
  if (fields.private) {
    const { names, orcid, alumni } = fields;
    return { id, file, names, ...(orcid ? { orcid } : {}), links: [], alumni, page: false, private: true };
  }
  return {
    id,
    file,
    ...rest,
    ...(image ? { image: { src: image, width: 0, height: 0 } } : {}),
    ...(bio
      ? {
          bio: Object.fromEntries(
            Object.entries(bio).map(([lang, text]) => [
              lang,
              compileLocalized(text, ['bio', lang], front, report).html,
            ]),
          ),
        }
      : {}),
  };
}

/** `pages/<locale>/<id>.mdx`. */
export function compileTextPage(
  file: string,
  id: string,
  front: Frontmatter,
  context: CompileContext,
  report: Report,
): { record: TextPage } | undefined {
  const fields = report.validate(textPageSchema, front);
  const locale = file.split('/')[1] ?? '';
  if (!context.locales.includes(locale) || file.split('/').length !== 3) {
    report.add({
      name: 'page-without-locale',
      message: `the page does not stand in the folder of a locale of this site`,
      hint: `move it to pages/${context.locales[0]}/${id}.mdx, or add its locale in site.yaml`,
    });
    return undefined;
  }
  const prefix = locale === context.locales[0] ? '' : `/${locale}`;
  report.addUnsafe(front.body, front.bodyLine);
  const body = compileText(front.body, {
    lang: locale,
    trust: context.trust,
    assetRoot: `${context.base}${prefix}/${id}/`,
  });
  for (const { place, ...fault } of body.faults)
    report.add(fault, { line: place.line + front.bodyLine, column: place.column });
  if (!fields) return undefined;
  return { record: { id, locale, file, ...fields, html: body.html, component: body.component, assets: body.assets } };
}

import { exampleNames, findExampleAddress } from '../domain/institute/example-site.ts';
import type { LocalizedText } from '../domain/languages/localized-text.ts';
import type { Person, TextPage } from '../domain/institute/institute.ts';
import type { Fault } from '../domain/problems/problem.ts';
import { textPageSchema, type PersonFields } from '../schemas/institute.ts';
import { compileText } from './body/compile-body.ts';
import { compileLocalized } from './compile-localized.ts';
import type { CompileContext, Report } from './compile-report.ts';
import type { Frontmatter } from './yaml/read-yaml.ts';

/**
 * A person from the fields of their file; the size of the portrait is added later, when assets are read. Of a private
 * person it keeps only what separates them from others of the same name.
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
    ...(bio ? { bio: compileLanguages(bio, 'bio', front, report) } : {}),
  };
}

/** Reports names and addresses of the example content, which comes with the project, in a page of another institute. */
function findExampleContent({ body, bodyLine }: Frontmatter, names: readonly string[], report: Report): void {
  const lines = body.split('\n');
  const reportFirst = (find: (line: string) => string | undefined, fault: (found: string) => Fault) => {
    for (const [index, line] of lines.entries()) {
      const found = find(line);
      if (found === undefined) continue;
      report.add(
        { severity: 'warning', ...fault(found) },
        { line: index + 1 + bodyLine, column: line.indexOf(found) + 1 },
      );
      return;
    }
  };
  for (const name of exampleNames)
    if (!names.some((own) => own.includes(name)))
      reportFirst(
        (line) => (line.includes(name) ? name : undefined),
        () => ({
          name: 'example-name',
          message: `the page names "${name}", which is the example that comes with Colophon, and site.yaml names ${names.map((own) => `"${own}"`).join(', ')}`,
          hint: 'write the page in the words of your institute',
        }),
      );
  reportFirst(findExampleAddress, (address) => ({
    name: 'example-address',
    message: `the page shows ${address}, which is an example and belongs to nobody`,
    hint: 'write an address of your institute, or delete it',
  }));
}

/** The fields of a topic, unit or journal, with its description as HTML. */
export function compileDescribed<Fields extends { readonly description?: LocalizedText | undefined }>(
  fields: Fields | undefined,
  front: Frontmatter,
  report: Report,
): (Omit<Fields, 'description'> & { readonly description?: LocalizedText }) | undefined {
  if (!fields) return undefined;
  const { description, ...rest } = fields;
  return description ? { ...rest, description: compileLanguages(description, 'description', front, report) } : rest;
}

const compileLanguages = (text: LocalizedText, field: string, front: Frontmatter, report: Report): LocalizedText =>
  Object.fromEntries(
    Object.entries(text).map(([lang, source]) => [lang, compileLocalized(source, [field, lang], front, report).html]),
  );

/** A text page from `pages/<locale>/<id>.mdx`; undefined, with problems in the report, where it cannot be read. */
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
      message: `the page is not in the folder of a locale of this site`,
      hint: `move it to pages/${context.locales[0]}/${id}.mdx, or add its locale in site.yaml`,
    });
    return undefined;
  }
  findExampleContent(front, context.names, report);
  const prefix = locale === context.locales[0] ? '' : `/${locale}`;
  report.addUnsafe(front.body, front.bodyLine);
  const body = compileText(front.body, {
    trust: context.trust,
    place: { ...report.place, page: `${prefix}/${id}/` },
  });
  report.addLinks(body.links, front.bodyLine);
  for (const { position, ...fault } of body.faults)
    report.add(fault, { line: position.line + front.bodyLine, column: position.column });
  if (!fields) return undefined;
  const { html, code, assets } = body;
  return {
    record: { id, locale, file, ...fields, html, hasCode: code !== undefined, ...(code ? { code } : {}), assets },
  };
}

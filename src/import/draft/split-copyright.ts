import type { ForeignAbstract } from '../../formats/record/foreign-record.ts';

/** The abstract without the line of the publisher at its end, such as `© 2019 Example B.V. All rights reserved.` */
export function splitCopyright(abstract: ForeignAbstract): {
  readonly abstract: ForeignAbstract;
  readonly copyright?: string;
} {
  const last = abstract.sections.at(-1);
  const at = last?.text.search(publisherLine) ?? -1;
  if (!last || at < 0) return { abstract };
  const section = { ...last, text: last.text.slice(0, at).trimEnd() };
  return {
    abstract: { ...abstract, sections: [...abstract.sections.slice(0, -1), ...(section.text === '' ? [] : [section])] },
    copyright: last.text.slice(at).trim(),
  };
}

/** At the start of a sentence or line, and not followed by more than the publisher's few sentences. The last form is EBSCO's. */
const publisherLine =
  /(?<=[.!?)\]]\s|\n|^)(?:(?:Copyright ?)?(?:©|\(c\)) ?(?:Copyright )?(?:19|20)\d\d\b[^\n]{0,200}|\((?:PsycINFO|APA PsycInfo) Database Record[^\n]{0,200}\)|Copyright of [^\n]{3,200} is the property of [^\n]{3,700})$/i;

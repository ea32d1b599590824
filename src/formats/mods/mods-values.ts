import { oneLine } from '../record/one-line.ts';
import { child, rawText, type XmlElement } from '../record/read-xml.ts';

/** The text of an element on one line; white space other than spaces and line breaks stays. */
export const valueOf = (element: XmlElement | undefined): string => oneLine(rawText(element));

/** `The` + `Title`: `Subtitle`. */
export function titleOf(info: XmlElement | undefined): string {
  const [nonSort, title, subTitle] = ['nonSort', 'title', 'subTitle'].map((name) => valueOf(child(info, name)));
  const whole = [nonSort, title].filter(Boolean).join(' ');
  return subTitle ? `${whole}: ${subTitle}` : whole;
}

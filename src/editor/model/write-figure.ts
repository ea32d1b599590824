/** A picture in the body of a file. */
export interface Figure {
  /** As the body names it, such as `./figure.png`. */
  readonly src: string;
  readonly alt: string;
  /** Empty where there is none. */
  readonly caption: string;
}

/**
 * A body with a figure at its end. `heading`: of the section that it begins where there is none yet, because the text before the first
 * heading of a publication is its abstract; undefined where no section is needed. `holdsCode`: whether the site allows components.
 */
export function addFigure(body: string, figure: Figure, heading: string | undefined, holdsCode: boolean): string {
  const begins = heading !== undefined && !/^##[ \t]/m.test(body);
  return [body.trimEnd(), begins ? `## ${heading}` : '', holdsCode ? asComponent(figure) : asMarkdown(figure)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function asComponent({ src, alt, caption }: Figure): string {
  const attributes = Object.entries({ src, alt, caption }).filter(([, value]) => value !== '');
  return `<Figure ${attributes.map(([name, value]) => `${name}="${asAttribute(value)}"`).join(' ')} />`;
}

/** The caption is a paragraph of its own below the picture. */
const asMarkdown = ({ src, alt, caption }: Figure): string =>
  `![${asText(alt)}](${src})` + (caption === '' ? '' : `\n\n${asText(caption)}`);

const asAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

const asText = (text: string): string => text.replace(/[\\`*_[\]<>{}$#&!|~]/g, '\\$&');

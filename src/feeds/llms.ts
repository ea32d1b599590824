/** A link; `note` describes its target. */
export interface LlmsLink {
  readonly name: string;
  readonly url: string;
  readonly note?: string;
}

export interface LlmsSection {
  readonly heading: string;
  readonly links: readonly LlmsLink[];
}

/** `/llms.txt` (https://llmstxt.org): what the site is and where its parts are, in Markdown. */
export function writeLlms(
  title: string,
  summary: string,
  paragraphs: readonly string[],
  sections: readonly LlmsSection[],
): string {
  const blocks = [
    `# ${line(title)}`,
    `> ${line(summary)}`,
    ...paragraphs.map(line),
    ...sections
      .filter(({ links }) => links.length > 0)
      .map(({ heading, links }) => [`## ${line(heading)}`, '', ...links.map(listItem)].join('\n')),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const listItem = ({ name, url, note }: LlmsLink): string =>
  `- [${line(name).replace(/[[\]\\]/g, '\\$&')}](${url})${note === undefined ? '' : `: ${line(note)}`}`;

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

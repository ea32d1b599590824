import { element } from '../../page/element.ts';
import { loadWords } from '../../page/load-words.ts';
import { qrCodePath } from './qr-code.ts';

/** Completes the menu when it opens for the first time: titles in its links, the QR code, the share sheet of the system. */
export function openShare(menu: HTMLElement): void {
  const url = menu.querySelector('#permalink')?.textContent ?? location.href;
  const head = document.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content ?? document.title;
  const title = [head, menu.dataset['share']].filter(Boolean).join(' · ');
  for (const link of menu.querySelectorAll<HTMLAnchorElement>('li a')) link.href = withTitle(link.href, title);
  const box = element('div', { class: 'qr' });
  menu.querySelector('ul')?.after(box);
  void loadWords().then((words) => {
    drawCode(box, url, words['share.qr']);
    if ('share' in navigator) menu.append(systemButton(words['share.system'], { title, url }));
  });
}

/** Opens the share sheet of the system. */
function systemButton(label: string, shared: ShareData): HTMLElement {
  const button = element('button', { class: 'btn', type: 'button', 'data-system': true }, label);
  button.addEventListener('click', () => {
    navigator.share(shared).catch((error: unknown) => {
      // The reader closed the sheet.
      if (!(error instanceof DOMException && error.name === 'AbortError')) button.remove();
    });
  });
  return button;
}

/** Adds the title: as the subject of a mail, before an address in `text`, or else as the text beside the address. */
export function withTitle(href: string, title: string): string {
  const text = encodeURIComponent(title);
  if (href.startsWith('mailto:')) return href.replace('?', `?subject=${text}&`);
  return href.includes('?text=') ? href.replace('?text=', `?text=${text}%20`) : `${href}&text=${text}`;
}

function drawCode(box: HTMLElement, url: string, label: string): void {
  const code = qrCodePath(url);
  if (!code) return;
  const space = 'http://www.w3.org/2000/svg';
  const create = (name: string, attributes: Readonly<Record<string, string>>): Element => {
    const created = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
    return created;
  };
  const svg = create('svg', {
    viewBox: `0 0 ${code.size} ${code.size}`,
    role: 'img',
    'aria-label': label,
    'shape-rendering': 'crispEdges',
  });
  svg.append(create('path', { stroke: 'currentColor', d: code.path }));
  box.replaceChildren(svg);
}

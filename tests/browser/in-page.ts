/* Measured in the page itself, by `page.evaluate`: each function holds all that it needs. */

/** Elements that reach over the edge of a page that scrolls sideways; the page itself where none is to blame. */
export function wideElements(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return element.checkVisibility() && (right > clientWidth + 0.5 || left < -0.5);
  });
  return [`page is ${scrollWidth} px wide`, ...wide.slice(-5).map((element) => element.outerHTML.slice(0, 160))];
}

/** Texts of some length whose direction is not that of their letters, except where the browser finds it out itself. */
export function mirroredTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const { parentElement: parent } = node;
    if (!parent || parent.closest('script, style, svg, math, video')) continue;
    const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
    const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
    const direction = arabic === 0 && latin > 20 ? 'ltr' : latin === 0 && arabic > 20 ? 'rtl' : undefined;
    if (direction && getComputedStyle(parent).direction !== direction)
      found.push(`${direction}: ${text.slice(0, 80)} in ${parent.outerHTML.slice(0, 120)}`);
  }
  return found;
}

/** Texts in Arabic letters that are said to be in a language of other letters; references are as their style writes them. */
export function unmarkedArabic(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const { parentElement: parent } = node;
    if (!parent || parent.closest('script, style, .reference, #cited-file')) continue;
    const lang = parent.closest('[lang]')?.getAttribute('lang') ?? '';
    if (/\p{Script=Arabic}/u.test(text) && !/\p{Script=Latin}/u.test(text) && !/^(?:fa|ar|und-Arab)/.test(lang))
      found.push(`${lang}: ${text.trim().slice(0, 80)}`);
  }
  return found;
}

/** Loads what waits until it is seen. */
export async function loadImages(): Promise<void> {
  const images = [...document.images];
  images.forEach((image) => (image.loading = 'eager'));
  await Promise.all(images.map((image) => image.decode()));
}

/** Files of fonts that the page asks for in its head, and shows no letter of. */
export async function unusedPreloads(): Promise<string[]> {
  await document.fonts.ready;
  const used = new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map((font) => `${font.family.replaceAll('"', '')} ${font.style} ${font.unicodeRange}`),
  );
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules
    .flatMap((rule) => (rule instanceof CSSLayerBlockRule ? [...rule.cssRules] : [rule]))
    .filter((rule) => rule instanceof CSSFontFaceRule);
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')]
    .map((link) => link.href)
    .filter((href) => {
      const rule = faces.find((face) => face.style.getPropertyValue('src').includes(new URL(href).pathname));
      const style = rule?.style;
      const get = (name: string): string => style?.getPropertyValue(name) ?? '';
      return !used.has(
        `${get('font-family').replaceAll('"', '')} ${get('font-style') || 'normal'} ${get('unicode-range')}`,
      );
    });
}

/** Elements that would move, fade or scroll by themselves. */
export function movingElements(): string[] {
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

/** Links, controls and parts of charts that have the colour of the paper. */
export function unseenElements(): string[] {
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  return [...document.querySelectorAll('a, button, summary, .chart [class^=d]')]
    .filter((element) => element.checkVisibility())
    .filter((element) => {
      const { color, backgroundColor, fill, stroke } = getComputedStyle(element);
      if (!(element instanceof SVGElement)) return color === backgroundColor;
      return [fill, stroke].every((ink) => ink === 'none' || ink === paper);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

/** True when all of an element is in the window, nothing lies over it, and it has a frame. */
export function isSeenInFrame(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const framed = getComputedStyle(element).outlineStyle !== 'none';
  return framed && top >= 0 && bottom <= innerHeight && over !== null && element.contains(over);
}

/** Texts that are cut off, because their element is too small for them and hides what goes over its edge. */
export function cutTexts(): string[] {
  return [...document.body.querySelectorAll<HTMLElement>('*')]
    .filter(
      (element) => element.checkVisibility() && element.textContent.trim() !== '' && !element.matches('.vh, .vh *'),
    )
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const cutAcross = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutBelow = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return element.clientWidth > 0 && (cutAcross || cutBelow);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

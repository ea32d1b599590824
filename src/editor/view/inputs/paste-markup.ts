import type { RefObject } from 'preact';
import type { TextForm } from './read-markup.ts';

/**
 * Inserts pasted text with its raised and lowered signs, italics and bold words, which a field of plain text would drop: 10⁻³ of a
 * Word file would become 10-3.
 */
export function pasteMarkup(
  element: RefObject<HTMLTextAreaElement | null>,
  write: (text: string) => void,
  form: TextForm,
): (event: ClipboardEvent) => void {
  return (event) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!/<(?:su[bp]|em|strong|[ib])\b|vertical-align|font-style/i.test(html)) return;
    const plain = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    const insert = (text: string): void => {
      const area = element.current;
      if (!area) return;
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
      write(area.value);
    };
    import('./read-markup.ts').then(
      ({ readMarkup }) => insert(readMarkup(html, form)),
      // Without a connection.
      () => insert(plain),
    );
  };
}

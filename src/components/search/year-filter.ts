import { foldTokens } from '../../search/fold.ts';
import { requireElement } from '../page/element.ts';
import type { SearchState } from './search-state.ts';
import type { Words } from './search-words.ts';

/** Filter of years: a histogram of the results, two sliders below it, and two fields. */
export interface YearFilter {
  draw(counts: ReadonlyMap<number, number>, state: SearchState): void;
}

/** Height in pixels of the drawing, and of its highest bar. */
const height = 64;
const highest = 46;

/** Undefined when the page has no filter of years. */
export function makeYearFilter(
  root: ParentNode,
  words: Words,
  go: (from: number | undefined, to: number | undefined) => void,
): YearFilter | undefined {
  const container = root.querySelector<HTMLElement>('[data-years]');
  if (!container) return undefined;
  const bars = [...container.querySelectorAll<SVGRectElement>('[data-year]')];
  const sliders = (['[data-from]', '[data-to]'] as const).map((name) =>
    requireElement<HTMLInputElement>(container, name),
  );
  const fields = (['#from', '#to'] as const).map((name) => requireElement<HTMLInputElement>(root, name));
  const [lowest, uppermost] = [Number(sliders[0]!.min), Number(sliders[0]!.max)];
  const setValueText = (slider: HTMLInputElement) =>
    slider.setAttribute('aria-valuetext', words.year(Number(slider.value)));
  const choose = (values: readonly number[]) => {
    const [from = lowest, to = uppermost] = [...values].sort((a, b) => a - b);
    go(from <= lowest ? undefined : from, to >= uppermost ? undefined : to);
  };
  const show = (field: HTMLInputElement, year: number | undefined) => {
    field.value = year === undefined ? '' : words.year(year);
  };
  for (const [index, slider] of sliders.entries()) {
    slider.addEventListener('input', () => {
      fields[index]!.value = words.year(Number(slider.value));
      setValueText(slider);
    });
    slider.addEventListener('change', () => choose(sliders.map(({ value }) => Number(value))));
  }
  for (const field of fields)
    field.addEventListener('change', () => {
      const years = fields.map(({ value }) => parseYear(value));
      show(field, years[fields.indexOf(field)]);
      choose(years.map((year, index) => year ?? (index === 0 ? lowest : uppermost)));
    });
  return {
    draw(counts, { from, to }) {
      const most = Math.max(1, ...counts.values());
      for (const bar of bars) {
        const year = Number(bar.dataset['year']);
        const size = (highest * (counts.get(year) ?? 0)) / most;
        bar.setAttribute('y', (height - size).toFixed(1));
        bar.setAttribute('height', size.toFixed(1));
        bar.setAttribute('class', year < (from ?? lowest) || year > (to ?? uppermost) ? 'off' : 'd1');
      }
      sliders[0]!.value = String(from ?? lowest);
      sliders[1]!.value = String(to ?? uppermost);
      sliders.forEach(setValueText);
      // Keep what the reader types while results are loading.
      for (const [index, year] of [from, to].entries())
        if (fields[index] !== document.activeElement) show(fields[index]!, year);
    },
  };
}

/** Parses a year with digits of any script; undefined when the text is no year. */
function parseYear(text: string): number | undefined {
  const digits = foldTokens(text).join('');
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}

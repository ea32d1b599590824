import { foldTokens } from '../../search/fold.ts';
import { required } from '../page/element.ts';
import type { SearchState } from './search-state.ts';
import type { Words } from './search-words.ts';

/** Years as a histogram of what was found, two handles below it, and two fields. */
export interface YearFilter {
  draw(counts: ReadonlyMap<number, number>, state: SearchState): void;
}

/** Pixels: the drawing, and its highest bar. */
const height = 64;
const highest = 46;

/** Undefined where all publications are of one year, or there is none. */
export function makeYearFilter(
  root: ParentNode,
  words: Words,
  go: (from: number | undefined, to: number | undefined) => void,
): YearFilter | undefined {
  const place = root.querySelector<HTMLElement>('[data-years]');
  if (!place) return undefined;
  const bars = [...place.querySelectorAll<SVGRectElement>('[data-year]')];
  const sliders = (['[data-from]', '[data-to]'] as const).map((name) => required<HTMLInputElement>(place, name));
  const fields = (['#from', '#to'] as const).map((name) => required<HTMLInputElement>(root, name));
  const [lowest, uppermost] = [Number(sliders[0]!.min), Number(sliders[0]!.max)];
  const say = (slider: HTMLInputElement) => slider.setAttribute('aria-valuetext', words.year(Number(slider.value)));
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
      say(slider);
    });
    slider.addEventListener('change', () => choose(sliders.map(({ value }) => Number(value))));
  }
  for (const field of fields)
    field.addEventListener('change', () => {
      const years = fields.map(({ value }) => readYear(value));
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
      sliders.forEach(say);
      // What a reader types while results are on their way stays.
      for (const [index, year] of [from, to].entries())
        if (fields[index] !== document.activeElement) show(fields[index]!, year);
    },
  };
}

/** A year in the digits of any keyboard; undefined where it is none. */
function readYear(text: string): number | undefined {
  const digits = foldTokens(text).join('');
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
}

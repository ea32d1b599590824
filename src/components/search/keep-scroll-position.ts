/**
 * Keeps the scroll position in the history. Returns a function that restores it, to be called when the results are shown: the
 * browser would restore it before there are results.
 */
export function keepScrollPosition(): () => void {
  history.scrollRestoration = 'manual';
  let timer = 0;
  const remember = () => {
    clearTimeout(timer);
    history.replaceState({ top: scrollY }, '');
  };
  // Browsers limit how often the history is changed.
  const rememberSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(remember, 200);
  };
  addEventListener('scroll', rememberSoon, { passive: true });
  addEventListener('pagehide', remember);
  // A pending change belongs to the entry of the history that was left.
  addEventListener('popstate', () => clearTimeout(timer));
  return () => {
    const { top } = (history.state ?? {}) as { readonly top?: unknown };
    if (typeof top === 'number') scrollTo({ top, behavior: 'instant' });
  };
}

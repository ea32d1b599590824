/**
 * Brings readers back to the place in the list that they left. The browser cannot, because the results come after the page.
 * Returns a function that does so, for when they are there.
 */
export function keepPlace(): () => void {
  history.scrollRestoration = 'manual';
  let timer = 0;
  const remember = () => {
    clearTimeout(timer);
    history.replaceState({ top: scrollY }, '');
  };
  // Browsers allow few changes of the history in a short time.
  const rememberSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(remember, 200);
  };
  addEventListener('scroll', rememberSoon, { passive: true });
  addEventListener('pagehide', remember);
  // A change that is still to come belongs to the state that was left.
  addEventListener('popstate', () => clearTimeout(timer));
  return () => {
    const { top } = (history.state ?? {}) as { readonly top?: unknown };
    if (typeof top === 'number') scrollTo({ top, behavior: 'instant' });
  };
}

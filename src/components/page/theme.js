// Runs before the first paint, so that no page flashes in another theme, or shows a part that the reader has hidden. A file of its
// own and no module: modules run too late, and the Content-Security-Policy of the page forbids scripts inside the page.
document.documentElement.classList.add('js');
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
  const reading = localStorage.getItem('reading');
  if (reading) document.documentElement.dataset.reading = reading;
} catch {
  // Storage may be forbidden; the theme is then that of the system.
}

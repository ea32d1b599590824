// Runs before anything is drawn, so that a page never flashes in another theme, or with a part that the reader has put away. A file by itself, and not a module:
// modules run too late, and a script inside the page is forbidden by its Content-Security-Policy.
document.documentElement.classList.add('js');
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
  const reading = localStorage.getItem('reading');
  if (reading) document.documentElement.dataset.reading = reading;
} catch {
  // Storage may be forbidden; the theme is then that of the system.
}

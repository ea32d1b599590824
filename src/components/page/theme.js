document.documentElement.classList.add('js');
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
  const reading = localStorage.getItem('reading');
  if (reading) document.documentElement.dataset.reading = reading;
} catch {
  // Storage may be forbidden.
}

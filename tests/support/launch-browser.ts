import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Names of browsers on the path; `usualPaths` has the others. */
const commands = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'chrome',
  'msedge',
];
const usualPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const root = process.env[variable];
    return root
      ? [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')]
      : [];
  }),
];
const flags = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** A headless browser: that of BROWSER_PATH, an installed Chrome, Chromium or Edge, Playwright's, or on Linux that from npm. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  // Chromium's sandbox refuses to run as root, as in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, headless: true, args: [...flags, ...sandbox] });
}

/** Path of the browser that tests use. Throws when there is none. */
export async function findBrowser(): Promise<string> {
  const chosen = process.env['BROWSER_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`BROWSER_PATH names ${chosen}, and there is no such file.`);
  }
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.flatMap((name) => extensions.map((extension) => join(folder, name + extension))));
  const installed = [...onPath, ...usualPaths, chromium.executablePath()].find(
    (path) => path !== '' && existsSync(path),
  );
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packaged } = await import('@sparticuz/chromium');
    return packaged.executablePath();
  }
  throw new Error(
    'The browser tests need a browser, and found none. Install Chrome, Chromium or Edge, or set BROWSER_PATH to the program.',
  );
}

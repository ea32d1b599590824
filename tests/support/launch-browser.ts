import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Names on the path of the headless shell, which opens pages and nothing around them. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell', 'headless_shell'];
/** Names on the path of whole browsers, and usual places of those that are not on it. */
const browsers = [
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

/**
 * A whole browser without a screen (its new headless mode) opens a window for each context, and the address field of each
 * window starts two more pages, for its suggestions: with Chromium 156, a window in which two of our pages are read takes
 * 1.2 s of processor time, without these two 0.6 s, and the headless shell 0.3 s. Flags of the GPU, and the process that is
 * kept ready for the next page, make no difference.
 */
const suggestions = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];
/** Chromium obeys the last list of features alone, so that what Playwright turns off for pages like ours stands here too. */
const offByPlaywright = [
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];
const flags = ['--disable-gpu', '--disable-quic', `--disable-features=${[...offByPlaywright, ...suggestions].join()}`];

/** A headless browser: the one that BROWSER_PATH names, or the quickest that is there and starts. */
export const launchBrowser = async (): Promise<Browser> => (await startBrowser()).browser;

/** Program of the browser that tests use. */
export async function findBrowser(): Promise<string> {
  const { path, browser } = await startBrowser();
  await browser.close();
  return path;
}

async function startBrowser(): Promise<{ readonly path: string; readonly browser: Browser }> {
  const failures: string[] = [];
  for (const path of await candidates()) {
    try {
      return { path, browser: await launch(path) };
    } catch (error) {
      const failure = `${path} does not start: ${(error as Error).message}`;
      failures.push(failure);
      console.warn(failure);
    }
  }
  throw new Error(
    ['The browser tests need Chrome, Chromium or Edge, or BROWSER_PATH to name one; none starts.', ...failures].join(
      '\n',
    ),
  );
}

function launch(executablePath: string): Promise<Browser> {
  // Chromium's sandbox refuses to run as root, as in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Share pictures are drawn with the fonts of the site alone: a process that has built a site has set this variable, and a
  // browser that it starts would lack the fonts of the system.
  const { FONTCONFIG_FILE: _, ...env } = process.env;
  return chromium.launch({ executablePath, headless: true, args: [...flags, ...sandbox], env });
}

/** Programs to try, the quickest first: the headless shell from npm or of the system, then whole browsers. */
async function candidates(): Promise<readonly string[]> {
  const chosen = process.env['BROWSER_PATH'];
  if (chosen) return [chosen];
  const fromNpm = process.platform === 'linux' && process.arch === 'x64' ? [await unpackBrowser()] : [];
  const installed = [...onPath(shells), ...onPath(browsers), ...usualPaths, chromium.executablePath()];
  return [...fromNpm, ...installed.filter((path) => path !== '' && existsSync(path))];
}

async function unpackBrowser(): Promise<string> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

function onPath(names: readonly string[]): string[] {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  // The order of the names counts before that of the folders.
  return names.flatMap((name) =>
    folders.flatMap((folder) => extensions.map((extension) => join(folder, name + extension))),
  );
}

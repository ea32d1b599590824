import { findBrowser } from './launch-browser.ts';

/** Finds the browser once for all test files, before the first; the one from npm unpacks itself meanwhile. */
export default async function chooseBrowser(): Promise<void> {
  process.env['BROWSER_PATH'] ??= await findBrowser();
}

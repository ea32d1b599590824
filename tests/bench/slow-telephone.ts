import type { CDPSession } from 'playwright-core';

/** Lighthouse's slow network: 150 ms round trip, 1.6 Mbit/s. Its phone has a quarter of a desktop's speed. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

/** Makes a page as slow as on a telephone, in Chromium. */
export async function slowDown(control: CDPSession): Promise<void> {
  await control.send('Network.enable');
  await control.send('Network.emulateNetworkConditions', slow);
  await control.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Waits for work that a host does in the background, such as making a fork. False where it is not done after half a minute. */
export async function waitUntil(isDone: () => Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await isDone()) return true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return false;
}

const attempts = 30;
/** Milliseconds. */
const pause = 1000;

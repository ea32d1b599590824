/** Waits for what a host does in the background, such as a copy of a repository. False where it is not done in half a minute. */
export async function waitUntil(isDone: () => Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await isDone()) return true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return false;
}

const attempts = 30;
const pause = 1000;

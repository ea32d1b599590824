import type { BuildReporter } from '../../src/build/build-site.ts';

/** A reporter that prints nothing. */
export const silent: BuildReporter = { stage: () => undefined, progress: () => undefined, damaged: () => undefined };

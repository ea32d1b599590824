import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * Loaded before a command, and before each of its threads: what Node compiles of the program is kept for the next time, which
 * then starts in two thirds of the time. Plain JavaScript, for what comes before the cache is not kept in it.
 */
enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)));

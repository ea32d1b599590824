import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Loaded before a command and before each of its threads: Node keeps the compiled code, so that the next start takes a third
 * less time. Plain JavaScript, because the cache does not hold what is loaded before it. Where the folder cannot be written,
 * Node goes on without.
 */
const project = process.env['COLOPHON_PROJECT'] || fileURLToPath(new URL('../..', import.meta.url));
enableCompileCache(resolve(process.env['CACHE_DIR'] || join(project, '.cache'), 'compiled'));

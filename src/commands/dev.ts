import { dev } from 'astro';
import { join } from 'node:path';
import { projectDir, readPort, readSettings } from '../settings.ts';
import { readSite } from '../site.ts';

// npm run dev: the site while it is written. PORT chooses the port.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// A cache of its own: drafts are shown here, and a build that runs meanwhile must not meet them.
process.env['CACHE_DIR'] ??= join(projectDir, '.cache/dev');
const settings = readSettings(process.env);
const { site } = readSite(settings.contentDir, settings);
await dev({ root: projectDir, base: site?.base || '/', server: { port: readPort(process.env), open: false } });

import { dev } from 'astro';
import { projectDir, readSettings } from './settings.ts';
import { readSite } from '../site.ts';

// npm run dev: the site while it is written. PORT chooses the port.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const settings = readSettings(process.env);
const { site } = readSite(settings.contentDir, settings);
await dev({ root: projectDir, base: site?.base || '/', server: { port: Number(process.env['PORT'] ?? 4321), open: false } });

import { runBuild } from './run-build.ts';
import { runPreview } from './run-preview.ts';
import { readSettings } from './settings.ts';

// npm start: builds the site, then serves it.
const settings = readSettings(process.env);
process.exitCode = (await runBuild(settings)) || (await runPreview(settings, Number(process.env['PORT'] ?? 4321)));

import { runBuild } from './run-build.ts';
import { runPreview } from './run-preview.ts';
import { readPort, readSettings } from '../settings.ts';

// npm start: builds the site, then serves it.
const settings = readSettings(process.env);
process.exitCode = (await runBuild(settings)) || (await runPreview(settings, readPort(process.env)));

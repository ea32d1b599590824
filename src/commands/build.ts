import { runBuild } from './run-build.ts';
import { readSettings } from '../settings.ts';

// npm run build: content → OUT_DIR.
process.exitCode = await runBuild(readSettings(process.env));

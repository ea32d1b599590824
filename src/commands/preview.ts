import { runPreview } from './run-preview.ts';
import { readPort, readSettings } from '../settings.ts';

// npm run preview: serves the built site. PORT chooses the port.
process.exitCode = await runPreview(readSettings(process.env), readPort(process.env));

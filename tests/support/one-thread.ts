import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

/*
 * Test files run side by side, so that no core waits for a second thread of a build, and its start takes as long as all pages
 * of a small site. The commands, which are processes of their own, start a thread for each core.
 */
os.availableParallelism = () => 1;
syncBuiltinESMExports();

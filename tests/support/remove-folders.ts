import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.ts';

// Vitest runs this file before each test file, also where a worker keeps the modules of the file before.
afterAll(removeTemporaryFolders);

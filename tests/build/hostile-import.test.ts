import { test } from 'vitest';
import { hostileExports, importHostileRecords } from './hostile-records.ts';

test('records with one attack in forty, in each kind of file, become content that is built, and run nowhere', () =>
  importHostileRecords(Object.keys(hostileExports), 40));

import { test } from 'vitest';
import { hostileExports, importHostileRecords } from './hostile-records.ts';

test.each(Object.keys(hostileExports))(
  'records with one attack in three in %s become content that is built, and run nowhere',
  (kind) => importHostileRecords([kind], 3),
);

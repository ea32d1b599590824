import { testHostileFields } from './hostile-fields.ts';

testHostileFields(8);

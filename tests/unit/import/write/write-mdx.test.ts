import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { writeScalar } from '../../../../src/import/write/write-mdx.ts';
import { hostileText } from '../../formats/hostile-text.ts';

test('every text is read back as it was, and is quoted as the YAML library quotes it', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const written = writeScalar(text);
      expect(parse(written, { schema: 'failsafe' })).toBe(text);
      if (written.startsWith('"'))
        expect(written).toBe(stringify(text, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd());
    }),
    { numRuns: 500 },
  );
});

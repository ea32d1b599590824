import { describe, expect, test } from 'vitest';
import { portabilityFault, portableKey } from '../../../../src/domain/pages/portable-path.ts';

test.each(['a.png', './a.png', 'sub/a b.png', 'نمودار.png', 'table(1).csv', 'console.png', 'com10.png'])(
  '%s can be kept on every system',
  (path) => expect(portabilityFault(path)).toBeUndefined(),
);

describe('a name that some system reserves or changes is rejected', () => {
  test.each([
    ['/etc/passwd', 'is not a path'],
    ['\\\\server\\a.png', 'is not a path'],
    ['c:a.png', 'is not a path'],
    ['a/../b.png', 'leaves the folder'],
    ['a//b.png', 'empty part'],
    ['a\\b.png', 'contains \\'],
    ['ab:c.png', 'contains :'],
    ['a?.png', 'contains ?'],
    ['a\0.png', 'contains U+0000'],
    ['a\u202egnp.exe', 'contains U+202E'],
    ['.git/config', 'begins with a full stop'],
    ['a.', 'ends with a full stop'],
    ['a /b.png', 'ends with a full stop or a space'],
    ['NUL', 'device'],
    ['Aux.png', 'device'],
    ['com¹.txt', 'device'],
    ['lpt9/a.png', 'device'],
    [`${'x'.repeat(201)}`, 'longer than 200 bytes'],
    [`${'ä'.repeat(101)}`, 'longer than 200 bytes'],
  ])('%s', (path, words) => expect(portabilityFault(path)).toContain(words));
});

test.each([
  ['A.png', 'a.PNG'],
  ['caf\u00e9.png', 'cafe\u0301.png'],
  ['\u0130.png', '\u0069\u0307.png'],
])('%s and %s are one file on some systems', (a, b) => expect(portableKey(a)).toBe(portableKey(b)));

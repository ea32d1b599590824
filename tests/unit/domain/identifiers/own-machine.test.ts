import { expect, test } from 'vitest';
import { isOwnHost } from '../../../../src/domain/identifiers/own-machine.ts';

test.each(['localhost', 'localhost:4321', '127.0.0.1:80', '[::1]', '[::1]:4321', 'LOCALHOST'])(
  '%s is this machine',
  (host) => expect(isOwnHost(host)).toBe(true),
);

test.each([undefined, '', 'localhost.example.org', 'example.org', '127.0.0.1.example.org', 'localhost:1.example', '['])(
  '%s is not',
  (host) => expect(isOwnHost(host)).toBe(false),
);

test('a name that is given counts, too', () => {
  expect(isOwnHost('preview.example.org:4321', ['preview.example.org'])).toBe(true);
});

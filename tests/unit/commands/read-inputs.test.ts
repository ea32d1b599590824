import { crc32, deflateRawSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInputs } from '../../../src/commands/read-inputs.ts';
import { temporaryFolder } from '../../support/build-site.ts';

const record = Buffer.from('TY  - JOUR\nTI  - Stones\nAU  - Baran, N\nPY  - 2024\nER  - \n');

test('an archive inside an archive is read', () => {
  const { sources } = read(zip({ 'inner.zip': zip({ 'a.ris': record }) }));
  expect(sources.flatMap(({ records }) => records)).toHaveLength(1);
});

test('archives that are nested too deeply are refused', () => {
  let archive = zip({ 'a.ris': record });
  for (let level = 0; level < 40; level += 1) archive = zip({ 'inner.zip': archive });
  const { sources } = read(archive);
  expect(sources).toMatchObject([
    { problems: [{ name: 'archive-refused', message: 'the archive was not read: it is inside 3 other archives' }] },
  ]);
});

test('archives inside an archive share one limit of bytes', () => {
  const large = zip({ 'a.txt': Buffer.alloc(90_000_000, ' ') });
  const { sources } = read(zip(Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`${number}.zip`, large]))));
  const refused = sources.flatMap(({ problems }) => problems.filter(({ name }) => name === 'archive-refused'));
  expect(refused).toHaveLength(2);
  expect(refused[0]?.message).toMatch(/^the archive was not read: it unpacks to more than the \d+ MB that remain/);
});

function read(archive: Uint8Array) {
  const file = join(temporaryFolder(), 'export.zip');
  writeFileSync(file, archive);
  return readInputs([file], () => new Uint8Array());
}

/** PKWARE APPNOTE 6.3, 4.3: local headers with their files, the central directory, its end. */
function zip(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const data = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const position = Buffer.alloc(14);
    position.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, position, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}

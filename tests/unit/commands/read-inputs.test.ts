import { crc32, deflateRawSync } from 'node:zlib';
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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

describe('an archive of another program', () => {
  const archives = join(import.meta.dirname, '../../cases/archives');
  /** How many records are read, or what is said. */
  const expected: Readonly<Record<string, number | string>> = {
    'cut-off.zip': 'it has no end record, so the download is not complete',
    'flipped-bit.zip': 'records.ris is damaged: its checksum is not the one that the archive states',
    'info-zip-comment.zip': 1,
    'info-zip-deflated.zip': 1,
    'info-zip-encrypted.zip': 'records.ris is encrypted',
    'info-zip-macosx.zip': 1,
    'info-zip-names.zip': 2,
    'info-zip-stored.zip': 1,
    'info-zip-streamed.zip': 1,
    'python-bzip2.zip': 'records.ris is packed with an unknown method',
    'python-leaves-the-folder.zip': 'the name ../records.ris leaves the folder',
    'python-lzma.zip': 'records.ris is packed with an unknown method',
    'python-streamed.zip': 1,
    'python-zip-in-zip.zip': 1,
    'python-zip64.zip': 1,
    'self-extracting.zip': 'the file is not text, so it is not a bibliography',
  };

  test('stands in the table', () => {
    expect(readdirSync(archives).sort()).toEqual(Object.keys(expected));
  });

  test.each(Object.entries(expected))('%s is read, or refused in words: %j', (name, result) => {
    const { sources } = readInputs([join(archives, name)], () => new Uint8Array());
    const problems = sources.flatMap((source) => source.problems);
    if (typeof result === 'number') {
      expect(problems).toEqual([]);
      expect(sources.flatMap(({ records }) => records).map(({ title }) => title)).toEqual(
        Array.from({ length: result }, () => 'Stones of the brook'),
      );
    } else {
      expect(sources.flatMap(({ records }) => records)).toEqual([]);
      expect(problems.map(({ message }) => message.replace('the archive was not read: ', ''))).toEqual([result]);
    }
  });

  test('whose bytes are more than it says, and stand in it a thousand times, is refused', () => {
    const archive = zip({ 'a.ris': record });
    const stored = Buffer.from(archive);
    const central = stored.indexOf('PK\x01\x02');
    // Method 0, which is not packed, with the size of nothing.
    stored.writeUInt16LE(0, central + 10);
    stored.writeUInt32LE(0, central + 24);
    expect(read(stored).sources).toMatchObject([
      { problems: [{ name: 'archive-refused', message: expect.stringContaining('another size') as string }] },
    ]);
  });
});

test('links that lead nowhere, or in a circle, are named, and the rest of a folder is read', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.ris'), record);
  symlinkSync('nowhere.ris', join(folder, 'b.ris'));
  symlinkSync('c.ris', join(folder, 'c.ris'));
  symlinkSync('.', join(folder, 'd'));
  const { sources } = readInputs([folder], () => new Uint8Array());
  expect(sources.map(({ records, problems }) => [records.length, ...problems.map(({ name }) => name)])).toEqual([
    [1],
    [0, 'file-unreadable'],
    [0, 'file-unreadable'],
    [0, 'link-in-circle'],
  ]);
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

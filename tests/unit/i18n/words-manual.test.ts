import { expect, test } from 'vitest';
import english from '../../../src/i18n/strings/en.json' with { type: 'json' };

test('the manual lists every word that an institute may set', async () => {
  const rows = Object.entries(english)
    .filter(([key]) => !key.startsWith('locale.'))
    .map(([key, message]) => {
      const text =
        typeof message === 'string'
          ? message
          : Object.entries(message)
              .map((form) => form.join(': '))
              .join('; ');
      return `| \`${key}\` | ${text.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;
    });
  const manual = [
    '# Words of the interface',
    '',
    'The keys for `content/strings/<language>.yaml` ([own-design.md](own-design.md)), and the English words. What stands in braces is',
    'put in by Colophon. Words with several forms are chosen by a number.',
    '',
    '| key | words |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n');
  await expect(manual).toMatchFileSnapshot('../../../docs/words.md');
});

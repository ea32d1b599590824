import { expect, test } from 'vitest';
import { scriptSettings } from '../../../../src/components/page/script-settings.ts';
import { makeView } from '../../metadata/make-page.ts';

test('scripts show the words of the institute, as templates do', () => {
  const view = makeView('fa');
  const site = { ...view.site, strings: { fa: { 'action.cite': 'ارجاع' }, en: { 'action.save': 'Keep' } } };
  expect(scriptSettings({ site, locale: 'fa' }, ['action.cite', 'action.save']).words).toEqual({
    'action.cite': 'ارجاع',
    'action.save': 'افزودن به فهرست مطالعه',
  });
  expect(scriptSettings({ site, locale: 'en' }, ['action.save']).words).toEqual({ 'action.save': 'Keep' });
});

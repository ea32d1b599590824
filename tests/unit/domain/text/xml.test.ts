import { expect, test } from 'vitest';
import { element, escapeXml, textElement, xmlDocument } from '../../../../src/domain/text/xml.ts';

test('text and attributes are escaped, and what XML cannot hold is left out', () => {
  expect(element('a', { b: '"<&>' }, [textElement('c', 'x < y & \u0007z\u0000 ]]>')])).toBe(
    '<a b="&quot;&lt;&amp;&gt;"><c>x &lt; y &amp; z ]]&gt;</c></a>',
  );
  expect(escapeXml('\ud800a')).toBe('\ufffda');
});

test('nothing is written where there is nothing', () => {
  expect(element('a', { b: undefined }, [textElement('c', undefined), textElement('d', '')])).toBe('<a/>');
  expect(xmlDocument(element('a', {}))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n');
});

import signForms from '../../../src/formats/latex/sign-forms.json' with { type: 'json' };

/** Signs of a text that must not be taken for the syntax, while a text is read. */
const hidden = new Map([
  ['\\', '\u0002'],
  ['{', '\u0003'],
  ['}', '\u0004'],
]);

const signs = Object.entries(signForms as unknown as Readonly<Record<string, readonly [string, ...string[]]>>)
  .filter(([sign, [form]]) => form !== sign && form.includes('\\') && !/[%&#_$]/.test(sign))
  .map(([sign, [form]]) => [form.replace(/^\{(.*)\}$/, '$1'), hidden.get(sign) ?? sign] as const)
  .sort(([a], [b]) => b.length - a.length);

/** The text of LaTeX that programs leave to LaTeX: markup, mathematics and escaped signs. */
export function plainLatex(latex: string): string {
  let text = latex;
  if (text.includes('\\') || text.includes('$'))
    for (const [form, sign] of signs) if (text.includes(form)) text = text.replaceAll(form, sign);
  return text
    .replace(/\\(?:textit|textbf|emph|textsuperscript|textsubscript|textrm|mathrm)\b ?/g, '')
    .replace(/\\([%&#_${}])/g, '\u0001$1')
    .replace(/(?<!\u0001)(?:\$?[\^_]\{\{?([^{}]*)\}\}?\$?|\$?[\^_]\{([^{}]*)\}\$?)/g, '$1$2')
    .replace(/(?<!\u0001)[{}$]/g, '')
    .replaceAll('\u0001', '')
    .replace(/[\u0002-\u0004]/g, (mark) => shown.get(mark)!);
}

const shown = new Map([...hidden].map(([sign, mark]) => [mark, sign]));

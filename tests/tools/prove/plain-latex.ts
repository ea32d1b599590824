import signForms from '../../../src/formats/latex/sign-forms.json' with { type: 'json' };

const signs = Object.entries(signForms as unknown as Readonly<Record<string, readonly [string, ...string[]]>>)
  .filter(([sign, [form]]) => form !== sign && form.includes('\\') && !/[%&#_${}]/.test(sign))
  .map(([sign, [form]]) => [form.replace(/^\{(.*)\}$/, '$1'), sign] as const)
  .sort(([a], [b]) => b.length - a.length);

/** The text of LaTeX that programs leave to LaTeX: markup, mathematics and escaped signs. */
export function plainLatex(latex: string): string {
  let text = latex;
  if (text.includes('\\') || text.includes('$'))
    for (const [form, sign] of signs) if (text.includes(form)) text = text.replaceAll(form, sign);
  return text
    .replace(/\\(?:textit|textbf|emph|textsuperscript|textsubscript|textrm|mathrm)\b ?/g, '')
    .replace(/\\([%&#_${}])/g, '\u0001$1')
    .replace(/\$?[\^_]\{\{?([^{}]*)\}\}?\$?|\$?[\^_]\{([^{}]*)\}\$?/g, '$1$2')
    .replace(/(?<!\u0001)[{}$]/g, '')
    .replaceAll('\u0001', '');
}

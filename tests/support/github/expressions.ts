/** What expressions of a workflow can name, such as `github.ref`: nested objects of texts and numbers. */
export interface Context {
  readonly [name: string]: Context | string | number | undefined;
}

/** Replaces `${{ … }}` in a text. */
export const fillIn = (text: string, context: Context): string =>
  text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(valueOf(expression.trim(), context) ?? ''));

/**
 * Whether a job or a step runs: its condition, of `&&`, `==`, `!=`, names and `always()`. Without `always()` all before must have
 * succeeded (docs.github.com, “Evaluate expressions in workflows and actions”).
 */
export function holds(condition: string | undefined, context: Context, succeeded: boolean): boolean {
  const terms = (condition ?? '').split('&&').map((term) => term.trim());
  const always = terms.includes('always()');
  return (
    (succeeded || always) &&
    terms.every((term) => term === '' || term === 'always()' || Boolean(valueOf(term, context)))
  );
}

function valueOf(expression: string, context: Context): string | number | boolean | undefined {
  const [, left = '', operator, right = ''] = /^(.*?)\s*(==|!=)\s*(.*)$/.exec(expression) ?? [];
  if (operator !== undefined) return (valueOf(left, context) === valueOf(right, context)) === (operator === '==');
  if (/^'[^']*'$/.test(expression)) return expression.slice(1, -1);
  if (!/^\w[\w-]*(?:\.\w[\w-]*)+$/.test(expression)) throw new Error(`This expression is not known: ${expression}`);
  const [first = '', ...rest] = expression.split('.');
  if (!Object.hasOwn(context, first)) throw new Error(`This context is not known: ${expression}`);
  let value: Context | string | number | undefined = context[first];
  for (const name of rest) value = typeof value === 'object' ? value[name] : undefined;
  return typeof value === 'object' ? undefined : value;
}

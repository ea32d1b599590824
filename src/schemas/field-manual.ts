import type { z } from 'zod';

/** What the manual says about a field. */
export function manualOf(field: z.ZodType): { readonly description?: string; readonly examples: readonly string[] } {
  const meta = field.meta() ?? {};
  const examples = Array.isArray(meta['examples']) ? meta['examples'].map(String) : [];
  return { ...(meta.description ? { description: meta.description } : {}), examples };
}

import type { MiddlewareHandler } from 'astro';

/** A build finds the page itself, before it calls the compiled templates (src/rendering). */
export const onRequest: MiddlewareHandler = async (context, next) => {
  if ('page' in context.locals) return next();
  // `DEV` is a constant, so that compiled templates do not include what only the development server needs.
  if (!import.meta.env.DEV) return next();
  const { answerRequest } = await import('./answer-request.ts');
  return answerRequest(context, next);
};

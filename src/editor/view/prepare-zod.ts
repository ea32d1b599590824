import { config } from 'zod';

/**
 * Tells Zod not to try `new Function`, which the Content-Security-Policy of the page forbids and the browser would report. Zod
 * tries when a schema is made, so call this before a module with a schema is loaded.
 */
export const prepareZod = (): void => void config({ jitless: true });

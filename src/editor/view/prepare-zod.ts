import { config } from 'zod';

/**
 * Keeps Zod from trying whether it may compile texts, which the policy of the page forbids and the browser reports. Zod asks
 * when a schema is made: this runs before the module of a schema is loaded.
 */
export const prepareZod = (): void => void config({ jitless: true });

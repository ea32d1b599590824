import { hash } from 'node:crypto';

/** SHA-256 of a text in base64url, the first 22 characters (132 bits). */
export const digestText = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

import type { DeskKind } from '../../model/record.ts';
import { deskKinds } from '../route.ts';

/** The kind of a file, by its folder in the content folder. */
export const kindOfFile = (file: string): DeskKind => deskKinds.find((kind) => file.startsWith(`${kind}/`)) ?? 'site';

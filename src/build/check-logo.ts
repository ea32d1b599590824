import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDrawingFault } from '../compile/find-drawing-fault.ts';
import { findLogoFault } from '../domain/institute/logo.ts';
import { hasSignature } from '../domain/pages/file-signature.ts';
import type { Fault } from '../domain/problems/problem.ts';
import { listFolder } from './list-folder.ts';

/** The fault of a logo that no page can show, or that is not safe. `logo`: path in `folder`, which is `public/`. */
export function checkLogo(logo: string, folder: string | undefined): Fault | undefined {
  const fault = findLogoFault(logo, folder === undefined ? undefined : listFolder(folder));
  if (fault || folder === undefined) return fault;
  const bytes = readFileSync(join(folder, logo));
  const extension = /\.[a-z]+$/i.exec(logo)?.[0].toLowerCase() ?? '';
  if (!hasSignature(bytes, extension))
    return {
      name: 'logo-malformed',
      message: `the logo ${logo} is not the ${extension} picture that its name says`,
      hint: 'export the picture again',
    };
  return extension === '.svg' ? findDrawingFault(bytes.toString()) : undefined;
}

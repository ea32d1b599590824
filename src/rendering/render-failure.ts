import type { RenderFailure, RenderJob, RenderStage } from './render-job.ts';

/** An error of a stage of the rendering. */
export class StageError extends Error {
  readonly stage: RenderStage;
  constructor(stage: RenderStage, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.stage = stage;
  }
}

/** Does the work of a stage; what it throws becomes a {@link StageError}. */
export async function inStage<T>(stage: RenderStage, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StageError(stage, error);
  }
}

/** The report on a job that failed. `folders`: folders that the build writes to. */
export function failureOf({ address, locale }: RenderJob, error: unknown, folders: readonly string[]): RenderFailure {
  const [stage, cause] = error instanceof StageError ? [error.stage, error.cause] : ['data' as const, error];
  return {
    address,
    locale,
    stage,
    message: cause instanceof Error ? cause.message : String(cause),
    ...codeOf(cause, folders),
  };
}

/** The code of an error of the disk, which would occur on every page; absent for an error of the page itself. */
function codeOf(error: unknown, folders: readonly string[]): { readonly code?: string } {
  if (!(error instanceof Error) || !('code' in error)) return {};
  const { code, path = '' } = error as NodeJS.ErrnoException;
  const ours = folders.some((folder) => path.startsWith(folder));
  return code !== undefined && (fullDisk.has(code) || (ours && /^E[A-Z]+$/.test(code))) ? { code } : {};
}
const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE', 'EIO']);

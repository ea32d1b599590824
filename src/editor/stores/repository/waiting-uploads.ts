import { idOfFile } from '../../model/kind-of-file.ts';
import type { WaitingUploads } from '../store.ts';
import type { BesideUpload, UploadKeeper, WaitingUpload } from './kept-uploads.ts';

/** Uploads until their record is saved, which writes both in one commit. */
export interface KeptUploads extends WaitingUploads {
  add(beside: string, upload: WaitingUpload): void;
  /** Those that a save of a record with this text writes. */
  of(beside: string, text: string): readonly WaitingUpload[];
  /** Paths of all. */
  files(): readonly string[];
  remove(uploads: readonly WaitingUpload[]): void;
}

/** `keeper`: keeps them on the device; without it they are in the memory of the page alone. */
export function createWaitingUploads(keeper?: UploadKeeper): KeptUploads {
  const waiting = new Map<string, BesideUpload>((keeper?.kept ?? []).map((upload) => [upload.file, upload]));
  const besideOf = (beside: string) => [...waiting.values()].filter((upload) => upload.beside === beside);
  // What the text no longer names was taken back, such as by undo. The PDF of a publication is never named.
  const of = (beside: string, text: string): readonly WaitingUpload[] =>
    besideOf(beside).filter(({ file }) => isOwnPdf(file, beside) || text.includes(`./${nameOf(file)}`));
  return {
    add: (beside, upload) => {
      waiting.set(upload.file, { ...upload, beside });
      keeper?.keep({ ...upload, beside });
    },
    of,
    files: () => [...waiting.keys()],
    remove: (uploads) => {
      for (const { file } of uploads) {
        waiting.delete(file);
        keeper?.forget(file);
      }
    },
    isWaiting: (beside, text) => of(beside, text).length > 0,
    isKept: () => (keeper ? keeper.hasAll() : waiting.size === 0),
    discard: (beside) => {
      for (const { file } of besideOf(beside)) {
        keeper?.forget(file);
        // Undo may bring back the name of any other.
        if (isOwnPdf(file, beside)) waiting.delete(file);
      }
    },
  };
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

const isOwnPdf = (file: string, beside: string): boolean => nameOf(file) === `${idOfFile(beside)}.pdf`;

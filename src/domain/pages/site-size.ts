/** Sizes of a site for which hosts have limits. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  /** Bytes of the largest file. */
  readonly largestFile: number;
  /** Files and folders in the folder that has most of them. */
  readonly fullestFolder: number;
}

/** What hosts limit of a site. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  /** Bytes of the largest file. */
  readonly largestFile: number;
  /** Files and folders in the folder that has most of them. */
  readonly fullestFolder: number;
}

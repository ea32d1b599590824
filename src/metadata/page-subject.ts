/** What a page is called, and where it is. */
export interface PageSubject {
  readonly title: string;
  readonly description?: string;
  /** Absolute address of the page in its language. */
  readonly url: string;
  /** Absolute address of the picture for a preview. */
  readonly image?: string;
  /** Absolute address of the full text, where it lies beside the page. */
  readonly pdfUrl?: string;
}

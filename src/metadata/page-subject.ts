/** Title, description and addresses of a page. */
export interface PageSubject {
  readonly title: string;
  readonly description?: string;
  /** Absolute address of the page in its language. */
  readonly url: string;
  /** Absolute address of the share picture. */
  readonly image?: string;
  /** Absolute address of the PDF beside the page. */
  readonly pdfUrl?: string;
}

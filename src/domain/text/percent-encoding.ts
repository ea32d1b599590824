/** Decodes percent-encoding; returns the text itself if it is not valid percent-encoding. */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Encodes every character that RFC 3986 does not allow in a path, and `#`, `?`, `%`. */
export const percentEncode = (text: string): string =>
  text.replace(/[^A-Za-z0-9\-._~/:;()!*',@=$&+]+/g, (part) => encodeURIComponent(part));

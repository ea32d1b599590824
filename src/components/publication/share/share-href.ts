import type { ShareTarget } from '../../../domain/institute/site.ts';
import { escapeHtml } from '../../../domain/text/rich-text.ts';

/**
 * A link, as an attribute of HTML, that opens the service with a prepared message; nothing is sent before the reader confirms
 * it there. The message is the address: the script of the menu adds the title.
 * In a query, `:` and `/` stand for themselves (RFC 3986, 3.4).
 */
export const shareHref = (target: ShareTarget, url: string): string =>
  escapeHtml(targets[target](url.replace(/[#%&+]/g, encodeURIComponent)));

const targets: Readonly<Record<ShareTarget, (url: string) => string>> = {
  x: (url) => `https://x.com/intent/post?url=${url}`,
  bluesky: (url) => `https://bsky.app/intent/compose?text=${url}`,
  mastodon: (url) => `https://mastodonshare.com/?url=${url}`,
  linkedin: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  whatsapp: (url) => `https://wa.me/?text=${url}`,
  telegram: (url) => `https://t.me/share/url?url=${url}`,
  bale: (url) => `https://ble.ir/share/url?url=${url}`,
  eitaa: (url) => `https://eitaa.com/share/url?url=${url}`,
  rubika: (url) => `https://rubika.ir/share?url=${url}`,
  soroush: (url) => `https://splus.ir/share/url?url=${url}`,
  mail: (url) => `mailto:?body=${url}`,
};

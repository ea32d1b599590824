import type { ShareTarget } from '../../../domain/institute/site.ts';

/** A link that opens the service with a prepared message; nothing is sent before the reader confirms it there. */
export const shareHref = (target: ShareTarget, url: string, title: string): string =>
  targets[target](encodeURIComponent(url), encodeURIComponent(title));

const targets: Readonly<Record<ShareTarget, (url: string, title: string) => string>> = {
  x: (url, title) => `https://x.com/intent/post?text=${title}&url=${url}`,
  bluesky: (url, title) => `https://bsky.app/intent/compose?text=${title}%20${url}`,
  mastodon: (url, title) => `https://mastodonshare.com/?text=${title}&url=${url}`,
  linkedin: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  whatsapp: (url, title) => `https://wa.me/?text=${title}%20${url}`,
  telegram: (url, title) => `https://t.me/share/url?url=${url}&text=${title}`,
  mail: (url, title) => `mailto:?subject=${title}&body=${url}`,
};

/**
 * A short name of a sentence (FNV-1a, 32 bits). The bundle names the help of fields by it, because the sentences themselves come with
 * the schemas and would be loaded twice.
 */
export function shortKey(sentence: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < sentence.length; at += 1) hash = Math.imul(hash ^ sentence.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

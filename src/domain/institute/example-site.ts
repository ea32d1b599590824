/** Names in the content that comes with the project, which an institute replaces with its own. */
export const exampleNames: readonly string[] = [
  'Tehran University of Medical Sciences',
  'دانشگاه علوم پزشکی تهران',
  'Science Communicator Platform',
  'سامانهٔ ترویج علم',
];

/** Hosts of the examples in the manuals; example.org, .com and .net are reserved for examples (RFC 2606). */
const exampleHosts = /^(?:(?:www\.|publications\.)?example\.(?:org|com|net)|example\.github\.io)$/i;

/** The first mail or web address in a text that belongs to the examples; undefined where there is none. */
export const findExampleAddress = (text: string): string | undefined =>
  text
    .split(/[\s<>()[\]"']+/)
    .map((word) => word.replace(/^mailto:/i, ''))
    .find((word) => exampleHosts.test(/^(?:https?:\/\/|[^@/]+@)([\w.-]*\w)/i.exec(word)?.[1] ?? ''));

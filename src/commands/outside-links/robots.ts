/** Rules of a host for one program (RFC 9309). */
export interface RobotsRules {
  readonly rules: readonly RobotsRule[];
  /** Seconds between two requests that the host asks for: no part of the standard, and yet common. */
  readonly delay?: number;
}

interface RobotsRule {
  readonly allow: boolean;
  readonly path: string;
}

/** A host that forbids nothing. */
export const noRules: RobotsRules = { rules: [] };
/** A host of which the rules are not known now, so that nothing may be asked for (RFC 9309, section 2.3.1.4). */
export const allForbidden: RobotsRules = { rules: [{ allow: false, path: '/' }] };

/** Characters that are read of a file: half a megabyte is the least that a program must read (RFC 9309, section 2.5). */
export const robotsLimit = 512_000;

/** The rules for `product` in the text of a robots.txt: those of all groups that name it, else those for all (`*`). */
export function parseRobots(text: string, product: string): RobotsRules {
  const groups: { readonly agents: string[]; readonly lines: (readonly [key: string, value: string])[] }[] = [];
  let named = false;
  for (const line of text.slice(0, robotsLimit).split(/\r\n?|\n/)) {
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*:([^#]*)/.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      if (!named) groups.push({ agents: [], lines: [] });
      groups.at(-1)!.agents.push(value.trim().toLowerCase());
      named = true;
    } else if (name === 'allow' || name === 'disallow' || name === 'crawl-delay') {
      groups.at(-1)?.lines.push([name, value.trim()]);
      named = false;
    }
  }
  const of = (agent: string) => groups.filter(({ agents }) => agents.includes(agent));
  const own = of(product.toLowerCase());
  const lines = (own.length > 0 ? own : of('*')).flatMap((group) => group.lines);
  const delay = lines.find(([name, value]) => name === 'crawl-delay' && Number(value) > 0)?.[1];
  return {
    rules: lines.flatMap(([name, path]) =>
      name === 'crawl-delay' || path === '' ? [] : [{ allow: name === 'allow', path: encode(path) }],
    ),
    ...(delay === undefined ? {} : { delay: Number(delay) }),
  };
}

/** Whether a program may ask for an address: the longest matching rule decides, and of two as long, the one that allows. */
export function mayAsk({ rules }: RobotsRules, url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = encode(pathname + search);
  const matching = rules.filter((rule) => matches(rule.path, path));
  const longest = Math.max(0, ...matching.map((rule) => rule.path.length));
  const deciding = matching.filter((rule) => rule.path.length === longest);
  return deciding.length === 0 || deciding.some(({ allow }) => allow);
}

/** Whether a path begins as a rule says: `*` is any text, and `$` at the end is the end. */
function matches(rule: string, path: string): boolean {
  const whole = rule.endsWith('$');
  const [first = '', ...parts] = (whole ? rule.slice(0, -1) : rule).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of parts.entries()) {
    const isLast = whole && index === parts.length - 1;
    const found = isLast ? path.length - part.length : path.indexOf(part, at);
    if (found < at || !path.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !whole || at === path.length;
}

/** Rules and paths in one form: letters beyond ASCII as percent signs, and these in capitals. */
const encode = (path: string): string =>
  path
    .replace(/[^\x00-\x7f]+/g, (letters) => encodeURIComponent(letters.toWellFormed()))
    .replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase());

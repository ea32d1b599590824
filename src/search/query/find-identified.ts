import { addressKey, findIdentifiers, identifierFiles, identifierKey, type WrittenIdentifier } from '../identifiers.ts';
import { parseQuery } from '../parse-query.ts';
import { spread, type IdentifierTarget } from '../search-data.ts';

/* What the identifiers of a query lead to. A browser loads this for the queries that may have some. */

/** Loads a file of identifiers. */
type Load = (path: string) => Promise<Readonly<Record<string, IdentifierTarget>>>;

export { findIdentifiers };

/** The target of a query that is an identifier and nothing else. `total`: number of publications. */
export async function findIdentifier(text: string, total: number, load: Load): Promise<IdentifierTarget | undefined> {
  const { identifiers } = parseQuery(text, false, { identifiers: findIdentifiers });
  const rest = identifiers.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
  const [only, ...others] = identifiers;
  const keys =
    only &&
    others.length === 0 &&
    !/[\p{L}\p{N}]/u.test(rest.replace(/\b(?:doi|pmid|pmcid|arxiv|isbn|orcid|https?)\b/gi, ''))
      ? only.keys
      : [];
  const whole = [identifierKey(text), addressKey(text)].filter((key) => key !== undefined);
  return findTarget([...keys, ...whole], total, load);
}

/** Publications that identifiers in the query name, in their order. */
export async function findIdentified(
  identifiers: readonly WrittenIdentifier[],
  total: number,
  load: Load,
): Promise<readonly number[]> {
  const targets = await Promise.all(
    identifiers.slice(0, mostIdentifiers).map(({ keys }) => findTarget(keys, total, load)),
  );
  return targets.flatMap((target) =>
    target?.[0] === 'publication'
      ? [target[2]]
      : target?.[0] === 'publications'
        ? target[1].map(([, number]) => number)
        : [],
  );
}

const mostIdentifiers = 100;

async function findTarget(keys: readonly string[], total: number, load: Load): Promise<IdentifierTarget | undefined> {
  if (total === 0) return undefined;
  for (const key of new Set(keys)) {
    const targets = await load(`identifiers/${spread(key, identifierFiles(total))}.json`);
    if (Object.hasOwn(targets, key)) return targets[key];
  }
  return undefined;
}

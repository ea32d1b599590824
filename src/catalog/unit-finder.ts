import type { Unit } from '../domain/institute/institute.ts';
import { titleKey } from '../domain/text/title-key.ts';

/**
 * Returns a function that finds the id of the unit whose name begins a printed affiliation: whole parts between commas,
 * the longest name first.
 */
export function createUnitFinder(units: ReadonlyMap<string, Unit>): (affiliation: string) => string | undefined {
  const byName = new Map<string, string>();
  for (const unit of units.values())
    for (const name of [...Object.values(unit.name), ...unit.names]) byName.set(foldParts(name).join(','), unit.id);
  const cache = new Map<string, string | undefined>();
  return (affiliation) => {
    if (byName.size === 0) return undefined;
    if (cache.has(affiliation)) return cache.get(affiliation);
    const parts = foldParts(affiliation);
    let found: string | undefined;
    for (let length = parts.length; length > 0 && !found; length -= 1)
      found = byName.get(parts.slice(0, length).join(','));
    cache.set(affiliation, found);
    return found;
  };
}

const foldParts = (name: string): string[] => name.split(/[,،]/).map(titleKey).filter(Boolean);

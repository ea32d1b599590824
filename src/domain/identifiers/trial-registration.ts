import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import type { TrialRegistration } from '../publication/publication.ts';
import { quote } from '../text/quote.ts';
import { trialRegistries, type TrialRegistry } from './trial-registries.ts';

/** Parses the registration number of a trial or review. The form of the number identifies the registry. */
export function parseTrialRegistration(text: string): Parsed<TrialRegistration> {
  const written = text.trim();
  const registry = trialRegistries.find(({ pattern }) => fullMatch(pattern).test(written));
  if (registry) return valid({ id: written, registry: registry.name, url: registrationUrl(registry, written) });
  const repaired = findNumber(written);
  if (repaired !== undefined) {
    return malformed('malformed-trial-number', `${quote(text)} is not written as a bare registration number`, repaired);
  }
  const near = trialRegistries.find(
    ({ prefix }) => prefix !== '' && written.toLowerCase().startsWith(prefix.toLowerCase()),
  );
  if (near) {
    const message = `${quote(text)} is not a number of ${near.name}, which has the form ${near.form}`;
    return invalid(
      'malformed-trial-number',
      message,
      `compare it with the registry's page, digit by digit; it should look like ${near.example}`,
    );
  }
  const message = `${quote(text)} is not the number of a trial registry that can be linked`;
  return invalid(
    'unknown-trial-registry',
    message,
    'write the number as the registry does, such as NCT04280705 or IRCT20080728001031N29',
  );
}

/** Address of the registration at the registry, if it has stable addresses, else at the WHO's search portal. */
function registrationUrl(registry: TrialRegistry, id: string): string {
  return (
    registry.url?.(id) ??
    `https://trialsearch.who.int/Trial2.aspx?TrialID=${registry.portalPrefix ?? ''}${encodeURIComponent(id)}`
  );
}

/** The number in an address or after a label, in the case that the registry uses; undefined if there is none. */
function findNumber(text: string): string | undefined {
  const joined = text
    .slice(0, 500)
    .replace(/\s+/g, ' ')
    .replace(/ ?[:#] ?/g, ' ');
  for (const { prefix, pattern, letterCase } of trialRegistries) {
    const loose =
      pattern.slice(0, prefix.length) === prefix ? `${prefix}[ -]?${pattern.slice(prefix.length)}` : pattern;
    const found = new RegExp(`(?<![A-Za-z0-9])(?:${loose})(?![A-Za-z0-9]|-\\d)`, 'i').exec(joined)?.[0];
    if (found === undefined) continue;
    const number = found.slice(prefix.length).replace(/^ /, '');
    const cased = prefix + (letterCase === 'lower' ? number.toLowerCase() : number.toUpperCase());
    const candidates = [cased, prefix + cased.slice(prefix.length).replace(/^-/, '')];
    const exact = candidates.find((candidate) => fullMatch(pattern).test(candidate));
    if (exact !== undefined) return exact;
  }
  return undefined;
}

const fullMatch = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

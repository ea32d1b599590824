import { compareVersions } from './compare-versions.ts';

/** The sections of the changelog for the releases after `from`, up to `to`, newest first. */
export function readChangelog(changelog: string, from: string, to: string): readonly string[] {
  return changelog
    .split(/^(?=## \d)/m)
    .slice(1)
    .filter((section) => {
      const [, version = ''] = /^## (\S+)/.exec(section) ?? [];
      return compareVersions(version, from) > 0 && compareVersions(version, to) <= 0;
    })
    .map((section) => section.trim());
}

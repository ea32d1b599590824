import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Runs what takes long before the short unit tests, so that all cores are busy to the end: types, then test files that build
 * sites and that open a browser in turns, because the former use a core and the latter mostly wait.
 */
export class SitesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const within = (...folders: string[]) =>
      sorted.filter(({ moduleId }) => folders.some((folder) => moduleId.includes(`/tests/${folder}/`)));
    const builds = within('build');
    const browsers = within('browser');
    const inTurns = browsers.flatMap((file, index) => [file, ...builds.slice(index, index + 1)]);
    const first = [...within('static'), ...inTurns, ...builds.slice(browsers.length)];
    return [...first, ...sorted.filter((file) => !first.includes(file))];
  }
}

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs test files that build sites, open a browser or check types before the short unit tests, so that all cores are busy to the end. */
export class SitesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isUnit = ({ moduleId }: TestSpecification) => moduleId.includes('/tests/unit/');
    return [...sorted.filter((file) => !isUnit(file)), ...sorted.filter(isUnit)];
  }
}

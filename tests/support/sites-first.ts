import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that build sites or open a browser run before those of units: the short ones fill the cores at the end. */
export class SitesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isUnit = ({ moduleId }: TestSpecification) => moduleId.includes('/tests/unit/');
    return [...sorted.filter((file) => !isUnit(file)), ...sorted.filter(isUnit)];
  }
}

import type { ForeignProblem, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { askService } from './ask-service.ts';
import type { ListRequest, ServiceName } from './list-requests.ts';
import type { FetchEffects } from './services.ts';

/** A record, and the service that it is from. */
export interface FoundRecord {
  readonly service: ServiceName;
  readonly record: ForeignRecord;
}

export interface FoundRecords {
  readonly found: readonly FoundRecord[];
  readonly problems: readonly ForeignProblem[];
}

/**
 * Fetches a list page by page, with the cursors of the service. Each page is kept, so that an interrupted search goes on
 * where it was. A cursor of a kept page may be too old: then the list is asked for once more from its start.
 */
export async function fetchList(request: ListRequest, effects: FetchEffects, fresh = false): Promise<FoundRecords> {
  const { service } = request;
  const found: FoundRecord[] = [];
  const problems: ForeignProblem[] = [];
  let cursor: string | undefined = '*';
  let seen = 0;
  let fromCache = false;
  for (let page = 0; cursor !== undefined; page += 1) {
    if (page === pageLimit) return { found, problems: [...problems, tooLong(service, seen)] };
    const answer = await askService(
      {
        url: request.pageUrl(cursor),
        accept: 'application/json',
        service,
        isWhole: (body) => request.readPage(body) !== undefined,
        fresh,
        ...(request.pause === undefined ? {} : { pause: request.pause }),
      },
      effects,
    );
    const read = answer.body === undefined ? undefined : request.readPage(answer.body);
    if (answer.body === undefined || !read) {
      if (answer.absent && fromCache) return fetchList(request, effects, true);
      return { found, problems: [...problems, answer.problem ?? refused(service)] };
    }
    fromCache ||= answer.kept === true;
    const parsed = request.read(answer.body);
    const records = request.belongs ? parsed.records.filter(request.belongs) : parsed.records;
    found.push(...records.map((record) => ({ service, record })));
    problems.push(...parsed.problems.map((problem) => ({ ...problem, message: `${service}: ${problem.message}` })));
    seen += read.items;
    effects.progress(Math.min(seen, read.total), read.total);
    const isEnd = read.items === 0 || seen >= read.total || read.next === cursor;
    if (request.belongs && records.length === 0) break;
    if (isEnd || read.next === undefined) {
      if (seen < read.total) problems.push(incomplete(service, seen, read.total));
      break;
    }
    cursor = read.next;
  }
  return { found, problems };
}

/** 50,000 publications of a service whose pages have 100. */
const pageLimit = 500;

const refused = (service: string): ForeignProblem => ({
  severity: 'error',
  name: 'search-refused',
  message: `${service} does not understand the search`,
  hint: 'compare what you search for with the examples in docs/import.md',
});

const incomplete = (service: string, seen: number, total: number): ForeignProblem => ({
  severity: 'error',
  name: 'search-incomplete',
  message: `${service} has found ${total} publications and sent ${seen}`,
  hint: 'run the command again with --refresh',
});

const tooLong = (service: string, seen: number): ForeignProblem => ({
  severity: 'error',
  name: 'search-incomplete',
  message: `the list of ${service} is longer than the ${seen} publications that were read`,
  hint: 'search for less at once, for example with a later --since',
});

import type { ForeignRecord } from '../../formats/record/foreign-record.ts';

/**
 * The record as a preprint, if its source has no word for one: an article whose journal is a preprint server, such as
 * `arXiv preprint arXiv:2401.00002` or DBLP's `CoRR`, or `@misc` of BibTeX with a number of arXiv. Others stay as they are.
 */
export function asPreprint(record: ForeignRecord): ForeignRecord {
  const { type = 'article', container, volume, ...rest } = record;
  if (
    (type === 'report' || type === 'preprint') &&
    record.kind === 'misc' &&
    record.arxiv !== undefined &&
    container === undefined
  )
    return { ...record, type: 'preprint', container: 'arXiv' };
  if (type !== 'article' || container === undefined || !servers.test(container)) return record;
  const [, named] = /^arXiv(?:\.org)?(?: preprint)?[,:]? arXiv:(\S+)$/i.exec(container) ?? [];
  const [, numbered] = /^abs\/(\S+)$/.exec(volume ?? '') ?? [];
  const number = named ?? numbered;
  const isCopy = number !== undefined && (record.arxiv ?? number) === number;
  return {
    ...rest,
    type: 'preprint',
    container: (named !== undefined && isCopy) || container === 'CoRR' ? 'arXiv' : container,
    ...(isCopy ? { arxiv: number } : {}),
    ...(volume === undefined || (numbered !== undefined && isCopy) ? {} : { volume }),
  };
}

/** Names that begin with that of a preprint server: `arXiv e-prints`, `bioRxiv`, `SSRN Electronic Journal`. */
const servers =
  /^(?:(?:ar|bior|medr|chemr|psyar|socar|earthar|engr|techr|edar|agrir|ecoevor)xiv|research square|ssrn electronic journal|corr$)(?!\p{L})/iu;

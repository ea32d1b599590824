import { describe } from 'vitest';
import { testQueries } from './search-queries.ts';
import { openSearchSite } from './search-site.ts';
import { testUse } from './search-use.ts';

// Slow: all that English pages are asked, asked again in Persian, where the same program answers.
const site = openSearchSite();

describe('what people type, in fa', () => testQueries(site, 'fa'));
describe('the page in fa', () => testUse(site, 'fa'));

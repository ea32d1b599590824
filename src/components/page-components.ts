import type { PageKind, PageOf } from '../domain/pages/page-data.ts';
import HomePage from './home/HomePage.astro';
import JournalPage from './journal/JournalPage.astro';
import IndexPage from './list/IndexPage.astro';
import PublicationsPage from './list/PublicationsPage.astro';
import PlainLanguagePage from './list/PlainLanguagePage.astro';
import YearPage from './list/YearPage.astro';
import NotFoundPage from './page/NotFoundPage.astro';
import TextPage from './page/TextPage.astro';
import PersonPage from './person/PersonPage.astro';
import AliasPage from './publication/AliasPage.astro';
import PublicationPage from './publication/PublicationPage.astro';
import ReadingListPage from './reading-list/ReadingListPage.astro';
import SearchHelpPage from './search/SearchHelpPage.astro';
import SearchPage from './search/SearchPage.astro';
import StatisticsPage from './statistics/StatisticsPage.astro';
import TopicPage from './topic/TopicPage.astro';
import UnitPage from './unit/UnitPage.astro';

/** Kinds of pages that one route renders. An embed has a route of its own: Astro gives all pages of a route the same style sheets. */
export type RoutedKind = Exclude<PageKind, 'embed'>;

type PageComponent<Kind extends PageKind> = (props: { readonly page: PageOf<Kind> }) => unknown;

/** The component that shows each kind of page. Each has one heading of the first level, which rendering requires. */
const pageComponents: { readonly [Kind in RoutedKind]: PageComponent<Kind> } = {
  home: HomePage,
  publication: PublicationPage,
  publications: PublicationsPage,
  year: YearPage,
  'plain-language': PlainLanguagePage,
  person: PersonPage,
  unit: UnitPage,
  journal: JournalPage,
  topic: TopicPage,
  index: IndexPage,
  statistics: StatisticsPage,
  search: SearchPage,
  'search-help': SearchHelpPage,
  'reading-list': ReadingListPage,
  text: TextPage,
  'not-found': NotFoundPage,
  alias: AliasPage,
};

export const pageComponent = <Kind extends RoutedKind>(kind: Kind): PageComponent<Kind> => pageComponents[kind];

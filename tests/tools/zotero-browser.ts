import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../support/launch-browser.ts';
import type { ZoteroItem } from './zotero.ts';

/** A page of a built site, with its own address. */
export interface ReadPage {
  readonly html: string;
  readonly url: string;
}

/** What Zotero's translator of MODS reads from a text. It asks for the XML reader and the XPath of a browser. */
export const readModsWithZotero = (folder: string, text: string): Promise<readonly ZoteroItem[]> =>
  inBrowser({ translator: codeOf(folder, 'MODS'), documents: [{ text, type: 'text/xml', url: '' }] });

/** What Zotero's translator of embedded metadata reads from each page. Scripts of the pages do not run. */
export const readPagesWithZotero = (folder: string, pages: readonly ReadPage[]): Promise<readonly ZoteroItem[]> =>
  inBrowser({
    translator: codeOf(folder, 'Embedded Metadata'),
    rdf: codeOf(folder, 'RDF'),
    documents: pages.map(({ html, url }) => ({ text: html, type: 'text/html', url })),
  });

/** The program of a translator; its header is a JSON object, and its own tests follow it. */
function codeOf(folder: string, name: string): string {
  const source = readFileSync(join(folder, `${name}.js`), 'utf8');
  return source.slice(source.indexOf('\n}\n') + 3).split('/** BEGIN TEST CASES **/')[0]!;
}

async function inBrowser(job: TranslatorJob): Promise<readonly ZoteroItem[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    return await page.evaluate(runTranslator, job);
  } finally {
    await browser.close();
  }
}

interface TranslatorJob {
  readonly translator: string;
  /** The translator of RDF, which that of embedded metadata calls. */
  readonly rdf?: string;
  readonly documents: readonly {
    readonly text: string;
    readonly type: 'text/xml' | 'text/html';
    readonly url: string;
  }[];
}

/**
 * Runs in the browser, so that it uses nothing from outside. Each document gets a new translator, because translators keep
 * variables. Only the parts of Zotero are here that these translators call.
 */
async function runTranslator({ translator, rdf, documents }: TranslatorJob): Promise<ZoteroItem[]> {
  type Fields = Record<string, unknown>;
  interface Translator {
    readonly doImport?: () => unknown;
    readonly doWeb?: (document: Document, url: string) => void;
    readonly exports: Fields;
  }
  const items: ZoteroItem[] = [];
  const failures: unknown[] = [];
  const keep = (item: Fields): void => {
    // What is sent to Node holds neither documents nor functions.
    items.push({ ...item, complete: undefined, attachments: [] } as unknown as ZoteroItem);
  };

  const nodesOf = (from: Node, xpath: string, namespaces: Readonly<Record<string, string>> = {}): Node[] => {
    const owner = from.nodeType === Node.DOCUMENT_NODE ? (from as Document) : from.ownerDocument!;
    const result = owner.evaluate(
      xpath,
      from,
      (prefix) => namespaces[prefix ?? ''] ?? null,
      XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    );
    return Array.from({ length: result.snapshotLength }, (_, index) => result.snapshotItem(index)!);
  };
  const xpath = (from: Node | readonly Node[], path: string, namespaces?: Readonly<Record<string, string>>): Node[] =>
    ('length' in from ? [...from] : [from]).flatMap((node) => nodesOf(node, path, namespaces));
  /** Words in one case get a capital; others stay. */
  const capitalize = (text: string): string =>
    text.replace(/\S+/g, (word) =>
      word === word.toUpperCase() || word === word.toLowerCase()
        ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
        : word,
    );
  const trimInternal = (text: string): string => text.replace(/[\xA0\r\n\s]+/g, ' ').trim();
  const utilities = {
    xpath,
    xpathText(
      from: Node | readonly Node[],
      path: string,
      namespaces?: Readonly<Record<string, string>>,
      delimiter = ', ',
    ): string | null {
      const found = xpath(from, path, namespaces);
      return found.length === 0 ? null : found.map((node) => node.textContent ?? '').join(delimiter);
    },
    trimInternal,
    trim: (text: string) => text.trim(),
    cleanAuthor(name: string, creatorType: string, useComma: boolean): Fields {
      const clean = trimInternal(name).replace(/^[\s,.]+|[\s,/[\]:]+$/g, '');
      if (useComma) {
        const [lastName = '', firstName] = clean.split(/, ?/);
        return firstName === undefined ? { lastName, fieldMode: 1, creatorType } : { firstName, lastName, creatorType };
      }
      const cut = clean.lastIndexOf(' ');
      const lastName = clean.slice(cut + 1);
      return cut < 0
        ? { lastName, fieldMode: 1, creatorType }
        : { firstName: clean.slice(0, cut), lastName, creatorType };
    },
    capitalizeTitle: (text: string) => capitalize(text),
    cleanDOI: (text: string) => /10\.\d{4,}\/[^\s]*[^\s.,]/.exec(text)?.[0] ?? null,
    cleanISBN: (text: string) => /(?:97[89])?\d{9}[\dX]/.exec(text.replace(/-/g, ''))?.[0] ?? false,
    cleanISSN: (text: string) => /\d{4}-?\d{3}[\dX]/.exec(text)?.[0] ?? false,
    strToISO: (text: string) =>
      text.replace(/^(\d{4})\D(\d{1,2})(?:\D(\d{1,2}))?.*$/, (_, year: string, month: string, day?: string) =>
        [year, month, day]
          .filter(Boolean)
          .map((part) => part!.padStart(2, '0'))
          .join('-'),
      ),
    formatDate: () => '',
    fieldIsValidForType: () => true,
    itemTypeExists: (type: string) => /^[a-z]+(?:[A-Z][a-z]+)*$/.test(type),
    getCreatorsForType: () => ['author', 'editor', 'translator', 'contributor', 'seriesEditor'],
    getVersion: () => '',
  };
  const attr = (root: ParentNode, selector: string, name: string): string =>
    root.querySelector(selector)?.getAttribute(name) ?? '';
  const text = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent ?? '';

  /** A translator with a `Zotero` of its own; `complete` gets its items. */
  const load = (code: string, complete: (item: Fields) => void, parts: Fields, address?: URL): Translator => {
    class Item {
      [field: string]: unknown;
      creators: unknown[] = [];
      tags: unknown[] = [];
      notes: unknown[] = [];
      attachments: unknown[] = [];
      seeAlso: unknown[] = [];
      constructor(type?: string) {
        this['itemType'] = type;
      }
      complete(): void {
        complete(this);
      }
    }
    const Zotero = { Item, Utilities: utilities, debug: () => undefined, setProgress: () => undefined, ...parts };
    const body = `${code}\n;return { doImport: typeof doImport === 'function' ? doImport : undefined, doWeb: typeof doWeb === 'function' ? doWeb : undefined, exports: typeof exports === 'object' ? exports : {} };`;
    // The translator is a program that the caller names.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const start = new Function('Zotero', 'Z', 'ZU', 'attr', 'text', 'pageLocation', body) as (
      ...args: unknown[]
    ) => Translator;
    return start(Zotero, Zotero, utilities, attr, text, address);
  };

  /** Zotero's store of RDF, as far as tags of a page fill it: literals about resources. */
  const makeStore = () => {
    interface Resource {
      readonly uri: string;
      readonly values: Map<string, string[]>;
    }
    const resources = new Map<string, Resource>();
    return {
      addStatement(about: string, relation: string, value: string): void {
        const resource = resources.get(about) ?? { uri: about, values: new Map<string, string[]>() };
        resources.set(about, resource);
        resource.values.set(relation, [...(resource.values.get(relation) ?? []), value]);
      },
      getAllResources: () => [...resources.values()],
      getResourceURI: (resource: Resource | string) => (typeof resource === 'string' ? resource : resource.uri),
      getTargets: (resource: Resource | undefined, property: string) => resource?.values?.get(property) ?? false,
      getSources: () => false,
      getArcsIn: () => false,
      getArcsOut: (resource: Resource) => [...resource.values.keys()],
      getContainerElements: () => [],
    };
  };

  for (const { text: source, type, url } of documents) {
    const parsed = new DOMParser().parseFromString(source, type);
    if (type === 'text/xml') {
      const { doImport } = load(translator, keep, { getXML: () => parsed });
      await doImport!();
      continue;
    }
    // The address of a parsed document cannot be set.
    const code = translator.replaceAll('doc.location', 'pageLocation');
    const loadTranslator = () => {
      let done: (source: unknown, item: Fields) => void = () => undefined;
      return {
        setTranslator: () => undefined,
        setHandler: (_: string, handler: typeof done) => (done = handler),
        getTranslatorObject(callback: (rdf: Fields) => void): void {
          const parts = { RDF: makeStore() };
          const complete = (item: Fields): void => {
            item['complete'] = () => keep(item);
            done(undefined, item);
          };
          const loaded = load(rdf!, complete, parts);
          // Nobody waits for the import of RDF, so that what goes wrong in it has to be noticed here.
          const doImport = (): void =>
            void Promise.resolve(loaded.doImport!()).catch((error: unknown) => failures.push(error));
          callback(Object.assign(loaded.exports, { Zotero: parts, doImport }));
        },
      };
    };
    const { doWeb } = load(code, keep, { loadTranslator, done: () => undefined }, new URL(url));
    doWeb!(parsed, url);
  }
  await Promise.resolve();
  if (failures.length > 0) throw failures[0] as Error;
  return items;
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureBuild, type BuildFolders, type BuildRun } from './build.ts';
import { findEleventy } from './eleventy.ts';
import { findHugo } from './hugo.ts';
import { measure, type Measurement } from './measure.ts';
import { bareNode } from './node-limit.ts';
import { writePeerContent } from './peer-content.ts';
import type { Peer } from './peer.ts';
import { sizeOfPublicationPages } from './site-size.ts';

export interface PeerRun extends Measurement {
  readonly name: string;
  readonly pages: number;
  /** Mean bytes of a page. */
  readonly pageSize: number;
}

export interface PeerComparison {
  /** Builds of Colophon, alternating with those of the peers. */
  readonly own: readonly BuildRun[];
  /** Mean bytes of a publication page of Colophon. */
  readonly pageSize: number;
  readonly peers: readonly PeerRun[];
  readonly missing: readonly string[];
  /** Peers that failed, with the reason. */
  readonly failed: readonly string[];
}

/** Number of pages from which the padding for equal page sizes is computed. */
const sample = 500;

/** Builds the publications of a corpus with Colophon and with each peer, in turns. */
export async function comparePeers(
  folders: BuildFolders,
  work: string,
  runs: number,
  say: (what: string) => void,
): Promise<PeerComparison> {
  const found = { Hugo: findHugo(), Eleventy: findEleventy() };
  const missing = Object.entries(found).flatMap(([name, peer]) => (peer ? [] : [name]));
  say('peers, preparing');
  await measureBuild(folders, 'content');
  const slugs = new Set(writePeerContent(folders.corpus, join(work, 'sample'), sample));
  const wanted = meanPage(folders.outDir, slugs);
  writePeerContent(folders.corpus, work);
  const padded = new Map<Peer, string>();
  const failed: string[] = [];
  const attempt = async (peer: Peer, task: () => Promise<void>) => {
    try {
      await task();
    } catch (error) {
      padded.delete(peer);
      failed.push(`${peer.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const peer of [found.Hugo, found.Eleventy, bareNode(1), bareNode(2)].filter((peer) => peer !== undefined)) {
    await attempt(peer, async () => {
      const bare = await runPeer(peer, join(work, 'sample'), '');
      padded.set(peer, paddingOf(wanted - bare.pageSize));
    });
  }
  const own: BuildRun[] = [];
  const peers: PeerRun[] = [];
  for (let run = 1; run <= runs; run += 1) {
    say(`peers, Colophon, run ${run} of ${runs}`);
    own.push(await measureBuild(folders, 'content'));
    for (const [peer, padding] of padded) {
      say(`peers, ${peer.name}, run ${run} of ${runs}`);
      await attempt(peer, async () => void peers.push(await runPeer(peer, work, padding)));
    }
  }
  return { own, pageSize: meanPage(folders.outDir), peers, missing, failed };
}

async function runPeer(peer: Peer, work: string, padding: string): Promise<PeerRun> {
  const outDir = join(work, 'site');
  rmSync(outDir, { recursive: true, force: true });
  const { output: _, ...measurement } = await measure(peer.prepare({ work, outDir, padding }));
  const { files, bytes } = sizeOfPublicationPages(outDir);
  return { name: peer.name, ...measurement, pages: files, pageSize: bytes / files };
}

const paddingOf = (bytes: number): string =>
  'Lorem ipsum dolor sit amet. '.repeat(Math.ceil(Math.max(0, bytes) / 28)).slice(0, Math.max(0, Math.round(bytes)));

function meanPage(site: string, slugs?: ReadonlySet<string>): number {
  const { files, bytes } = sizeOfPublicationPages(site, slugs);
  return bytes / files;
}

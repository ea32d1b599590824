import { useEffect, useState } from 'preact/hooks';
import type { SentencesOf } from './strings/dictionary.ts';
import { useSession } from './session.ts';

/** Loads the sentences of problems when the first one is shown; `of`: who says them, where that is not the usual one. False until they are there, or cannot be loaded. */
export function useSentences(of?: SentencesOf): boolean {
  const { words } = useSession();
  const [tried, setTried] = useState<typeof words | undefined>(undefined);
  const isLoaded = words.hasSentences(of);
  useEffect(() => {
    if (!isLoaded) void words.loadSentences(of).then(() => setTried(words));
  }, [words]);
  return isLoaded || tried === words;
}

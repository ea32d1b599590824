import { useEffect, useState } from 'preact/hooks';
import { useSession } from './session.ts';

/** Loads the sentences of problems when the first one is shown. False until they are there, or cannot be loaded. */
export function useSentences(): boolean {
  const { words } = useSession();
  const [tried, setTried] = useState<typeof words | undefined>(undefined);
  const isLoaded = words.hasSentences();
  useEffect(() => {
    if (!isLoaded) void words.loadSentences().then(() => setTried(words));
  }, [words]);
  return isLoaded || tried === words;
}

import { useState } from 'preact/hooks';
import { useForm } from '../form/form-context.ts';
import { useSession } from '../session.ts';
import { refusalText, sentenceOf } from '../failure.ts';

/** Uploads a file beside the record. Resolves with its path for a field, such as `./figure.png`; with undefined, and a message, where it is refused. */
export function useUpload(): {
  readonly upload: (file: File) => Promise<string | undefined>;
  readonly message: string | undefined;
} {
  const { store, words, announce } = useSession();
  const { file: record, uploaded } = useForm();
  const [message, setMessage] = useState<string | undefined>(undefined);
  return {
    message,
    upload: async (file) => {
      setMessage(undefined);
      try {
        const answer = await store.upload(record, file.name, new Uint8Array(await file.arrayBuffer()));
        if (!answer.ok) {
          setMessage(await refusalText(answer.refusal, words));
          return undefined;
        }
        uploaded();
        announce(words.say('file.uploaded', { file: answer.value.source }));
        return answer.value.source;
      } catch (error) {
        setMessage(await sentenceOf(error, words));
        return undefined;
      }
    },
  };
}

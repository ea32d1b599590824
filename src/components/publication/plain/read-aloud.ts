/*
 * Reads the explanation aloud, with voices of the device alone: others would send the text to a service. The button is there
 * only where each language of the text has such a voice.
 */

const readAloud = document.querySelector<HTMLButtonElement>('[data-read-aloud]');
if (readAloud && 'speechSynthesis' in window) startReading(readAloud, window.speechSynthesis);

function startReading(control: HTMLButtonElement, speech: SpeechSynthesis): void {
  const texts = [...(control.closest('section')?.querySelectorAll<HTMLElement>('h3, li, p') ?? [])];
  const languageOf = (text: Element) => text.closest('[lang]')?.getAttribute('lang') ?? '';
  const voiceOf = (text: Element) => findVoice(speech.getVoices(), languageOf(text));
  const offer = () => {
    control.hidden = texts.length === 0 || !texts.every(voiceOf);
  };
  const setReading = (reading: boolean) => control.setAttribute('aria-pressed', String(reading));
  offer();
  speech.addEventListener('voiceschanged', offer);
  control.addEventListener('click', () => {
    const wasReading = control.getAttribute('aria-pressed') === 'true';
    speech.cancel();
    setReading(!wasReading);
    if (wasReading) return;
    for (const [index, text] of texts.entries()) {
      const utterance = new SpeechSynthesisUtterance(text.textContent.trim());
      utterance.lang = languageOf(text);
      utterance.voice = voiceOf(text) ?? null;
      utterance.addEventListener('error', ({ error }) => {
        // Errors of a cancelled text are ignored, because another text may be playing already.
        if (error !== 'canceled' && error !== 'interrupted') setReading(false);
      });
      if (index === texts.length - 1) utterance.addEventListener('end', () => setReading(false));
      speech.speak(utterance);
    }
  });
  // Otherwise the browser continues to read on the next page.
  addEventListener('pagehide', () => speech.cancel());
}

/** A voice of the device for a language, that of the same region first. Some systems write `fa_IR`. */
function findVoice(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | undefined {
  const own = voices.filter(({ localService }) => localService);
  const tagOf = ({ lang }: SpeechSynthesisVoice) => lang.replace('_', '-').toLowerCase();
  const [wanted, primary] = [language.toLowerCase(), language.toLowerCase().split('-')[0]];
  return own.find((voice) => tagOf(voice) === wanted) ?? own.find((voice) => tagOf(voice).split('-')[0] === primary);
}

/** A label in the text of an abstract. Offsets are in UTF-16 code units, from the label to the text after its colon. */
export interface AbstractLabel {
  /** As printed; undefined for the `UNLABELLED` of PubMed. */
  readonly label?: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The labels in the text of an abstract, each at the start of a sentence: `AIMS: … METHODS: …`. Fewer than two, or fewer
 * than three after a text without a label, may be words of a sentence: then there are none.
 */
export function findAbstractLabels(text: string): readonly AbstractLabel[] {
  const found = [...text.matchAll(labelPattern)].filter(({ 1: label = '' }) => isAbstractLabel(label));
  if (found.length < (found[0]?.index === 0 ? 2 : 3)) return [];
  return found.map(({ 0: whole, 1: label = '', index }) => ({
    ...(label === 'UNLABELLED' ? {} : { label }),
    start: index,
    end: index + whole.length,
  }));
}

/** Words and a colon, at the start of the text or of a sentence. */
const labelPattern =
  /(?:^|(?<=[.!?؟)\]]\s)|(?<=[.!?؟]["”’»)]\s)|(?<=\n))\s{0,3}([\p{Lu}\p{Script=Arabic}][\p{L}\p{M}\p{N}\u200c&/,،'’()\s-]{2,60}?)\s?:\s/gu;

/** Whether words are the heading of a part of an abstract, in English or Persian. */
export function isAbstractLabel(label: string): boolean {
  const words = label.split(/[^\p{L}]+/u).filter(Boolean);
  if (words.length > 8) return false;
  if (/\p{Script=Arabic}/u.test(label)) return persianLabels.has(persianKey(label));
  const isUpperCase = label === label.toUpperCase() && words.some((word) => word.length > 3);
  return (
    isUpperCase ||
    (words.some((word) => labelWords.test(word)) && words.every((word) => labelWords.test(word) || fillers.test(word)))
  );
}

const labelWords =
  /^(?:abstract|aims?|background|backgrounds|conclusions?|context|design|discussion|findings|hypothesis|implications?|importance|interpretation|interventions?|introduction|limitations?|materials?|measure(?:ment)?s?|methodology|methods?|objectives?|outcomes?|participants|patients|purpose|rationale|registration|relevance|results?|setting|significance|subjects|summary|funding|question)$/i;

const fillers =
  /^(?:and|or|of|the|for|in|to|on|a|main|primary|secondary|key|study|studies|data|sources?|selection|extraction|synthesis|clinical|trial|trials|number|statistical|analysis|analyses|search|strategy|review|eligibility|criteria|level|evidence|systematic|what|this|adds|practice|research|policy|future|directions|sample|size|population|procedures?|exposures?|animals?|model|brief|case|report|presentation|experimental|approach|overall|principal|major|general|word|count|lessons|learned|potential|risk|bias)$/i;

/** Persian headings, without joiners and with Persian letters, because files write `یافته‌ها`, `یافته ها` and `يافته‌ها`. */
const persianKey = (label: string): string =>
  label
    .replace(/ي/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\s\u200c]+/g, '');

const persianLabels: ReadonlySet<string> = new Set(
  [
    'زمینه، پیش زمینه، سابقه، مقدمه، هدف، اهداف، زمینه و هدف، زمینه و اهداف، سابقه و هدف، مقدمه و هدف، مقدمه و اهداف، پیش زمینه و هدف، بیان مسئله، ضرورت، طرح مسئله، مساله',
    'روش، روش ها، روش کار، روش بررسی، روش اجرا، روش تحقیق، روش پژوهش، روش مطالعه، روش شناسی، مواد و روش ها، مواد و روش کار، مواد و روش، روش و مواد، ابزار و روش ها، بیماران و روش ها، طرح مطالعه، معرفی بیمار، گزارش مورد، معرفی مورد',
    'یافته ها، یافته های پژوهش، نتایج، نتایج و یافته ها، یافته ها و نتایج',
    'بحث، نتیجه گیری، نتیجه گیری نهایی، بحث و نتیجه گیری، نتایج و بحث، جمع بندی، نتیجه، پیشنهادها، چکیده، خلاصه',
  ].flatMap((line) => line.split('، ').map(persianKey)),
);

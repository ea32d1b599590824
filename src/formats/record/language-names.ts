/** English name in lower case, as in babel and biblatex; the tag itself if they have none. */
export const languageName = (tag: string): string => languages.get(primary(tag))?.[1] ?? tag;

/** Three-letter code of MARC and MEDLINE (ISO 639-2/B); undefined if unknown. */
export const marcLanguage = (tag: string): string | undefined =>
  languages.get(primary(tag))?.[0] ?? (/^[a-z]{3}$/.test(primary(tag)) ? primary(tag) : undefined);

const primary = (tag: string): string => (tag.split('-')[0] ?? '').toLowerCase();

const languages: ReadonlyMap<string, readonly [marc: string, name: string]> = new Map(
  `
  af afr afrikaans; am amh amharic; ar ara arabic; az aze azerbaijani; be bel belarusian; bg bul bulgarian;
  bn ben bengali; bs bos bosnian; ca cat catalan; cs cze czech; cy wel welsh; da dan danish; de ger german; el gre greek;
  en eng english; eo epo esperanto; es spa spanish; et est estonian; eu baq basque; fa per persian; fi fin finnish; fr fre french;
  ga gle irish; gl glg galician; he heb hebrew; hi hin hindi; hr hrv croatian; hu hun hungarian; hy arm armenian;
  id ind indonesian; is ice icelandic; it ita italian; ja jpn japanese; ka geo georgian; kk kaz kazakh; ko kor korean;
  ku kur kurdish; la lat latin; lt lit lithuanian; lv lav latvian; mk mac macedonian; mn mon mongolian; ms may malay;
  nb nob norwegian; nl dut dutch; nn nno nynorsk; no nor norwegian; pl pol polish; ps pus pashto; pt por portuguese;
  ro rum romanian; ru rus russian; sk slo slovak; sl slv slovenian; sq alb albanian; sr srp serbian; sv swe swedish;
  sw swa swahili; ta tam tamil; te tel telugu; tg tgk tajik; th tha thai; tk tuk turkmen; tr tur turkish;
  uk ukr ukrainian; ur urd urdu; uz uzb uzbek; vi vie vietnamese; zh chi chinese
  `
    .split(';')
    .map((entry) => {
      const [tag = '', marc = '', name = ''] = entry.trim().split(' ');
      return [tag, [marc, name]];
    }),
);

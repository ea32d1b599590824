import { parseWordPairs } from '../text/word-pairs.ts';

/** ISO 639-1 codes: the two-letter language subtags of BCP 47. */
export const twoLetterLanguages: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu ' +
    'fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ' +
    'ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os ' +
    'pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt ' +
    'tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/**
 * ISO 639-2 codes, as in library catalogues and PubMed, of languages with a two-letter code (RFC 5646, section 2.2.1).
 */
export const threeLetterLanguages: ReadonlyMap<string, string> = parseWordPairs(
  'afr af alb sq sqi sq amh am ara ar arm hy hye hy aze az baq eu eus eu bel be ben bn bos bs bul bg bur my mya my cat ca chi zh zho zh ' +
    'cze cs ces cs dan da dut nl nld nl eng en epo eo est et fin fi fre fr fra fr geo ka kat ka ger de deu de gle ga glg gl gre el ell el ' +
    'guj gu hau ha heb he hin hi hrv hr hun hu ibo ig ice is isl is ind id ita it jpn ja kan kn kaz kk khm km kin rw kir ky kor ko kur ku ' +
    'lao lo lat la lav lv lit lt ltz lb mac mk mkd mk mal ml mar mr may ms msa ms mlt mt mon mn nep ne nob nb nno nn nor no pan pa per fa fas fa ' +
    'pol pl por pt pus ps rum ro ron ro rus ru sin si slo sk slk sk slv sl som so spa es srp sr swa sw swe sv tam ta tel te tgk tg tgl tl tha th ' +
    'tib bo bod bo tuk tk tur tr uig ug ukr uk urd ur uzb uz vie vi wel cy cym cy xho xh yid yi yor yo zul zu iw he in id ji yi ' +
    // Country codes that are written instead of language codes.
    'jp ja cn zh dk da cz cs gr el ua uk ir fa us en gb en vn vi',
);

/** Names of languages in English and in the language itself, in lower case → tag. */
export const languageNames: ReadonlyMap<string, string> = parseWordPairs(
  'english en persian fa farsi fa فارسی fa arabic ar العربية ar chinese zh 中文 zh french fr français fr german de deutsch de spanish es ' +
    'español es portuguese pt português pt italian it italiano it russian ru русский ru turkish tr türkçe tr japanese ja 日本語 ja korean ko ' +
    '한국어 ko dutch nl nederlands nl polish pl polski pl swedish sv svenska sv danish da dansk da norwegian no norsk no finnish fi suomi fi ' +
    'czech cs hungarian hu magyar hu romanian ro greek el ελληνικά el hebrew he עברית he hindi hi urdu ur اردو ur indonesian id malay ms ' +
    'vietnamese vi thai th ukrainian uk українська uk kurdish ku azerbaijani az armenian hy georgian ka kazakh kk uzbek uz pashto ps dari prs ' +
    'bengali bn tamil ta swahili sw croatian hr serbian sr slovak sk slovenian sl bulgarian bg catalan ca català ca latin la',
);

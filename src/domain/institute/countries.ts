/** Every alpha-2 code of ISO 3166-1 with the country's usual English name. */
export const countries: readonly (readonly [code: string, name: string])[] = parseTable(`
AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla|AL Albania|AM Armenia|AO Angola
AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba|AX Åland Islands|AZ Azerbaijan
BA Bosnia and Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin
BL Saint Barthélemy|BM Bermuda|BN Brunei|BO Bolivia|BQ Caribbean Netherlands|BR Brazil|BS Bahamas|BT Bhutan|BV Bouvet Island
BW Botswana|BY Belarus|BZ Belize|CA Canada|CC Cocos Islands|CD Democratic Republic of the Congo|CF Central African Republic
CG Republic of the Congo|CH Switzerland|CI Côte d’Ivoire|CK Cook Islands|CL Chile|CM Cameroon|CN China|CO Colombia
CR Costa Rica|CU Cuba|CV Cabo Verde|CW Curaçao|CX Christmas Island|CY Cyprus|CZ Czechia|DE Germany|DJ Djibouti|DK Denmark
DM Dominica|DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea|ES Spain|ET Ethiopia
FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France|GA Gabon|GB United Kingdom|GD Grenada|GE Georgia
GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland|GM Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece
GS South Georgia and the South Sandwich Islands|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana|HK Hong Kong
HM Heard Island and McDonald Islands|HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia|IE Ireland|IL Israel|IM Isle of Man
IN India|IO British Indian Ocean Territory|IQ Iraq|IR Iran|IS Iceland|IT Italy|JE Jersey|JM Jamaica|JO Jordan|JP Japan|KE Kenya
KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|KN Saint Kitts and Nevis|KP North Korea|KR South Korea|KW Kuwait
KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC Saint Lucia|LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho
LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Moldova|ME Montenegro|MF Saint Martin|MG Madagascar
MH Marshall Islands|MK North Macedonia|ML Mali|MM Myanmar|MN Mongolia|MO Macao|MP Northern Mariana Islands|MQ Martinique
MR Mauritania|MS Montserrat|MT Malta|MU Mauritius|MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|NA Namibia
NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria|NI Nicaragua|NL Netherlands|NO Norway|NP Nepal|NR Nauru|NU Niue
NZ New Zealand|OM Oman|PA Panama|PE Peru|PF French Polynesia|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland
PM Saint Pierre and Miquelon|PN Pitcairn|PR Puerto Rico|PS Palestine|PT Portugal|PW Palau|PY Paraguay|QA Qatar|RE Réunion
RO Romania|RS Serbia|RU Russia|RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore
SH Saint Helena|SI Slovenia|SJ Svalbard and Jan Mayen|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname
SS South Sudan|ST São Tomé and Príncipe|SV El Salvador|SX Sint Maarten|SY Syria|SZ Eswatini|TC Turks and Caicos Islands|TD Chad
TF French Southern Territories|TG Togo|TH Thailand|TJ Tajikistan|TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga
TR Türkiye|TT Trinidad and Tobago|TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|UM United States Minor Outlying Islands
US United States|UY Uruguay|UZ Uzbekistan|VA Vatican City|VC Saint Vincent and the Grenadines|VE Venezuela
VG British Virgin Islands|VI United States Virgin Islands|VN Vietnam|VU Vanuatu|WF Wallis and Futuna|WS Samoa|YE Yemen|YT Mayotte
ZA South Africa|ZM Zambia|ZW Zimbabwe
`);

/** Other names of countries that affiliations use. */
export const countryVariants: readonly (readonly [code: string, name: string])[] = parseTable(`
AE UAE|AE U.A.E|BA Bosnia & Herzegovina|BA Bosnia-Herzegovina|BA Bosnia|BN Brunei Darussalam|BO Plurinational State of Bolivia
BR Brasil|BY Republic of Belarus|CD DR Congo|CD D.R. Congo|CD DRC|CG Congo|CH Schweiz|CH Suisse|CI Ivory Coast|CI Cote d'Ivoire
CN P. R. China|CN PRC|CN People's Republic of China|CN The People's Republic of China|CN Peoples Republic of China|CN Mainland China
CN China mainland|CV Cape Verde|CZ Czech Republic|CZ The Czech Republic|DE Deutschland
DE Federal Republic of Germany|DZ Algérie|EG Arab Republic of Egypt|ES España|FM Federated States of Micronesia
GB UK|GB Great Britain|GB England|GB Scotland|GB Wales|GB Northern Ireland|GB United Kingdom of Great Britain and Northern Ireland
GR Hellas|HK Hong Kong SAR|HK Hong Kong S.A.R|HK Hongkong|HR Republic of Croatia|ID Republic of Indonesia|IE Republic of Ireland|IE Eire
IN Republic of India|IR Islamic Republic of Iran|IR I. R. Iran|IR I.R. of Iran|IR IR of Iran|IR Iran (Islamic Republic of)|IR Iran (IR)
IR ایران|IR جمهوری اسلامی ایران|IQ Republic of Iraq|IQ العراق|IT Italia|KG Kyrgyz Republic|KP Democratic People's Republic of Korea
KP DPR Korea|KR Korea|KR Republic of Korea|KR The Republic of Korea|KR Korea (South)|KR Korea South|KR Rep. of Korea|KR R. O. Korea
KR Korea, Republic of|KZ Republic of Kazakhstan|LA Lao PDR|LA Lao People's Democratic Republic|LT Republic of Lithuania
MA Maroc|MD Republic of Moldova|MK Macedonia|MK Republic of Macedonia|MK FYROM|MK Republic of North Macedonia|MM Burma|MO Macau
MO Macau SAR|MO Macao SAR|NL Holland|OM Sultanate of Oman|PH The Philippines|PS Palestinian Territories|PS State of Palestine
PS Palestinian Authority|RS Republic of Serbia|RU Russian Federation|RU The Russian Federation
SA Kingdom of Saudi Arabia|SA KSA|SG Republic of Singapore|SI Republic of Slovenia|SK Slovak Republic|SY Syrian Arab Republic
SZ Swaziland|TL East Timor|TN Tunisie|TR Turkey|TR Republic of Turkey|TR Republic of Türkiye
TW Republic of China|TW Taiwan R. O. C|TW Taiwan ROC|TW ROC|TZ United Republic of Tanzania|US USA|US U. S. A|US United States of America
US US|US United State of America|US United States of America (USA)|VA Holy See|VE Bolivarian Republic of Venezuela|VN Viet Nam
VN Socialist Republic of Vietnam|VC St Vincent and the Grenadines|KN St Kitts and Nevis|LC St Lucia|ZA Republic of South Africa
ZA RSA
`);

/** Parses `CODE name|CODE name …` on any number of lines. */
function parseTable(text: string): (readonly [code: string, name: string])[] {
  return text
    .trim()
    .split(/[|\n]/)
    .map((entry) => [entry.slice(0, 2), entry.slice(3)] as const);
}

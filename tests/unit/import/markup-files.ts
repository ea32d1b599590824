import { spreadsheetColumns, type ColumnNames } from '../../../src/domain/publication/spreadsheet-column.ts';
import { parseSpreadsheet } from '../../../src/formats/spreadsheet/parse-spreadsheet.ts';
import { quoted, xml, type TestedFormat } from './database-files.ts';

/** A file in which `«name=value»` is a field to test, with its usual value. Names are unique. */
const template = (label: string, text: string, escape: (value: string) => string = xml): TestedFormat => ({
  label,
  names: [...text.matchAll(marker)].map(([, name = '']) => name),
  once: true,
  file: (fields) => {
    const values = new Map(fields);
    return text.replace(marker, (_, name: string, usual: string) => escape(values.get(name) ?? usual));
  },
});

const marker = /«([^=»]+)=([^»]*)»/g;

const jats = template(
  'JATS XML',
  `<?xml version="1.0"?><article article-type="research-article" xmlns:xlink="http://www.w3.org/1999/xlink"><front>
<journal-meta><journal-id journal-id-type="nlm-ta">«nlm-ta=»</journal-id><journal-id journal-id-type="doi">«journal-doi=»</journal-id>
<journal-title-group><journal-title>«journal-title=»</journal-title><journal-subtitle>«journal-subtitle=»</journal-subtitle><trans-title-group><trans-title>«journal-trans-title=»</trans-title></trans-title-group><abbrev-journal-title>«abbrev-journal-title=»</abbrev-journal-title></journal-title-group>
<contrib-group><contrib contrib-type="editor"><name><surname>«journal-editor=»</surname></name></contrib></contrib-group>
<issn pub-type="epub">«eissn=»</issn><issn pub-type="ppub">«issn=»</issn><publisher><publisher-name>«publisher=»</publisher-name><publisher-name>«publisher2=»</publisher-name><publisher-loc>«publisher-loc=»</publisher-loc></publisher><notes><p>«journal-notes=»</p></notes></journal-meta>
<article-meta><article-id pub-id-type="doi">«doi=»</article-id><article-id pub-id-type="pmc">«pmc=»</article-id><article-id pub-id-type="manuscript">«manuscript=»</article-id>
<article-categories><subj-group subj-group-type="heading"><subject>«heading=Article»</subject><subj-group><subject>«subheading=»</subject></subj-group></subj-group><series-title>«series-title=»</series-title><series-text>«series-text=»</series-text></article-categories>
<title-group><article-title>«title=One»<xref ref-type="fn" rid="t1">*</xref><fn id="t1"><p>«title-note=»</p></fn></article-title><subtitle>«subtitle=»</subtitle><trans-title-group xml:lang="de"><trans-title>«trans-title=»</trans-title><trans-subtitle>«trans-subtitle=»</trans-subtitle></trans-title-group><alt-title>«alt-title=»</alt-title><fn-group><fn><p>«title-fn=»</p></fn></fn-group></title-group>
<contrib-group><contrib contrib-type="author"><contrib-id contrib-id-type="orcid">«orcid=»</contrib-id><contrib-id contrib-id-type="scopus">«scopus=»</contrib-id><name-alternatives><name><surname>«surname=Karimi»</surname><given-names>«given=S»</given-names><prefix>«prefix=»</prefix><suffix>«suffix=»</suffix></name><name xml:lang="fa"><surname>«native=»</surname></name></name-alternatives><degrees>«degrees=»</degrees><role>«role=»</role><address><country>«country=»</country></address><bio><p>«bio=»</p></bio><email>«email=»</email><uri>«uri=»</uri><author-comment><p>«author-comment=»</p></author-comment><xref ref-type="aff" rid="a1">1</xref><xref ref-type="corresp" rid="c1">*</xref></contrib>
<contrib contrib-type="author"><collab>«collab=Example Group»<contrib-group><contrib><name><surname>«member=Rossi»</surname></name><role>«member-role=»</role></contrib></contrib-group></collab><aff>«own-aff=»</aff></contrib>
<contrib contrib-type="author"><anonymous/></contrib>
<contrib contrib-type="editor"><name><surname>«editor=Müller»</surname></name><role>«editor-role=»</role><aff>«editor-aff=»</aff></contrib>
<contrib contrib-type="reviewer"><name><surname>«reviewer=»</surname></name><role>«reviewer-role=»</role><aff>«reviewer-aff=»</aff></contrib>
<aff id="a1"><label>1</label><institution-wrap><institution-id institution-id-type="grid">«grid=»</institution-id><institution>«institution=»</institution></institution-wrap><addr-line>«addr-line=»</addr-line>, <city>«city=»</city>, <country>«aff-country=»</country><email>«aff-email=»</email><fax>«fax=»</fax></aff>
<aff-alternatives id="a2"><aff>«aff-first=»</aff><aff xml:lang="fa">«aff-second=»</aff></aff-alternatives><on-behalf-of>«on-behalf-of=»</on-behalf-of><author-comment><p>«group-comment=»</p></author-comment></contrib-group>
<aff>«bare-aff=»</aff><author-notes><title>«notes-title=»</title><corresp id="c1">«corresp=»</corresp><fn fn-type="con"><p>«con=»</p></fn></author-notes>
<pub-date pub-type="ppub"><month>3</month><year>2020</year></pub-date><pub-date pub-type="epub"><day>5</day><month>2</month><year>2020</year></pub-date><pub-date-not-available/>
<volume>«volume=»</volume><volume-id>«volume-id=»</volume-id><volume-series>«volume-series=»</volume-series><issue>«issue=»</issue><issue-title>«issue-title=»</issue-title><issue-sponsor>«issue-sponsor=»</issue-sponsor><issue-part>«issue-part=»</issue-part><isbn>«isbn=»</isbn><supplement>«supplement=»</supplement>
<fpage>«fpage=»</fpage><lpage>«lpage=»</lpage><page-range>«page-range=»</page-range><elocation-id>«elocation-id=»</elocation-id>
<product><source>«product=»</source></product><supplementary-material><caption><p>«supplementary=»</p></caption></supplementary-material><history><date date-type="received"><year>«received=»</year></date><event><event-desc>«event-desc=»</event-desc></event></history>
<permissions><copyright-statement>«copyright-statement=»</copyright-statement><copyright-year>«copyright-year=»</copyright-year><copyright-holder>«copyright-holder=»</copyright-holder><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>«license-p=»</license-p></license></permissions>
<related-article related-article-type="companion" xlink:href="«related-href=»">«related-article=»</related-article>
<abstract><title>Abstract</title><sec><title>«abstract-title=»</title><p>«abstract-p=»</p><fig><caption><p>«abstract-fig=»</p></caption></fig><sec><title>«abstract-subtitle=»</title><p>«abstract-sub=»</p></sec></sec></abstract><abstract abstract-type="graphical"><p>«graphical=»</p></abstract><trans-abstract xml:lang="de"><p>«trans-abstract=»</p></trans-abstract>
<kwd-group kwd-group-type="author"><title>Keywords</title><kwd>«kwd=»</kwd><compound-kwd><compound-kwd-part>«compound-a=»</compound-kwd-part><compound-kwd-part>«compound-b=»</compound-kwd-part></compound-kwd><nested-kwd><kwd>«nested-kwd=»</kwd></nested-kwd><unstructured-kwd-group>«unstructured=»</unstructured-kwd-group></kwd-group>
<funding-group><award-group><funding-source><institution-wrap><institution>«funder=»</institution><institution-id>«funder-id=»</institution-id></institution-wrap></funding-source><award-id>«award=»</award-id><principal-award-recipient>«recipient=»</principal-award-recipient><award-desc>«award-desc=»</award-desc></award-group><award-group><award-id>«award-alone=»</award-id></award-group><funding-statement>«funding-statement=»</funding-statement><open-access><p>«open-access=»</p></open-access></funding-group>
<conference><conf-name>«conf-name=»</conf-name><conf-acronym>«conf-acronym=»</conf-acronym><conf-loc>«conf-loc=»</conf-loc><conf-date>«conf-date=»</conf-date></conference><counts><page-count count="5"/></counts><custom-meta-group><custom-meta><meta-name>«meta-name=»</meta-name><meta-value>«meta-value=»</meta-value></custom-meta></custom-meta-group></article-meta><notes><p>«notes=»</p></notes></front>
<body><sec><title>«section-title=Introduction»</title><p>A text.</p></sec></body><back><ack><p>«ack=»</p></ack><sec><title>«back-title=»</title><p>«back-sec=»</p></sec><app-group><app><p>«app=»</p></app></app-group><glossary><def-list><def-item><term>«term=»</term></def-item></def-list></glossary><fn-group><fn><p>«back-fn=»</p></fn></fn-group><ref-list><title>References</title><ref id="r1"><label>1</label><mixed-citation><name><surname>«ref-name=»</surname></name>. <article-title>«ref-title=»</article-title>. <pub-id pub-id-type="doi">«ref-doi=»</pub-id></mixed-citation></ref></ref-list></back>
<floats-group><fig><caption><p>A figure.</p></caption></fig></floats-group><sub-article><front-stub><title-group><article-title>«sub-title=»</article-title></title-group></front-stub><body><p>A letter.</p></body></sub-article><response><front-stub><title-group><article-title>«response-title=»</article-title></title-group></front-stub></response></article>`,
);

const zoteroRdf = template(
  'Zotero RDF',
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">
<bib:Article rdf:about="https://example.org/1"><z:itemType>journalArticle</z:itemType><dc:title>«title=One»</dc:title>
<dcterms:isPartOf rdf:resource="urn:issn:1"/><dcterms:isPartOf><bib:Series><dc:title>«series=»</dc:title><dc:identifier>«series-number=»</dc:identifier><dc:description>«series-text=»</dc:description></bib:Series></dcterms:isPartOf>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>«surname=Karimi»</foaf:surname><foaf:givenName>«given=S.»</foaf:givenName><foaf:title>«person-title=»</foaf:title></foaf:Person></rdf:li><rdf:li><foaf:Organization><foaf:name>«group=»</foaf:name></foaf:Organization></rdf:li></rdf:Seq></bib:authors>
<bib:editors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>«editor=»</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:editors><bib:reviewedAuthors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>«reviewed=»</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:reviewedAuthors><z:castMembers><rdf:Seq><rdf:li><foaf:Person><foaf:surname>«cast=»</foaf:surname></foaf:Person></rdf:li></rdf:Seq></z:castMembers>
<dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>«place=»</vcard:locality><vcard:country>«publisher-country=»</vcard:country></vcard:Address></vcard:adr><foaf:name>«publisher=»</foaf:name></foaf:Organization></dc:publisher>
<bib:presentedAt><bib:Conference><dc:title>«conference=»</dc:title><dc:date>«conference-date=»</dc:date></bib:Conference></bib:presentedAt>
<link:link rdf:resource="#item_2"/><dcterms:isReferencedBy rdf:resource="#item_3"/><dc:relation rdf:resource="#item_4"/>
<dc:subject>«tag=»</dc:subject><dc:subject><z:AutomaticTag><rdf:value>«automatic=»</rdf:value></z:AutomaticTag></dc:subject><dc:subject><dcterms:LCC><rdf:value>«call-number=»</rdf:value></dcterms:LCC></dc:subject>
<dcterms:abstract>«abstract=»</dcterms:abstract><dc:date>«date=2020»</dc:date><dcterms:dateSubmitted>«accessed=»</dcterms:dateSubmitted><z:language>«language=»</z:language><z:libraryCatalog>«catalog=»</z:libraryCatalog><dc:identifier><dcterms:URI><rdf:value>«url=»</rdf:value></dcterms:URI></dc:identifier><dc:identifier>DOI «item-doi=10.5555/one»</dc:identifier><dc:identifier>«identifier=»</dc:identifier>
<bib:pages>«pages=»</bib:pages><prism:volume>«item-volume=»</prism:volume><prism:edition>«edition=»</prism:edition><z:type>«type=»</z:type><z:numPages>«num-pages=»</z:numPages><z:citationKey>«citation-key=»</z:citationKey><z:shortTitle>«short-title=»</z:shortTitle><dc:description>«extra=»</dc:description><dc:rights>«rights=»</dc:rights><dc:coverage>«coverage=»</dc:coverage><z:archive>«archive=»</z:archive><z:archiveID>«archive-id=»</z:archiveID><z:repository>«repository=»</z:repository><z:runningTime>«running-time=»</z:runningTime><z:unknown>«unknown=»</z:unknown></bib:Article>
<bib:Journal rdf:about="urn:issn:1"><dc:title>«journal=»</dc:title><dcterms:alternative>«abbreviation=»</dcterms:alternative><prism:volume>«volume=»</prism:volume><prism:number>«issue=»</prism:number><dc:identifier>ISSN «issn=1746-0751»</dc:identifier><dc:identifier>DOI «doi=10.5555/one»</dc:identifier><z:unknown>«journal-unknown=»</z:unknown></bib:Journal>
</rdf:RDF>`,
);

const mods = template(
  'MODS',
  `<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="k1"><titleInfo><nonSort>«non-sort=»</nonSort><title>«title=One»</title><subTitle>«subtitle=»</subTitle><partNumber>«part-number=»</partNumber><partName>«part-name=»</partName></titleInfo><titleInfo type="abbreviated"><title>«abbreviated=»</title></titleInfo><titleInfo type="translated" xml:lang="de"><title>«translated=»</title></titleInfo><titleInfo type="uniform"><title>«uniform=»</title></titleInfo>
<name type="personal"><namePart type="family">«family=Karimi»</namePart><namePart type="given">«given=S.»</namePart><namePart type="given">«second-given=»</namePart><namePart type="date">«name-date=»</namePart><namePart type="termsOfAddress">«suffix=»</namePart><displayForm>«display-form=»</displayForm><affiliation>«affiliation=»</affiliation><nameIdentifier type="orcid">«orcid=»</nameIdentifier><nameIdentifier type="gnd">«gnd=»</nameIdentifier><description>«name-description=»</description><role><roleTerm type="text">author</roleTerm></role></name>
<name type="corporate"><namePart>«group=Example Group»</namePart><namePart>«group-part=»</namePart></name><name type="personal"><namePart>«other=»</namePart><role><roleTerm>«role=Illustrator»</roleTerm></role></name>
<typeOfResource>text</typeOfResource><genre>journal article</genre><originInfo><place><placeTerm type="text">«place=»</placeTerm></place><place><placeTerm type="code">«place-code=»</placeTerm></place><publisher>«publisher=»</publisher><dateIssued>«date=2020»</dateIssued><dateIssued point="end">«date-end=»</dateIssued><dateCreated>«date-created=»</dateCreated><copyrightDate>«copyright-date=»</copyrightDate><dateOther type="submitted">«date-other=»</dateOther><edition>«edition=»</edition><issuance>«issuance=»</issuance><frequency>«frequency=»</frequency></originInfo>
<language><languageTerm>«language=»</languageTerm><scriptTerm>«script=»</scriptTerm></language><language><languageTerm>«second-language=»</languageTerm></language><physicalDescription><form>«form=»</form><extent>«extent=»</extent><note>«physical-note=»</note></physicalDescription><abstract>«abstract=»</abstract><tableOfContents>«contents=»</tableOfContents><targetAudience>«audience=»</targetAudience><note>«note=»</note>
<subject authority="lcsh"><topic>«topic=»</topic><geographic>«geographic=»</geographic><temporal>«temporal=»</temporal></subject><subject><name><namePart>«subject-name=»</namePart></name></subject><classification>«classification=»</classification>
<relatedItem type="host"><titleInfo><title>«host=»</title><subTitle>«host-subtitle=»</subTitle></titleInfo><titleInfo type="abbreviated"><title>«host-short=»</title></titleInfo><name><namePart>«host-editor=»</namePart><role><roleTerm>editor</roleTerm></role></name><originInfo><publisher>«host-publisher=»</publisher><place><placeTerm>«host-place=»</placeTerm></place><issuance>«host-issuance=»</issuance></originInfo><genre>«host-genre=»</genre><identifier type="issn">«host-issn=»</identifier><identifier type="local">«host-local=»</identifier><part><detail type="volume"><number>«volume=»</number><caption>«caption=»</caption><title>«volume-title=»</title></detail><detail type="issue"><number>«issue=»</number></detail><detail type="part"><number>«part=»</number></detail><extent unit="pages"><start>«start=»</start><end>«end=»</end><total>«total=»</total></extent><date>«part-date=»</date><text>«part-text=»</text></part><note>«host-note=»</note><location><url>«host-url=»</url></location></relatedItem>
<relatedItem type="series"><titleInfo><title>«series=»</title><partNumber>«series-number=»</partNumber></titleInfo><identifier type="issn">«series-issn=»</identifier></relatedItem><relatedItem type="original"><titleInfo><title>«original=»</title></titleInfo><note>«original-note=»</note></relatedItem><relatedItem type="references"><note>«references=»</note></relatedItem>
<identifier type="doi">«doi=»</identifier><identifier type="citekey">«citekey=»</identifier><identifier type="local">«local=»</identifier><location><url>«url=»</url><physicalLocation>«physical=»</physicalLocation><shelfLocator>«shelf=»</shelfLocator></location><accessCondition>«access=»</accessCondition><accessCondition>«second-access=»</accessCondition><extension><x>«extension=»</x></extension><recordInfo><recordContentSource>«record-source=»</recordContentSource></recordInfo></mods></modsCollection>`,
);

const zoteroCsv: TestedFormat = {
  label: 'Zotero CSV',
  names:
    'Key;Publication Title;ISBN;ISSN;DOI;Url;Abstract Note;Date Added;Access Date;Pages;Num Pages;Issue;Volume;Number Of Volumes;Journal Abbreviation;Short Title;Series;Series Number;Series Text;Series Title;Publisher;Place;Language;Rights;Type;Archive;Archive Location;Library Catalog;Call Number;Extra;Notes;File Attachments;Link Attachments;Manual Tags;Automatic Tags;Editor;Series Editor;Translator;Contributor;Reviewed Author;Words By;Number;Edition;Running Time;Scale;Medium;Filing Date;Application Number;Assignee;Section;Code;Session;Programming Language;Version;System;Unknown'.split(
      ';',
    ),
  once: true,
  file: (fields) => {
    const own = {
      'Item Type': 'journalArticle',
      'Publication Year': '2020',
      Author: 'Karimi, S.',
      Title: 'One',
      'Abstract Note': '',
      'Manual Tags': '',
    };
    const cells = { ...own, ...Object.fromEntries(fields) };
    return `${Object.keys(cells).map(quoted).join(',')}\n${Object.values(cells).map(quoted).join(',')}\n`;
  },
};

const confirmed: ColumnNames = {
  title: 'title',
  ...Object.fromEntries(spreadsheetColumns.map((column) => [column, column])),
};

const spreadsheet: TestedFormat = {
  label: 'a spreadsheet of the office',
  names: [...spreadsheetColumns, 'Our comment'],
  once: true,
  read: (text) => parseSpreadsheet(text, confirmed),
  file: (fields) => {
    const cells = { title: 'One', authors: 'Karimi, S.', published: '2020', ...Object.fromEntries(fields) };
    return `${Object.keys(cells).map(quoted).join(';')}\n${Object.values(cells).map(quoted).join(';')}\n`;
  },
};

/** Files in XML with all that their format has, and tables. */
export const markupFormats: readonly TestedFormat[] = [jats, zoteroRdf, mods, zoteroCsv, spreadsheet];

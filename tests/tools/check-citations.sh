#!/bin/sh
# Gives the citation files of a built site to the programs that people use: biber, bibtex with four classic styles,
# pdflatex and xelatex, bibutils and pandoc. Stops at the first error or warning about our files.
#
#   npm run build && tests/tools/check-citations.sh dist
#
# On Debian: apt-get install biber bibutils pandoc texlive-latex-extra texlive-bibtex-extra texlive-xetex \
#   texlive-fonts-recommended texlive-lang-other texlive-lang-chinese lmodern fonts-dejavu fonts-noto-cjk
set -eu

site=$(cd "${1:-dist}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$site/publications.bib" "$site/publications.ris" "$site/publications.nbib" "$site/publications.csl.json" .
count=$(grep -c '^@' publications.bib)

fail() {
  echo "✗ $1" >&2
  sed 's/^/    /' "$2" >&2
  exit 1
}
pass() { echo "✓ $1"; }

# Entries in which every letter is one that pdflatex has in its fonts: those whose lines are ASCII.
awk 'BEGIN { RS = ""; ORS = "\n\n" } /^@/ && !/[^\t\n -~]/' publications.bib > ascii.bib
ascii=$(grep -c '^@' ascii.bib)

biber --tool --validate-datamodel publications.bib > biber.txt 2>&1 || fail 'biber --tool --validate-datamodel' biber.txt
# What the data model of biblatex has no field for stands in fields of our own, which it passes over; a publisher of an
# article is one of them. A collection without an editor is what the record is.
own='nativeauthor|translatedtitle|eissn|pmid|pmcid|copyright|archiveprefix'
grep -E '^(WARN|ERROR)' biber.txt | grep -vE "Field '($own)' invalid in data model" |
  grep -vE "Invalid field 'publisher' for entrytype '(article|misc|inproceedings)'" |
  grep -vE "Missing mandatory field '(editor|journaltitle|booktitle|institution|publisher|type|author)'" |
  grep -v 'INFO' > warnings.txt || true
[ -s warnings.txt ] && fail 'biber --tool --validate-datamodel' warnings.txt
pass "biber --tool --validate-datamodel: $count entries"

if [ -f "$site/publications.biblatex.bib" ]; then
  cp "$site/publications.biblatex.bib" .
  biber --tool --validate-datamodel publications.biblatex.bib > biber.txt 2>&1 || fail 'biber of BibLaTeX' biber.txt
  # What a record does not have is all that may be missing.
  grep -E '^(WARN|ERROR)' biber.txt | grep -v 'Missing mandatory field' > warnings.txt || true
  [ -s warnings.txt ] && fail 'biber --tool --validate-datamodel of BibLaTeX' warnings.txt
  pass "biber --tool --validate-datamodel of BibLaTeX: $(grep -c '^@' publications.biblatex.bib) entries"
fi

for style in plain abbrv alpha apalike; do
  printf '\\relax\n\\citation{*}\n\\bibstyle{%s}\n\\bibdata{publications}\n' "$style" > "$style.aux"
  bibtex "$style" > bibtex.txt 2>&1 || fail "bibtex $style" bibtex.txt
  # A book without a publisher and an article without a journal are what the record is.
  grep -i '^warning--' bibtex.txt | grep -v '^Warning--empty ' > warnings.txt || true
  [ -s warnings.txt ] && fail "bibtex $style" warnings.txt
  pass "bibtex $style: $count entries"
done

document() {
  cat << TEX
\\documentclass{article}
$1
\\usepackage{amssymb,textcomp,url}
\\begin{document}
\\nocite{*}
\\bibliographystyle{plain}
\\bibliography{$2}
\\end{document}
TEX
}

latex() {
  engine=$1 name=$2
  "$engine" -interaction=nonstopmode -halt-on-error "$name" > out.txt 2>&1 || fail "$engine" out.txt
  bibtex "$name" > out.txt 2>&1 || fail "bibtex for $engine" out.txt
  "$engine" -interaction=nonstopmode -halt-on-error "$name" > out.txt 2>&1 || fail "$engine" out.txt
  "$engine" -interaction=nonstopmode -halt-on-error "$name" > out.txt 2>&1 || fail "$engine" out.txt
  grep -E '^(! |LaTeX Warning|Package .* Warning|Missing character)' "$name.log" > warnings.txt || true
  [ -s warnings.txt ] && fail "$engine" warnings.txt
  return 0
}

# The letters of Vietnamese are in the encoding T5 alone, whatever encoding a document is set in.
vietnamese='\DeclareTextSymbolDefault{\ohorn}{T5}\DeclareTextSymbolDefault{\uhorn}{T5}\DeclareTextSymbolDefault{\OHORN}{T5}\DeclareTextSymbolDefault{\UHORN}{T5}\DeclareTextAccentDefault{\h}{T5}'
document "\\usepackage[T5,T1]{fontenc}\\usepackage{lmodern}$vietnamese" ascii > latin.tex
latex pdflatex latin
pass "pdflatex: the $ascii entries in Latin letters"

fonts='\usepackage{fontspec}\setmainfont{DejaVu Sans}[ItalicFont=DejaVu Sans,BoldFont=DejaVu Sans]\providecommand\ohorn{ơ}\providecommand\uhorn{ư}\providecommand\OHORN{Ơ}\providecommand\UHORN{Ư}'
grep -qP '[\x{4e00}-\x{9fff}]' publications.bib && fonts="\\usepackage{xeCJK}\\setCJKmainfont{${CJK_FONT:-Noto Sans CJK SC}}$fonts"
document "$fonts" publications > all.tex
latex xelatex all
pass "xelatex: all $count entries"

expect() {
  [ "$2" -eq "$count" ] || { echo "✗ $1 reads $2 of $count records" >&2; exit 1; }
  pass "$1: $2 records"
}
ris2xml publications.ris > ris.xml 2> ris.txt
# It says of each translated title that it has no place for it.
grep -iE '^[a-z0-9]+: *(error|warning|cannot|unrecogni|malformed)' ris.txt > warnings.txt || true
[ -s warnings.txt ] && fail ris2xml warnings.txt
expect ris2xml "$(grep -c '<mods ' ris.xml)"
bib2xml publications.bib > bib.xml 2> bib.txt
grep -iE '^[a-z0-9]+: *(error|warning|cannot|unrecogni|malformed)' bib.txt > warnings.txt || true
[ -s warnings.txt ] && fail bib2xml warnings.txt
expect bib2xml "$(grep -c '<mods ' bib.xml)"

for format in bibtex biblatex; do
  pandoc -f "$format" -t csljson publications.bib > pandoc.json 2> pandoc.txt || fail "pandoc -f $format" pandoc.txt
  [ -s pandoc.txt ] && fail "pandoc -f $format" pandoc.txt
  expect "pandoc -f $format" "$(grep -c '^    "id":' pandoc.json)"
done
pandoc -f ris -t csljson publications.ris > pandoc.json 2> pandoc.txt && expect 'pandoc -f ris' "$(grep -c '^    "id":' pandoc.json)" \
  || echo '– pandoc -f ris: this version does not read RIS'
pandoc -f csljson -t csljson publications.csl.json > pandoc.json 2> pandoc.txt || fail 'pandoc -f csljson' pandoc.txt
[ -s pandoc.txt ] && fail 'pandoc -f csljson' pandoc.txt
expect 'pandoc -f csljson' "$(grep -c '^    "id":' pandoc.json)"

<1. >
VN  - Ovid Technologies
DB  - Ovid MEDLINE(R) ALL <1946 to November 25, 2024>
AN  - 12345678
UI  - 12345678
AU  - Karimi S
AU  - Muller J
FA  - Karimi, Sara
FA  - Muller, Jan
AI  - Karimi, Sara ORCID: https://orcid.org/0000-0002-1825-0097
IN  - Karimi, Sara. Sleep Clinic, Example Institute, Tehran, Iran.
      Muller, Jan. Example University, Berlin, Germany.
TI  - Sleep in nurses: a cohort study.
SO  - Example Journal of Sleep. 12(3):101-110, 2024 Mar.
JA  - Ex J Sleep
JN  - Example Journal of Sleep
DP  - 2024 Mar
YR  - 2024
VO  - 12
IP  - 3
PG  - 101-110
IS  - 1234-5679
ES  - 2345-6787
DO  - https://dx.doi.org/10.5555/ovid.24
AB  - BACKGROUND: We asked. METHODS: We did.
LG  - English
MH  - *Sleep
MH  - Nurses/px [Psychology]
KW  - cohort; shift work
GI  - R01 AB012345 (Example Agency) United States
PT  - Journal Article
PT  - Multicenter Study
XL  - https://ovidsp.ovid.com/ovidweb.cgi?T=JS

<2. >
VN  - Ovid Technologies
DB  - Embase <1974 to 2024 November 25>
AN  - 2024000001
UI  - 2024000001
AU  - Rahimi A.
AU  - Okafor N.
IN  - (Rahimi) Example Institute, Shiraz, Iran
      (Rahimi, Okafor) Sample University, Lagos, Nigeria
TI  - Night shifts. [German]
SO  - Sample Letters. (pp 1), 2023. Date of Publication: 2023.
JN  - Sample Letters
YR  - 2023
PM  - 23456789
PT  - Letter

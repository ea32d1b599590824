export interface License {
  readonly name: string;
  readonly url?: string;
}

/** Every Creative Commons licence in the SPDX list, including those adapted to the law of one country. */
export function creativeCommons(): readonly (readonly [id: string, License])[] {
  return [
    ...versions.flatMap(([version, title]) =>
      clauses.map(([clause, name]) => createLicense(clause, version, `${name} ${version} ${title}`)),
    ),
    ...adaptations.map(([clause, version, country]) => {
      const name = clauses.find(([known]) => known === clause)?.[1];
      return createLicense(clause, `${version}-${country}`, `${name} ${version} ${country}`);
    }),
  ];
}

function createLicense(clause: string, version: string, name: string): readonly [string, License] {
  // Addresses of version 1.0 have NonCommercial last, unlike the SPDX identifiers.
  const path = version === '1.0' && clause === 'by-nc-nd' ? 'by-nd-nc' : clause;
  const url = `https://creativecommons.org/licenses/${path}/${version.toLowerCase().replace('-', '/')}/`;
  return [`CC-${clause.toUpperCase()}-${version}`, { name: `Creative Commons ${name}`, url }];
}

const clauses = [
  ['by', 'Attribution'],
  ['by-sa', 'Attribution-ShareAlike'],
  ['by-nd', 'Attribution-NoDerivatives'],
  ['by-nc', 'Attribution-NonCommercial'],
  ['by-nc-sa', 'Attribution-NonCommercial-ShareAlike'],
  ['by-nc-nd', 'Attribution-NonCommercial-NoDerivatives'],
] as const;

const versions = [
  ['4.0', 'International'],
  ['3.0', 'Unported'],
  ['2.5', 'Generic'],
  ['2.0', 'Generic'],
  ['1.0', 'Generic'],
] as const;

const adaptations = [
  ...['AT', 'AU', 'DE', 'IGO', 'NL', 'US'].map((country) => ['by', '3.0', country] as const),
  ...['AT', 'DE', 'IGO'].map((country) => ['by-sa', '3.0', country] as const),
  ...['DE', 'IGO'].map((country) => ['by-nc-sa', '3.0', country] as const),
  ...['DE', 'IGO'].map((country) => ['by-nc-nd', '3.0', country] as const),
  ...['DE', 'FR', 'UK'].map((country) => ['by-nc-sa', '2.0', country] as const),
  ['by', '2.5', 'AU'],
  ['by-nc', '3.0', 'DE'],
  ['by-nd', '3.0', 'DE'],
  ['by-sa', '2.0', 'UK'],
  ['by-sa', '2.1', 'JP'],
] as const;

const spdx = (id: string, name: string): readonly [string, License] => [
  id,
  { name, url: `https://spdx.org/licenses/${id}.html` },
];

/** Other licences of data, software and texts. */
export const otherLicenses: readonly (readonly [id: string, License])[] = [
  [
    'CC0-1.0',
    { name: 'Creative Commons Zero 1.0 Universal', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  ],
  [
    'CC-PDDC',
    {
      name: 'Creative Commons Public Domain Dedication and Certification',
      url: 'https://creativecommons.org/licenses/publicdomain/',
    },
  ],
  [
    'ODbL-1.0',
    { name: 'Open Data Commons Open Database License 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
  ],
  [
    'ODC-By-1.0',
    { name: 'Open Data Commons Attribution License 1.0', url: 'https://opendatacommons.org/licenses/by/1-0/' },
  ],
  [
    'PDDL-1.0',
    {
      name: 'Open Data Commons Public Domain Dedication and License 1.0',
      url: 'https://opendatacommons.org/licenses/pddl/1-0/',
    },
  ],
  [
    'OGL-UK-3.0',
    {
      name: 'Open Government Licence 3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
  ],
  ['etalab-2.0', { name: 'Etalab Open License 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' }],
  spdx('CDLA-Permissive-1.0', 'Community Data License Agreement Permissive 1.0'),
  spdx('CDLA-Permissive-2.0', 'Community Data License Agreement Permissive 2.0'),
  spdx('CDLA-Sharing-1.0', 'Community Data License Agreement Sharing 1.0'),
  spdx('DL-DE-BY-2.0', 'Data licence Germany – attribution – version 2.0'),
  spdx('DL-DE-ZERO-2.0', 'Data licence Germany – zero – version 2.0'),
  spdx('GFDL-1.3-only', 'GNU Free Documentation License 1.3 only'),
  spdx('GFDL-1.3-or-later', 'GNU Free Documentation License 1.3 or later'),
  spdx('MIT', 'MIT License'),
  spdx('MIT-0', 'MIT No Attribution'),
  spdx('ISC', 'ISC License'),
  spdx('0BSD', 'BSD Zero Clause License'),
  spdx('BSD-2-Clause', 'BSD 2-Clause License'),
  spdx('BSD-3-Clause', 'BSD 3-Clause License'),
  ['Apache-2.0', { name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' }],
  spdx('MPL-2.0', 'Mozilla Public License 2.0'),
  spdx('EPL-2.0', 'Eclipse Public License 2.0'),
  spdx('EUPL-1.2', 'European Union Public License 1.2'),
  spdx('CECILL-2.1', 'CeCILL Free Software License Agreement 2.1'),
  spdx('Artistic-2.0', 'Artistic License 2.0'),
  spdx('GPL-2.0-only', 'GNU General Public License 2.0 only'),
  spdx('GPL-2.0-or-later', 'GNU General Public License 2.0 or later'),
  spdx('GPL-3.0-only', 'GNU General Public License 3.0 only'),
  spdx('GPL-3.0-or-later', 'GNU General Public License 3.0 or later'),
  spdx('LGPL-2.1-only', 'GNU Lesser General Public License 2.1 only'),
  spdx('LGPL-2.1-or-later', 'GNU Lesser General Public License 2.1 or later'),
  spdx('LGPL-3.0-only', 'GNU Lesser General Public License 3.0 only'),
  spdx('LGPL-3.0-or-later', 'GNU Lesser General Public License 3.0 or later'),
  spdx('AGPL-3.0-only', 'GNU Affero General Public License 3.0 only'),
  spdx('AGPL-3.0-or-later', 'GNU Affero General Public License 3.0 or later'),
  spdx('Unlicense', 'The Unlicense'),
  spdx('WTFPL', 'Do What The F*ck You Want To Public License'),
  spdx('Zlib', 'zlib License'),
  spdx('BSL-1.0', 'Boost Software License 1.0'),
  spdx('CERN-OHL-P-2.0', 'CERN Open Hardware Licence 2 – Permissive'),
  spdx('CERN-OHL-W-2.0', 'CERN Open Hardware Licence 2 – Weakly Reciprocal'),
  spdx('CERN-OHL-S-2.0', 'CERN Open Hardware Licence 2 – Strongly Reciprocal'),
  spdx('OFL-1.1', 'SIL Open Font License 1.1'),
];

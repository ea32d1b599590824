import type { PublicationFrontmatter } from '../schemas/publication.ts';
import type { PublicationFault } from './publication-fault.ts';

/** Faults that only the fields show: the record of a publication keeps one of two values, or drops a value. */
export const checkFields = (fields: PublicationFrontmatter): PublicationFault[] => [
  ...unusedContainer(fields),
  ...unusedThesis(fields),
  ...manyMessages(fields),
];

/** A container or an ISBN that is not cited: a thesis is cited with its institution, and a book with one ISBN. */
function unusedContainer({ type, thesis, container, isbn }: PublicationFrontmatter): PublicationFault[] {
  const faults: PublicationFault[] = [];
  if (type === 'thesis' && thesis?.institution && container && container.title !== thesis.institution)
    faults.push({
      path: ['container'],
      severity: 'warning',
      name: 'container-unused',
      message: `the institution of the thesis is cited, and "${container.title}" is not`,
      hint: 'delete `container`, or write the repository as a link',
    });
  if (container?.isbn && isbn && container.isbn !== isbn)
    faults.push({
      path: ['container', 'isbn'],
      severity: 'warning',
      name: 'isbn-twice',
      message: `the publication has ISBN ${isbn}, and its container ${container.isbn}; only the first is cited`,
      hint: 'keep the ISBN of the book that readers can order',
    });
  return faults;
}

function unusedThesis({ type, thesis }: PublicationFrontmatter): PublicationFault[] {
  if (!thesis || type === 'thesis') return [];
  return [
    {
      path: ['thesis'],
      name: 'thesis-of-other-type',
      message: `the type is ${type}, so the degree would not be cited`,
      hint: 'write type: thesis, or delete `thesis`',
    },
  ];
}

function manyMessages({ keyMessages }: PublicationFrontmatter): PublicationFault[] {
  if (keyMessages.length <= 3) return [];
  return [
    {
      path: ['keyMessages'],
      severity: 'warning',
      name: 'many-key-messages',
      message: `there are ${keyMessages.length} key messages, and readers remember three`,
      hint: 'keep the three that matter most, and write the others in `summary`',
    },
  ];
}

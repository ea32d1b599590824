/** Help of fields in the words of the form, where the sentence of the manual speaks of how a file is written. By that sentence. */
export const fieldHelpEn: Readonly<Record<string, string>> = {
  'Title as printed; `<i> <b> <sub> <sup>` and `$…$` mathematics are allowed.':
    'Title as printed. It may hold italic, bold, raised and lowered signs, and formulas: the buttons write them.',
  'Id of the author in `content/people`.': 'The person of the institute who is this author.',
  'Id of the unit in `content/units`.': 'The unit of the institute.',
  'Title of the journal, or its id in `content/journals`.':
    'Title of the journal. One of the site’s journals is offered.',
  'Date of publication, as precisely as it is known. A date that is printed in the Persian calendar is `{ persian: … }`.':
    'Date of publication, as precisely as it is known: a year, a month or a day.',
  'Ids in `content/topics`.': 'Topics of the site.',
  'true: not in the built site, only in the development server.':
    'A draft is not published. It is seen in the preview alone.',
  'Id of the unit that this one belongs to.': 'The unit that this one belongs to.',
  'Id of the broader topic.': 'The broader topic.',
  'true: nothing of this file is published. Publications still show what they print of their authors; `person: <id>` in them has no effect. Names and ORCID iD are used only so that no other person is mistaken for this one.':
    'Nothing of this record is published. Publications still show what they print of their authors. Names and ORCID iD are used only so that no other person is mistaken for this one.',
};

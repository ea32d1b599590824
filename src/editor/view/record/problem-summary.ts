import { h, type ComponentChild } from 'preact';
import type { DeskProblem, Path } from '../../model/record.ts';
import { Messages } from '../form/field-shell.ts';
import { useForm } from '../form/form-context.ts';
import { Loading } from '../loading.ts';
import { useSession } from '../session.ts';
import type { DeskWords } from '../strings/desk-words.ts';

interface Props {
  /** Undefined until the first check is done. */
  readonly problems: readonly DeskProblem[] | undefined;
  /** True where the file is shown as text, with the problems of its lines. */
  readonly isText: boolean;
  readonly onShow: (path: Path) => void;
}

/** The number of errors and warnings, links to their fields, and the problems without a field. */
export function ProblemSummary({ problems, isText, onShow }: Props): ComponentChild {
  const { words } = useSession();
  const { fields } = useForm();
  if (!problems) return h('div', { class: 'summary' }, h(Loading, {}));
  const hasField = ({ path }: DeskProblem): boolean =>
    path !== undefined && (fields.some(({ name }) => name === path[0]) || path[0] === 'body');
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const links = problems.filter(hasField);
  return h('section', { class: 'summary', 'aria-label': words.say('problems.title') }, [
    h('p', { role: 'status' }, [
      errors.length > 0
        ? h('strong', { class: 'count count--error' }, words.say('problems.errors', { count: errors.length }))
        : null,
      errors.length > 0 && warnings.length > 0 ? ' · ' : null,
      warnings.length > 0
        ? h('span', { class: 'count count--warning' }, words.say('problems.warnings', { count: warnings.length }))
        : null,
      problems.length === 0 ? h('span', { class: 'note' }, words.say('problems.none')) : null,
    ]),
    links.length === 0
      ? null
      : h(
          'ul',
          { class: 'summary__fields' },
          [...new Map(links.map((problem) => [problem.path?.join('.'), problem])).values()]
            .slice(0, shownLimit)
            .map((problem) =>
              h(
                'li',
                {},
                h(
                  'button',
                  {
                    type: 'button',
                    class: 'link',
                    'aria-label': `${words.say('problems.go')}: ${nameOf(problem, words)}`,
                    onClick: () => onShow(problem.path ?? []),
                  },
                  nameOf(problem, words),
                ),
              ),
            ),
        ),
    h(Messages, { problems: problems.filter((problem) => (isText ? problem.line === undefined : !hasField(problem))) }),
  ]);
}

const shownLimit = 12;

const nameOf = ({ path = [] }: DeskProblem, { label, number }: DeskWords): string =>
  path.map((part) => (typeof part === 'number' ? number(part + 1) : label(part))).join(' › ');

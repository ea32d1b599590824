import { h, type ComponentChildren, type ComponentChild } from 'preact';
import type { DeskProblem, Path } from '../../model/record.ts';
import { FaultText } from '../fault-text.ts';
import { useSession } from '../session.ts';
import { formatPath } from './edit-value.ts';
import { startsWith, useForm, type Described } from './form-context.ts';

interface Props {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly required?: boolean | undefined;
  /** True for lists and groups, whose parts have labels of their own. */
  readonly group?: boolean;
  /** Whether a part of the value shows its own messages. */
  readonly parts?: (part: string | number) => boolean;
  readonly actions?: ComponentChildren;
  readonly input: (described: Described) => ComponentChildren;
}

/** A field with its label, its help, and its messages. */
export function FieldShell({ path, label, help, required, group, parts, actions, input }: Props): ComponentChild {
  const { words } = useSession();
  const { problems } = useForm();
  const id = idOf(path);
  const own = problems.filter(({ path: at }) => {
    if (!at || !startsWith(at, path)) return false;
    const part = at[path.length];
    return part === undefined || !parts?.(part);
  });
  const described = {
    id,
    describedBy:
      [help ? `${id}-help` : '', own.length > 0 ? `${id}-messages` : ''].filter(Boolean).join(' ') || undefined,
    invalid: own.some(({ severity }) => severity === 'error'),
  };
  const head = [label, required ? h('span', { class: 'field__required' }, ` (${words.say('record.required')})`) : null];
  return h(
    group ? 'fieldset' : 'div',
    {
      class: 'field',
      'data-path': formatPath(path),
      ...(group ? { id: `${id}-group`, tabIndex: -1, 'aria-describedby': described.describedBy } : {}),
    },
    group ? h('legend', { class: 'field__label' }, head) : h('label', { class: 'field__label', for: id }, head),
    h('div', { class: 'field__main' }, [
      help ? h('p', { class: 'field__help', id: `${id}-help` }, withCode(help)) : null,
      input(described),
      h(Messages, { id: `${id}-messages`, problems: own }),
      actions,
    ]),
  );
}

/** Messages of the check, each with its repair. */
export function Messages({
  id,
  problems,
}: {
  readonly id?: string;
  readonly problems: readonly DeskProblem[];
}): ComponentChild {
  const { words } = useSession();
  const { apply } = useForm();
  if (problems.length === 0) return null;
  return h(
    'ul',
    { class: 'messages', id },
    problems.map((problem) =>
      h('li', { class: `message message--${problem.severity}` }, [
        h('strong', {}, words.say(problem.severity === 'error' ? 'problems.error' : 'problems.warning')),
        ' ',
        h(FaultText, { fault: problem }),
        problem.repair
          ? h(
              'button',
              { type: 'button', class: 'btn btn--small', onClick: () => apply(problem.repair ?? []) },
              words.say('problems.repair'),
            )
          : null,
      ]),
    ),
  );
}

/** Shows what is between backticks as code. */
export const withCode = (text: string): ComponentChildren =>
  text.split('`').map((part, index) => (index % 2 === 1 ? h('code', { dir: 'ltr' }, part) : part));

export const idOf = (path: Path): string => `f-${path.join('-')}`;

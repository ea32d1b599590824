import { h, type ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { PublishedRepository, PublishedSettings } from '../../model/published-settings.ts';
import { keepLanguage } from '../language-choice.ts';
import type { DeskLanguage } from '../strings/desk-words.ts';
import type { PublishedWords } from './strings/published-words.ts';

interface Props {
  readonly settings: PublishedSettings;
  readonly words: PublishedWords;
  readonly language: DeskLanguage;
  readonly isBusy: boolean;
  readonly failure: string | undefined;
  /** True where the desk is already open, and its token is no longer valid. */
  readonly again: boolean;
  readonly onSignIn: (token: string, keep: boolean) => void;
}

/** Asks for a token, and explains how to make one with no more rights than the desk needs. */
export function SignIn({ settings, words, language, isBusy, failure, again, onSignIn }: Props): ComponentChild {
  const { repository, institute, holdsCode } = settings;
  const [token, setToken] = useState('');
  const [keep, setKeep] = useState(false);
  const values = { repository: repository.repository, host: new URL(repository.web).host };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (token.trim() !== '') onSignIn(token.trim(), keep);
  };
  const other: DeskLanguage = language === 'fa' ? 'en' : 'fa';
  return h(
    again ? 'section' : 'main',
    {
      class: `wrap sign-in${again ? ' sign-in--again' : ''}`,
      id: again ? undefined : 'main',
      'aria-labelledby': 'sign-in-title',
    },
    [
      again
        ? null
        : h(
            'p',
            { class: 'sign-in__language' },
            h(
              'button',
              { type: 'button', class: 'link', lang: other, onClick: () => keepLanguage(other) },
              words.say('signIn.language'),
            ),
          ),
      h(
        again ? 'h2' : 'h1',
        { class: 'page-title', id: 'sign-in-title' },
        words.say(again ? 'signIn.again' : 'signIn.title'),
      ),
      again ? null : h('p', {}, words.say('signIn.intro', { ...values, institute })),
      h('form', { onSubmit: submit, autocomplete: 'off' }, [
        h('div', { class: 'sign-in__field' }, [
          h('label', { class: 'field__label', for: 'token' }, words.say('signIn.token')),
          h('input', {
            class: 'input',
            id: 'token',
            type: 'password',
            dir: 'ltr',
            autocomplete: 'off',
            value: token,
            'aria-describedby': 'token-help',
            onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setToken(currentTarget.value),
          }),
          h('p', { class: 'field__help', id: 'token-help' }, words.say('signIn.memory', values)),
        ]),
        h('div', {}, [
          h('label', { class: 'check' }, [
            h('input', {
              type: 'checkbox',
              checked: keep,
              'aria-describedby': 'keep-help',
              onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setKeep(currentTarget.checked),
            }),
            words.say('signIn.keep'),
          ]),
          h(
            'p',
            { class: 'field__help', id: 'keep-help' },
            words.say(holdsCode ? 'signIn.keepHelpCode' : 'signIn.keepHelp'),
          ),
        ]),
        h(
          'div',
          { class: 'actions' },
          h(
            'button',
            { type: 'submit', class: 'btn btn--solid', disabled: isBusy || token.trim() === '' },
            words.say(isBusy ? 'signIn.busy' : 'signIn.do'),
          ),
        ),
      ]),
      failure === undefined ? null : h('p', { class: 'banner banner--stop', role: 'alert', dir: 'auto' }, failure),
      h('details', { open: !again }, [
        h('summary', {}, words.say('signIn.how')),
        h('p', {}, words.say(`token.${repository.host}`, values)),
        h(
          'p',
          {},
          h(
            'a',
            { href: addressForTokens(repository), target: '_blank', rel: 'noreferrer' },
            words.say('token.open', values),
          ),
        ),
      ]),
    ],
  );
}

/** The page of a host on which tokens are made. */
function addressForTokens({ host, web, repository }: PublishedRepository): string {
  switch (host) {
    case 'github':
      return `${web}/settings/personal-access-tokens/new`;
    case 'gitlab':
      return `${web}/${repository}/-/settings/access_tokens`;
    case 'gitea':
      return `${web}/user/settings/applications`;
  }
}

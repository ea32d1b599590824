import './desk.css';
import { h, render } from 'preact';
import { deskElement, settingsElement, type PublishedSettings } from '../../model/published-settings.ts';
import { chosenLanguage } from '../language-choice.ts';
import { PublishedDesk } from './published-desk.ts';
import { loadPublishedWords } from './strings/published-words.ts';

// The desk of the published site. The page holds its settings.
const root = document.getElementById(deskElement);
const written = document.getElementById(settingsElement)?.textContent;
if (!root || !written) throw new Error('The page lacks the element of the desk or its settings.');
const settings = JSON.parse(written) as PublishedSettings;
void loadPublishedWords(chosenLanguage(settings.locales)).then((first) =>
  render(h(PublishedDesk, { settings, first }), root),
);
